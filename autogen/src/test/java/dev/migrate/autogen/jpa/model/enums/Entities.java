package dev.migrate.autogen.jpa.model.enums;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Converter;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.MapKeyEnumerated;
import jakarta.persistence.OrderColumn;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hibernate.annotations.Check;
import org.hibernate.annotations.ColumnDefault;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

enum Suit {
    CLUBS,
    DIAMONDS,
    HEARTS,
    SPADES
}

enum Single {
    ONLY
}

enum Signed {
    PLUS {
        @Override
        int sign() {
            return 1;
        }
    },
    MINUS {
        @Override
        int sign() {
            return -1;
        }
    };

    abstract int sign();
}

enum Weather {
    Sunny,
    rainy,
    SNOW_Y,
    $dollar
}

enum Priority {
    LOW("l"),
    HIGH("h");

    final String code;

    Priority(String code) {
        this.code = code;
    }
}

@Converter(autoApply = true)
class PriorityConverter implements AttributeConverter<Priority, String> {
    @Override
    public String convertToDatabaseColumn(Priority attribute) {
        return attribute == null ? null : attribute.code;
    }

    @Override
    public Priority convertToEntityAttribute(String data) {
        return data == null ? null : data.equals("l") ? Priority.LOW : Priority.HIGH;
    }
}

@Entity
class Ordinals {
    @Id
    Long id;

    Suit unsaid;

    @Enumerated
    Suit ordinal;

    @Enumerated(EnumType.ORDINAL)
    @Column(nullable = false)
    Suit required;

    @JdbcTypeCode(SqlTypes.INTEGER)
    Suit integer;

    @JdbcTypeCode(SqlTypes.TINYINT)
    Suit tiny;

    Single single;
    Signed signed;
    Priority converted;
}

@Entity
class Strings {
    @Id
    Long id;

    @Enumerated(EnumType.STRING)
    Suit suit;

    @Enumerated(EnumType.STRING)
    @Column(length = 12, nullable = false)
    Suit sized;

    @Enumerated(EnumType.STRING)
    @ColumnDefault("'HEARTS'")
    Suit defaulted;

    @Enumerated(EnumType.STRING)
    Single single;

    @Enumerated(EnumType.STRING)
    Signed signed;

    @Enumerated(EnumType.STRING)
    Weather weather;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.CHAR)
    @Column(length = 10)
    Suit fixed;

    @JdbcTypeCode(SqlTypes.VARCHAR)
    Suit byTypeCode;

    @Enumerated(EnumType.STRING)
    @Column(columnDefinition = "varchar(30)")
    Suit defined;

    @Enumerated(EnumType.STRING)
    @Check(name = "never_spades", constraints = "checked <> 'SPADES'")
    Suit checked;

    @Enumerated(EnumType.STRING)
    @Column(unique = true)
    Suit sole;
}

@Entity
class Named {
    @Id
    Long id;

    @JdbcTypeCode(SqlTypes.NAMED_ENUM)
    Suit suit;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.NAMED_ENUM)
    @Column(nullable = false)
    Suit required;

    @JdbcTypeCode(SqlTypes.NAMED_ENUM)
    @ColumnDefault("'CLUBS'")
    Suit defaulted;

    @JdbcTypeCode(SqlTypes.NAMED_ENUM)
    Weather weather;

    @JdbcTypeCode(SqlTypes.NAMED_ENUM)
    Single single;

    @JdbcTypeCode(SqlTypes.NAMED_ENUM)
    Signed signed;
}

@Embeddable
class Card {
    @Enumerated(EnumType.STRING)
    Suit suit;

    int rank;
}

@Entity
class Collected {
    @Id
    @Enumerated(EnumType.STRING)
    Suit id;

    @ElementCollection
    @Enumerated(EnumType.STRING)
    Set<Suit> strings;

    @ElementCollection
    Set<Suit> ordinals;

    @ElementCollection
    @JdbcTypeCode(SqlTypes.NAMED_ENUM)
    Set<Suit> named;

    @ElementCollection
    @MapKeyEnumerated(EnumType.STRING)
    Map<Suit, String> byString;

    @ElementCollection
    @MapKeyEnumerated(EnumType.ORDINAL)
    Map<Suit, Integer> byOrdinal;

    @ElementCollection
    @OrderColumn
    List<Card> cards;

    @ElementCollection
    Map<Priority, String> byConverted;

    @Embedded
    @AttributeOverride(name = "suit", column = @Column(name = "trump", nullable = false, length = 20))
    Card trump;
}
