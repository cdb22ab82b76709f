package dev.migrate.autogen.jpa.model.json;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.hibernate.annotations.ColumnDefault;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.YesNoConverter;

@Embeddable
class Point {
    int x;

    @Column(nullable = false)
    Integer y;
}

enum Colour {
    RED,
    GREEN
}

@Embeddable
class Style {
    @Enumerated(EnumType.STRING)
    Colour colour;

    @Enumerated
    Colour ordinal;

    boolean bold;
    LocalDate since;
    BigDecimal weight;

    Point origin;
}

@Embeddable
class Chart {
    String title;

    @JdbcTypeCode(SqlTypes.JSON)
    Style style;

    @Convert(converter = YesNoConverter.class)
    Boolean visible;
}

@Entity
class Documents {
    @Id
    Long id;

    @JdbcTypeCode(SqlTypes.JSON)
    Map<String, String> map;

    @JdbcTypeCode(SqlTypes.JSON)
    List<String> list;

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(nullable = false)
    @ColumnDefault("'{}'")
    Map<String, Object> required;

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(columnDefinition = "json")
    Map<String, String> plainJson;

    @JdbcTypeCode(SqlTypes.JSON)
    String text;

    @JdbcTypeCode(SqlTypes.SQLXML)
    String xml;
}

@Entity
class Charts {
    @Id
    Long id;

    @JdbcTypeCode(SqlTypes.JSON)
    Point point;

    /** Hibernate's own export loses a column that is called like an aggregate's attribute. */
    @JdbcTypeCode(SqlTypes.JSON)
    @Column(name = "the_style", nullable = false)
    Style style;

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(name = "the_chart")
    Chart chart;

    /** Hibernate loses a column that is called like an aggregate's attribute. */
    @Embedded
    @AttributeOverride(name = "x", column = @Column(name = "flat_x"))
    @AttributeOverride(name = "y", column = @Column(name = "flat_y", nullable = false))
    Point flat;
}
