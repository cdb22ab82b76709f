package dev.migrate.autogen.jpa.model.standard32;

import jakarta.persistence.CheckConstraint;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.EnumeratedValue;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SecondaryTable;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Year;
import java.util.Set;
import org.hibernate.annotations.SoftDelete;
import org.hibernate.annotations.SoftDeleteType;

@Entity
@Table(
        name = "accounts",
        comment = "Who has an account",
        check = {
            @CheckConstraint(name = "ck_balance", constraint = "balance > -100"),
            @CheckConstraint(constraint = "balance < 1000 or code is not null")
        },
        indexes = {
            @Index(name = "ix_open", columnList = "code", options = "where balance > 0"),
            @Index(name = "ix_include", columnList = "balance desc", options = "include (code) WITH (DEDUPLICATE_ITEMS = OFF, FILLFACTOR = 80)")
        },
        uniqueConstraints = @UniqueConstraint(name = "uq_code", columnNames = "code"),
        options = "WITH (FILLFACTOR = '70', autovacuum_enabled = OFF)")
@SequenceGenerator(
        name = "account_ids",
        sequenceName = "account_ids",
        allocationSize = 30,
        options = "cache 5 maxvalue 1000000 cycle")
class Account {
    @Id
    @GeneratedValue(generator = "account_ids")
    Long id;

    @Column(comment = "in cents", check = @CheckConstraint(constraint = "balance <> 7"), nullable = false)
    long balance;

    @Column(options = "collate \"C\"")
    String code;

    @Column(secondPrecision = 3)
    LocalDateTime opened;

    @Enumerated(EnumType.STRING)
    State state;
    Numbered numbered;
    Year since;

    @Version
    Instant version;
}

enum State {
    OPEN("o"),
    CLOSED("c");

    @EnumeratedValue
    final String code;

    State(String code) {
        this.code = code;
    }
}

enum Numbered {
    TEN(10),
    TWENTY(20);

    @EnumeratedValue
    final int number;

    Numbered(int number) {
        this.number = number;
    }
}

@Embeddable
record BookingId(Long account, int number) {}

@Entity
@SecondaryTable(name = "booking_texts", comment = "the texts")
class Booking {
    @EmbeddedId
    BookingId id;

    @Column(table = "booking_texts", comment = "free text")
    String text;

    @ManyToOne
    @JoinColumn(
            name = "to_account",
            comment = "where it goes",
            foreignKey = @ForeignKey(name = "fk_to", options = "on update cascade deferrable initially deferred"))
    Account to;

    @ManyToMany
    @JoinTable(name = "witnesses", comment = "who saw it", check = @CheckConstraint(constraint = "witness_id > 0"))
    Set<Account> witness;

    @ElementCollection
    @CollectionTable(name = "booking_tags")
    @Column(name = "tag", check = @CheckConstraint(name = "ck_tag", constraint = "tag <> ''"))
    Set<String> tags;
}

@Entity
@SoftDelete(strategy = SoftDeleteType.TIMESTAMP)
class Closed {
    @Id
    Long id;
}

@Entity
@Table(
        options = "partition by range (day)",
        uniqueConstraints =
                @UniqueConstraint(
                        name = "uq_measured",
                        columnNames = {"day", "sensor"},
                        options = "deferrable initially deferred"))
class Measured {
    @EmbeddedId
    MeasuredId id;

    String sensor;

    double degrees;
}

@Embeddable
record MeasuredId(Long number, LocalDate day) {}
