package dev.migrate.autogen.jpa.model.hierarchies;

import jakarta.persistence.AssociationOverride;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.ConstraintMode;
import jakarta.persistence.DiscriminatorColumn;
import jakarta.persistence.DiscriminatorType;
import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Index;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OneToOne;
import jakarta.persistence.PrimaryKeyJoinColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.io.Serializable;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.hibernate.annotations.CreationTimestamp;
import org.hibernate.annotations.DiscriminatorFormula;
import org.hibernate.annotations.OnDelete;
import org.hibernate.annotations.OnDeleteAction;

@Entity
@DiscriminatorColumn(discriminatorType = DiscriminatorType.INTEGER)
@DiscriminatorValue("0")
class Account {
    @Id
    Long id;

    BigDecimal balance;
}

@Entity
@DiscriminatorValue("1")
class DebitAccount extends Account {
    @Column(nullable = false)
    BigDecimal overdraft;

    @ManyToOne(optional = false)
    Customer customer;
}

@Entity
@DiscriminatorValue("2")
class CreditAccount extends Account {
    BigDecimal ceiling;

    @ManyToOne
    Customer customer;

    @ElementCollection
    Set<String> cards;
}

@Entity
@DiscriminatorColumn(name = "letter", discriminatorType = DiscriminatorType.CHAR)
@DiscriminatorValue("P")
class Person {
    @Id
    Long id;
}

@Entity
@DiscriminatorValue("E")
class Employee extends Person {
    @ManyToOne
    Employee boss;
}

@Entity
@DiscriminatorValue("M")
class Manager extends Employee {
    @OneToMany
    @JoinColumn(name = "managed_by")
    Set<Employee> managed;
}

@Entity
@DiscriminatorFormula("case when length(content) > 10 then 'Long' else 'Short' end")
@DiscriminatorValue("Short")
class Note {
    @Id
    Long id;

    String content;
}

@Entity
@DiscriminatorValue("Long")
class LongNote extends Note {
    String summary;
}

@Entity
@DiscriminatorColumn(columnDefinition = "varchar(5) default 'X' not null")
abstract class Shape {
    @Id
    Long id;
}

@Entity
@DiscriminatorValue("X")
class Square extends Shape {
    Double side;
}

@Entity
@DiscriminatorValue("not null")
class OtherShape extends Shape {
    @Enumerated(EnumType.STRING)
    DayOfWeek day;
}

@Entity
@Inheritance(strategy = InheritanceType.JOINED)
@DiscriminatorColumn(name = "asset_type")
@Table(name = "assets")
abstract class Asset {
    @Id
    @GeneratedValue
    Long id;

    @Version
    Long version;
}

@Entity
@Table(name = "buildings")
@PrimaryKeyJoinColumn(name = "asset_id", foreignKey = @ForeignKey(name = "fk_building_asset"))
class Building extends Asset {
    int floors;
}

@Entity
@OnDelete(action = OnDeleteAction.CASCADE)
class Machine extends Asset {
    String serial;

    @ManyToOne
    Building standsIn;
}

@Entity
class Robot extends Machine {
    @Column(unique = true)
    String name;
}

@Entity
@PrimaryKeyJoinColumn(foreignKey = @ForeignKey(ConstraintMode.NO_CONSTRAINT))
class Ship extends Asset {
    @Enumerated(EnumType.STRING)
    DayOfWeek maiden;
}

@Entity
@Inheritance(strategy = InheritanceType.TABLE_PER_CLASS)
class Payment {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE)
    Long id;

    @Column(nullable = false)
    BigDecimal amount;

    @ManyToOne
    Customer payer;
}

@Entity
@Table(name = "card_payments", indexes = @Index(columnList = "card"))
class CardPayment extends Payment {
    String card;
}

@Entity
class BankPayment extends Payment {
    @Column(length = 34, unique = true)
    String iban;

    @ElementCollection
    List<String> remarks;
}

@Entity
class Refund {
    @Id
    Long id;

    @ManyToOne
    Payment payment;

    @OneToOne
    Asset asset;

    @ManyToOne
    Robot robot;
}

@MappedSuperclass
abstract class Root {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    @CreationTimestamp
    Instant created;
}

@MappedSuperclass
abstract class Owned<T> extends Root {
    @ManyToOne
    @JoinColumn(name = "owner")
    T owner;

    @Column(length = 20)
    String name;

    @ElementCollection
    Set<String> labels;
}

@Entity
@AttributeOverride(name = "name", column = @Column(name = "pet_name", length = 40, nullable = false))
@AssociationOverride(name = "owner", joinColumns = @JoinColumn(name = "keeper"))
class Pet extends Owned<Customer> {}

@Entity
class House extends Owned<Person> {}

@Entity
@Inheritance(strategy = InheritanceType.JOINED)
@IdClass(Composite.Key.class)
class Composite {
    @Id
    int west;

    @Id
    int east;

    static final class Key implements Serializable {
        private static final long serialVersionUID = 1L;
        int west;
        int east;

        @Override
        public boolean equals(Object other) {
            return other instanceof Key that && west == that.west && east == that.east;
        }

        @Override
        public int hashCode() {
            return Objects.hash(west, east);
        }
    }
}

@Entity
@PrimaryKeyJoinColumn(name = "l", referencedColumnName = "west")
@PrimaryKeyJoinColumn(name = "r", referencedColumnName = "east")
class CompositePart extends Composite {
    String text;
}
