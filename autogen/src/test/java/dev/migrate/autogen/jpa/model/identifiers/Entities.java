package dev.migrate.autogen.jpa.model.identifiers;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.MapsId;
import jakarta.persistence.OneToOne;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.TableGenerator;
import jakarta.persistence.UniqueConstraint;
import java.io.Serializable;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.annotations.NaturalId;
import org.hibernate.annotations.UuidGenerator;

@Entity
class IdentityLong {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;
}

@Entity
class IdentityInteger {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Column(name = "nr")
    int id;
}

@Entity
class Automatic {
    @Id
    @GeneratedValue
    Long id;
}

@Entity
class AutomaticUuid {
    @Id
    @GeneratedValue
    UUID id;
}

@Entity
class TimeUuid {
    @Id
    @UuidGenerator(style = UuidGenerator.Style.TIME)
    UUID id;
}

@Entity
class TextUuid {
    @Id
    @UuidGenerator
    @Column(length = 36)
    String id;
}

@Entity
@SequenceGenerator(name = "pooled_generator", sequenceName = "pooled_ids", allocationSize = 100)
class Pooled {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "pooled_generator")
    Long id;
}

@Entity
class SharesThePool {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "pooled_generator")
    Integer id;
}

@Entity
class Single {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "single")
    @SequenceGenerator(name = "single", sequenceName = "Single_IDs", initialValue = 1000000, allocationSize = 1)
    Long id;
}

@Entity
class Unnamed {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "unnamed_generator")
    @SequenceGenerator(name = "unnamed_generator")
    Long id;
}

@Entity
class Huge {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE)
    BigInteger id;
}

@Entity
class FromTable {
    @Id
    @GeneratedValue(strategy = GenerationType.TABLE)
    Long id;
}

@Entity
class FromNamedTable {
    @Id
    @GeneratedValue(strategy = GenerationType.TABLE, generator = "keys")
    @TableGenerator(
            name = "keys",
            table = "id_keys",
            pkColumnName = "key_name",
            valueColumnName = "next_value",
            pkColumnValue = "from_named_table",
            initialValue = 10,
            allocationSize = 5,
            uniqueConstraints = @UniqueConstraint(name = "uq_id_keys", columnNames = "next_value"))
    Long id;
}

@Entity
class FromSameTable {
    @Id
    @GeneratedValue(strategy = GenerationType.TABLE, generator = "other_keys")
    @TableGenerator(
            name = "other_keys",
            table = "id_keys",
            pkColumnName = "key_name",
            valueColumnName = "next_value",
            allocationSize = 1)
    Integer id;
}

@Entity
@IdClass(OrderLine.Key.class)
class OrderLine {
    @Id
    Long orderNumber;

    @Id
    int line;

    String article;

    static final class Key implements Serializable {
        private static final long serialVersionUID = 1L;
        Long orderNumber;
        int line;

        @Override
        public boolean equals(Object other) {
            return other instanceof Key that && Objects.equals(orderNumber, that.orderNumber) && line == that.line;
        }

        @Override
        public int hashCode() {
            return Objects.hash(orderNumber, line);
        }
    }
}

@Embeddable
record ReleaseKey(@Column(length = 40) String product, int major, int minor) implements Serializable {}

@Entity
class Release {
    @EmbeddedId
    ReleaseKey key;

    LocalDate published;
}

@Entity
class ReleaseNote {
    @Id
    Long id;

    @ManyToOne
    @JoinColumn(name = "product", referencedColumnName = "product")
    @JoinColumn(name = "major_nr", referencedColumnName = "major")
    @JoinColumn(name = "minor_nr", referencedColumnName = "minor")
    Release release;

    @ManyToOne
    Release previous;

    @ManyToOne
    OrderLine line;
}

@Entity
class Owner {
    @Id
    @GeneratedValue
    Long id;
}

@Entity
class OwnerDetails {
    @Id
    Long id;

    @OneToOne
    @MapsId
    Owner owner;
}

@Entity
class OwnerPhoto {
    @Id
    @OneToOne
    @JoinColumn(name = "photo_of")
    Owner owner;

    byte[] picture;
}

@Entity
@IdClass(Lease.Key.class)
class Lease {
    @Id
    @ManyToOne
    Owner owner;

    @Id
    @ManyToOne
    OrderLine line;

    @Id
    LocalDate begins;

    static final class Key implements Serializable {
        private static final long serialVersionUID = 1L;
        Long owner;
        OrderLine.Key line;
        LocalDate begins;

        @Override
        public boolean equals(Object other) {
            return other instanceof Key that
                    && Objects.equals(owner, that.owner)
                    && Objects.equals(line, that.line)
                    && Objects.equals(begins, that.begins);
        }

        @Override
        public int hashCode() {
            return Objects.hash(owner, line, begins);
        }
    }
}

@Entity
class Book {
    @Id
    Long id;

    @NaturalId
    String isbn;
}

@Entity
class Room {
    @Id
    Long id;

    @NaturalId(mutable = true)
    String building;

    @NaturalId(mutable = true)
    @Column(nullable = false)
    int number;

    @ManyToOne
    @NaturalId(mutable = true)
    Owner owner;
}

@MappedSuperclass
abstract class Identified<T extends Serializable> {
    @Id
    @GeneratedValue
    T id;
}

@Entity
class GenericLong extends Identified<Long> {
    String name;
}

@Entity
class GenericUuid extends Identified<UUID> {
    String name;
}

@Entity
@AttributeOverride(name = "id", column = @Column(name = "overridden"))
class GenericInteger extends Identified<Integer> {}
