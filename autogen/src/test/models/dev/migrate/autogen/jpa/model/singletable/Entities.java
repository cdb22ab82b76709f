package dev.migrate.autogen.jpa.model.singletable;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SecondaryTable;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;
import org.hibernate.annotations.NaturalId;
import org.hibernate.annotations.Temporal;

/** A history in the table itself. */
@Entity
@Temporal
@Table(name = "prices")
class Price {
    @Id
    @GeneratedValue
    Long id;

    @NaturalId
    @Column(length = 20)
    String article;

    @Column(precision = 10, scale = 2, nullable = false)
    BigDecimal amount;

    @ElementCollection
    @CollectionTable(name = "price_words")
    @Temporal(rowStart = "from_time", rowEnd = "to_time", secondPrecision = 0)
    Map<String, String> words;
}

@Embeddable
record ShelfId(String hall, int number) {}

@Entity
@Temporal(rowStart = "valid_from", rowEnd = "valid_to", secondPrecision = 3)
@SecondaryTable(name = "shelf_texts")
class Shelf {
    @EmbeddedId
    ShelfId id;

    @Column(table = "shelf_texts")
    String text;

    @ManyToOne
    Price price;

    @ManyToMany
    @JoinTable(name = "shelf_prices")
    Set<Price> prices;
}

@Entity
@Temporal
@Temporal.HistoryPartitioning
@Table(name = "parted")
class Parted {
    @Id
    Long id;

    String text;
}

@Entity
class Plain {
    @Id
    Long id;

    @ManyToOne
    Parted parted;
}
