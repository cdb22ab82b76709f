package dev.migrate.autogen.jpa.model.types;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Converter;
import jakarta.persistence.Entity;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Lob;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.URI;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.ZonedDateTime;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.hibernate.annotations.Array;
import org.hibernate.annotations.Collate;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

@Entity
class Everything {
    @Id
    UUID id;

    boolean flag;
    byte tiny;
    short small;
    int plain;
    long big;
    float single;
    double twice;
    char letter;
    BigInteger huge;
    BigDecimal exact;

    @Column(precision = 10, scale = 2)
    BigDecimal money;

    String text;

    @Column(length = 100000)
    String longer;

    @Column(length = 20000000)
    String longest;

    @Lob
    String clob;

    @Lob
    byte[] blob;

    byte[] bytes;

    @JdbcTypeCode(SqlTypes.LONGVARCHAR)
    String memo;

    @Collate("C")
    String collated;

    LocalDate date;
    LocalTime time;

    LocalDateTime dateTime;

    Instant instant;
    OffsetDateTime moment;
    ZonedDateTime zoned;
    Duration duration;

    @JdbcTypeCode(SqlTypes.INTERVAL_SECOND)
    Duration interval;

    Year year;
    Currency currency;
    Locale locale;
    URI uri;
    InetAddress address;

    String[] words;

    @Array(length = 7)
    List<Integer> numbers;

    @Enumerated
    DayOfWeek day;

    Celsius temperature;

    @Convert(converter = YesNo.class)
    Boolean answer;

    @Column(columnDefinition = "text collate \"C\" not null check (tag <> '')")
    String tag;
}

record Celsius(double degrees) {}

@Converter(autoApply = true)
class CelsiusConverter implements AttributeConverter<Celsius, BigDecimal> {
    @Override
    public BigDecimal convertToDatabaseColumn(Celsius attribute) {
        return BigDecimal.valueOf(attribute.degrees());
    }

    @Override
    public Celsius convertToEntityAttribute(BigDecimal data) {
        return new Celsius(data.doubleValue());
    }
}

class YesNo implements AttributeConverter<Boolean, Character> {
    @Override
    public Character convertToDatabaseColumn(Boolean attribute) {
        return Boolean.TRUE.equals(attribute) ? 'Y' : 'N';
    }

    @Override
    public Boolean convertToEntityAttribute(Character data) {
        return data != null && data == 'Y';
    }
}
