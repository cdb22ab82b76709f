package dev.migrate.autogen.jpa.model.history;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.SecondaryTable;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hibernate.annotations.Audited;
import org.hibernate.annotations.Changelog;
import org.hibernate.annotations.CreationTimestamp;
import org.hibernate.annotations.EmbeddedTable;
import org.hibernate.annotations.NaturalId;
import org.hibernate.annotations.NaturalIdClass;
import org.hibernate.annotations.Temporal;

@Entity
@Changelog
@Table(name = "changes")
class Change {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Changelog.ChangesetId
    Long id;

    @Changelog.Timestamp
    Instant at;

    @Column(length = 40)
    String who;
}

@Entity
@Audited
@Table(name = "contracts")
class Contract {
    @Id
    @GeneratedValue
    Long id;

    @Column(nullable = false, unique = true, length = 20)
    String number;

    @Enumerated(EnumType.STRING)
    DayOfWeek day;

    @Audited.Excluded
    String remark;

    @ElementCollection
    @Audited.CollectionTable(name = "contract_rates_history")
    Map<String, BigDecimal> rates;

    @ManyToMany
    @JoinTable(name = "contract_parties")
    Set<Party> parties;

    @OneToMany(mappedBy = "contract")
    List<Clause> clauses;

    @CreationTimestamp
    Instant created;
}

@Entity
@Audited
@Audited.Table(name = "clauses_history", changesetIdColumn = "change_id", modificationTypeColumn = "kind")
@SecondaryTable(name = "clause_texts")
class Clause {
    @Id
    Long id;

    @ManyToOne
    Contract contract;

    @Column(table = "clause_texts", length = 4000)
    String text;
}

@Entity
@Audited
@Inheritance(strategy = InheritanceType.JOINED)
class Party {
    @Id
    Long id;

    String name;
}

@Entity
@Audited
class Company extends Party {
    @Column(length = 20)
    String register;
}

@Embeddable
class Address {
    String street;

    @Column(length = 10)
    String zip;
}

@Entity
@Temporal(rowStart = "valid_from", rowEnd = "valid_to", secondPrecision = 3)
class Price {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE)
    Long id;

    @Column(precision = 10, scale = 2, nullable = false)
    BigDecimal amount;

    @Temporal.Excluded
    String note;

    @ElementCollection
    @CollectionTable(name = "price_tags")
    @Temporal
    Set<String> tags;
}

@Entity
@SecondaryTable(name = "shop_addresses")
@NaturalIdClass(ShopKey.class)
class Shop {
    @Id
    Long id;

    @NaturalId
    @Column(length = 3)
    String country;

    @NaturalId
    int number;

    @Embedded
    @EmbeddedTable("shop_addresses")
    Address address;

    @ManyToOne
    Price price;
}

record ShopKey(String country, int number) {}
