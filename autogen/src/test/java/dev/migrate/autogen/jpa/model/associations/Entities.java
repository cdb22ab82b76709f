package dev.migrate.autogen.jpa.model.associations;

import jakarta.persistence.CascadeType;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ConstraintMode;
import jakarta.persistence.DiscriminatorType;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapKey;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.MapKeyJoinColumn;
import jakarta.persistence.MapKeyTemporal;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OneToOne;
import jakarta.persistence.OrderBy;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.PrimaryKeyJoinColumn;
import jakarta.persistence.TemporalType;
import jakarta.persistence.UniqueConstraint;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.UUID;
import org.hibernate.annotations.Any;
import org.hibernate.annotations.AnyDiscriminator;
import org.hibernate.annotations.AnyDiscriminatorValue;
import org.hibernate.annotations.AnyKeyJavaClass;
import org.hibernate.annotations.Bag;
import org.hibernate.annotations.CollectionId;
import org.hibernate.annotations.CollectionIdJavaType;
import org.hibernate.annotations.ColumnDefault;
import org.hibernate.annotations.JoinColumnOrFormula;
import org.hibernate.annotations.JoinFormula;
import org.hibernate.annotations.ListIndexBase;
import org.hibernate.annotations.ManyToAny;
import org.hibernate.annotations.NotFound;
import org.hibernate.annotations.NotFoundAction;
import org.hibernate.annotations.OnDelete;
import org.hibernate.annotations.OnDeleteAction;
import org.hibernate.annotations.SortNatural;

@Entity
class Person {
    @Id
    Long id;

    @Column(unique = true, nullable = false)
    String mail;

    @ManyToOne
    Person mother;

    @OneToMany(mappedBy = "mother")
    List<Person> children;

    @ManyToMany
    Set<Person> friends;

    @ManyToMany
    @JoinTable(
            name = "followers",
            joinColumns = @JoinColumn(name = "followed"),
            inverseJoinColumns = @JoinColumn(name = "follower"),
            foreignKey = @ForeignKey(name = "fk_followed"),
            inverseForeignKey = @ForeignKey(name = "fk_follower"),
            indexes = @Index(columnList = "follower"),
            uniqueConstraints = @UniqueConstraint(columnNames = {"follower", "followed"}))
    List<Person> followers;

    @OneToOne(mappedBy = "owner")
    Wallet wallet;

    @OneToOne
    @PrimaryKeyJoinColumn
    Profile profile;
}

@Entity
class Profile {
    @Id
    Long id;
}

@Entity
class Wallet {
    @Id
    Long id;

    @OneToOne(optional = false)
    @JoinColumn(name = "owner_mail", referencedColumnName = "mail")
    Person owner;

    @OneToOne
    @JoinTable(name = "wallet_backup")
    Wallet backup;

    @ManyToOne
    @JoinTable(name = "wallet_bank", joinColumns = @JoinColumn(name = "wallet"))
    Bank bank;
}

@Entity
class Bank {
    @Id
    Long id;

    @OneToMany
    Set<Wallet> wallets;

    @OneToMany
    List<Wallet> listed;

    @OneToMany
    @OrderColumn(name = "position", nullable = false)
    List<Wallet> ordered;

    @OneToMany
    @JoinColumn(name = "bank_id", nullable = false)
    List<Branch> branches;

    @OneToMany(mappedBy = "headOf")
    Set<Branch> heads;

    @OneToMany
    @JoinColumn
    @OrderColumn
    List<Branch> ranked;
}

@Entity
class Branch {
    @Id
    Long id;

    @ManyToOne(fetch = FetchType.LAZY)
    Bank headOf;
}

@Entity
class Maps {
    @Id
    Long id;

    @OneToMany
    @MapKey(name = "mail")
    Map<String, Person> byAttribute;

    @OneToMany
    @MapKeyColumn(name = "nick", length = 30)
    Map<String, Person> byColumn;

    @ManyToMany
    @MapKeyJoinColumn(name = "branch_key")
    Map<Branch, Person> byEntity;

    @ElementCollection
    @MapKeyJoinColumn
    Map<Branch, Integer> counts;

    @ElementCollection
    @MapKeyTemporal(TemporalType.DATE)
    Map<Date, String> byDate;

    @OneToMany
    @JoinColumn(name = "maps")
    @MapKeyColumn(name = "slot")
    Map<Integer, Holder> slots;
}

@Entity
class Holder {
    @Id
    Long id;

    @ManyToOne
    @JoinTable(name = "holder_branch")
    @OnDelete(action = OnDeleteAction.CASCADE)
    Branch branch;

    @ManyToOne
    @OnDelete(action = OnDeleteAction.CASCADE)
    Branch cascading;

    @ManyToOne
    @OnDelete(action = OnDeleteAction.SET_NULL)
    Branch cleared;

    @ManyToOne
    @OnDelete(action = OnDeleteAction.SET_DEFAULT)
    @ColumnDefault("1")
    Branch defaulted;

    @ManyToOne
    @OnDelete(action = OnDeleteAction.RESTRICT)
    Branch restricted;

    @ManyToOne
    @OnDelete(action = OnDeleteAction.NO_ACTION)
    Branch kept;

    @ManyToOne
    @JoinColumn(foreignKey = @ForeignKey(ConstraintMode.NO_CONSTRAINT))
    Branch unconstrained;

    @ManyToOne
    @NotFound(action = NotFoundAction.IGNORE)
    Branch mayBeMissing;

    @ManyToOne
    @JoinColumnOrFormula(column = @JoinColumn(name = "or_formula"))
    Branch orFormula;

    @ManyToOne
    @JoinFormula("cascading_id + 1")
    Branch calculated;

    @ManyToOne(cascade = CascadeType.ALL)
    @JoinColumn(nullable = false, unique = true)
    Branch unique;

    @ManyToOne(targetEntity = Branch.class)
    Object untyped;
}

@Entity
class Chicken {
    @Id
    Long id;

    @ManyToOne(optional = false)
    Egg from;
}

@Entity
class Egg {
    @Id
    Long id;

    @ManyToOne
    Chicken laidBy;

    @OneToOne
    Farm farm;
}

@Entity
class Farm {
    @Id
    Long id;

    @OneToOne
    Chicken best;
}

@Entity
class Anything {
    @Id
    Long id;

    @Any
    @AnyDiscriminator(DiscriminatorType.STRING)
    @AnyDiscriminatorValue(discriminator = "P", entity = Person.class)
    @AnyDiscriminatorValue(discriminator = "B", entity = Bank.class)
    @AnyKeyJavaClass(Long.class)
    @Column(name = "target_type")
    @JoinColumn(name = "target_id")
    Object target;

    @Any
    @AnyKeyJavaClass(UUID.class)
    @JoinColumn(name = "implicit_id")
    Object implicit;

    @ManyToAny
    @AnyDiscriminator(DiscriminatorType.INTEGER)
    @AnyDiscriminatorValue(discriminator = "1", entity = Person.class)
    @AnyDiscriminatorValue(discriminator = "2", entity = Bank.class)
    @AnyKeyJavaClass(Long.class)
    @Column(name = "kind")
    @JoinTable(
            name = "any_targets",
            joinColumns = @JoinColumn(name = "anything"),
            inverseJoinColumns = @JoinColumn(name = "target"))
    Set<Object> targets;
}

@Entity
class Bagged {
    @Id
    Long id;

    @ElementCollection
    @CollectionId(column = @Column(name = "row_id"), generator = "increment")
    @CollectionIdJavaType(org.hibernate.type.descriptor.java.LongJavaType.class)
    List<String> identified;

    @ManyToMany
    @Bag
    List<Person> bag;

    @ManyToMany(mappedBy = "bags")
    Set<Sorted> sorted;
}

@Entity
class Sorted {
    @Id
    Long id;

    @ManyToMany
    @SortNatural
    SortedSet<Bagged> bags;

    @ElementCollection
    @OrderColumn(name = "nr")
    @ListIndexBase(1)
    List<String> fromOne;

    @ElementCollection
    @OrderBy
    Set<String> alphabetical;

    @ElementCollection
    @OrderColumn
    String[] positions;

    @ElementCollection
    @CollectionTable(
            name = "sorted_words",
            joinColumns = @JoinColumn(name = "sorted"),
            foreignKey = @ForeignKey(name = "fk_sorted_words"),
            indexes = @Index(name = "ix_sorted_words", columnList = "word desc"))
    @Column(name = "word", length = 12, nullable = false)
    Set<String> words;
}
