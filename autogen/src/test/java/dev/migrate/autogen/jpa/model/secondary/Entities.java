package dev.migrate.autogen.jpa.model.secondary;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.ConstraintMode;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Lob;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.PrimaryKeyJoinColumn;
import jakarta.persistence.SecondaryTable;
import jakarta.persistence.UniqueConstraint;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.Set;
import org.hibernate.annotations.SecondaryRow;

@Entity
@SecondaryTable(name = "statistics")
@SecondaryTable(
        name = "details",
        pkJoinColumns = @PrimaryKeyJoinColumn(name = "product"),
        foreignKey = @ForeignKey(name = "fk_details_product"),
        indexes = @Index(columnList = "colour, weight desc"),
        uniqueConstraints = @UniqueConstraint(columnNames = {"colour", "size_nr"}))
class Product {
    @Id
    Long id;

    String name;

    @Column(table = "statistics", nullable = false)
    int views;

    @Column(table = "details")
    String colour;

    @Column(table = "details")
    BigDecimal weight;

    @Column(name = "size_nr", table = "details", unique = true)
    int size;

    @ManyToOne
    @JoinColumn(table = "details")
    Product replacement;

    @Embedded
    @AttributeOverride(name = "length", column = @Column(table = "statistics"))
    @AttributeOverride(name = "width", column = @Column(table = "statistics", name = "breadth"))
    Extent extent;
}

@Embeddable
class Extent {
    int length;
    int width;
}

@Entity
@SecondaryTable(name = "unconstrained", foreignKey = @ForeignKey(ConstraintMode.NO_CONSTRAINT))
@SecondaryTable(schema = "side", name = "elsewhere")
@SecondaryRow(table = "elsewhere", optional = false)
class Item {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    @Column(table = "unconstrained")
    String remark;

    @Column(table = "elsewhere", nullable = false)
    String place;

    @OneToMany
    @JoinColumn(name = "item")
    Set<Product> products;
}

@Entity
@SecondaryTable(name = "pair_texts")
class Pair {
    @EmbeddedId
    PairId id;

    @Column(table = "pair_texts")
    @Lob
    String text;
}

@Embeddable
record PairId(int one, int two) implements Serializable {}
