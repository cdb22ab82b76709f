package dev.migrate.autogen.jpa.model.since7;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.TableGenerator;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hibernate.annotations.Any;
import org.hibernate.annotations.AnyDiscriminator;
import org.hibernate.annotations.AnyDiscriminatorImplicitValues;
import org.hibernate.annotations.AnyKeyJavaClass;
import org.hibernate.annotations.CollectionId;
import org.hibernate.annotations.CollectionIdJavaClass;
import org.hibernate.annotations.EmbeddedColumnNaming;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.NativeGenerator;
import org.hibernate.annotations.PropertyRef;
import org.hibernate.annotations.TargetEmbeddable;
import org.hibernate.type.SqlTypes;

/** A key as the database makes it best. */
@Entity
class NativeKey {
    @Id
    @GeneratedValue
    @NativeGenerator
    Long id;
}

@Entity
class NativeSequence {
    @Id
    @GeneratedValue
    @NativeGenerator(
            sequenceForm = @SequenceGenerator(sequenceName = "native_ids", allocationSize = 20, initialValue = 5),
            tableForm = @TableGenerator(table = "native_tables"))
    Integer id;
}

@Embeddable
class Place {
    @Column(length = 40)
    String street;

    @Column(length = 10, nullable = false)
    String zip;

    @Embedded
    @EmbeddedColumnNaming("geo_%s")
    Point point;
}

@Embeddable
class Point {
    double latitude;
    double longitude;
}

@Entity
@Table(name = "branches")
class Branch {
    @Id
    Long id;

    @Column(name = "tax_number", unique = true, nullable = false, length = 20)
    String taxNumber;

    @Embedded
    @EmbeddedColumnNaming
    Place home;

    @Embedded
    @EmbeddedColumnNaming("work_%s")
    Place work;

    @OneToMany(mappedBy = "branch", cascade = CascadeType.ALL)
    @PropertyRef("taxNumber")
    Set<Till> tills;
}

@Entity
@Table(name = "tills")
class Till {
    @Id
    Long id;

    @ManyToOne
    @JoinColumn(name = "branch_tax_number")
    @PropertyRef("taxNumber")
    Branch branch;
}

interface Coordinates {
    int x();
}

@Embeddable
class Grid implements Coordinates {
    @Column(name = "grid_x", nullable = false)
    int x;

    @Column(name = "grid_y", columnDefinition = "smallint")
    int y;

    @Override
    public int x() {
        return x;
    }
}

@Embeddable
class Terms {
    BigDecimal rate;
    LocalDate until;
    String text;

    @Enumerated(EnumType.STRING)
    DayOfWeek billed;

    boolean binding;
}

@Entity
class Offer {
    @Id
    Long id;

    @Embedded
    @TargetEmbeddable(Grid.class)
    Coordinates where;

    @JdbcTypeCode(SqlTypes.SQLXML)
    Terms terms;

    @JdbcTypeCode(SqlTypes.SQLXML)
    List<Terms> earlier;

    @JdbcTypeCode(SqlTypes.SQLXML)
    Map<String, String> labels;

    @JdbcTypeCode(SqlTypes.SQLXML)
    String raw;

    @Any
    @AnyDiscriminator
    @AnyDiscriminatorImplicitValues(AnyDiscriminatorImplicitValues.Strategy.SHORT_NAME)
    @AnyKeyJavaClass(Long.class)
    @JoinColumn(name = "subject_id")
    @Column(name = "subject_kind")
    Object subject;

    @ElementCollection
    @JoinTable(name = "offer_words")
    @CollectionId(column = @Column(name = "word_id"), generator = "increment")
    @CollectionIdJavaClass(idType = Integer.class)
    List<String> words;
}
