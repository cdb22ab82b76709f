package dev.migrate.autogen.jpa.model.newer;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import java.io.Serializable;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Month;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.Array;
import org.hibernate.annotations.ConcreteProxy;
import org.hibernate.annotations.FractionalSeconds;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.OnDelete;
import org.hibernate.annotations.OnDeleteAction;
import org.hibernate.annotations.Struct;
import org.hibernate.annotations.UuidGenerator;
import org.hibernate.type.SqlTypes;

/** Type codes of newer versions. */
@Entity
class NewerCodes {
    @Id
    @UuidGenerator(style = UuidGenerator.Style.TIME)
    UUID id;

    @JdbcTypeCode(SqlTypes.INSTANT)
    Instant instant;

    @JdbcTypeCode(SqlTypes.OFFSET_DATE_TIME)
    OffsetDateTime offsetDateTime;

    @JdbcTypeCode(SqlTypes.OFFSET_TIME)
    OffsetTime offsetTime;

    @JdbcTypeCode(SqlTypes.ZONED_DATE_TIME)
    ZonedDateTime zonedDateTime;

    @JdbcTypeCode(SqlTypes.LOCAL_DATE_TIME)
    LocalDateTime localDateTime;

    @JdbcTypeCode(SqlTypes.LOCAL_DATE)
    LocalDate localDate;

    @JdbcTypeCode(SqlTypes.LOCAL_TIME)
    @FractionalSeconds(1)
    LocalTime onlyTime;

    @JdbcTypeCode(SqlTypes.NAMED_ORDINAL_ENUM)
    DayOfWeek byOrder;

    @JdbcTypeCode(SqlTypes.NAMED_ENUM)
    Month byName;
}

@Embeddable
@Struct(name = "measure")
class Measure {
    @Column(precision = 8, scale = 2)
    BigDecimal size;

    @Column(length = 5)
    String unit;
}

@Embeddable
record Box(int width, int height) {}

/** Many embeddables in a column. */
@Entity
class ManyInColumn {
    @Id
    Long id;

    List<Measure> measures;

    @Array(length = 3)
    Measure[] three;

    @JdbcTypeCode(SqlTypes.JSON)
    Box box;

    @JdbcTypeCode(SqlTypes.JSON)
    List<Box> boxes;

    @JdbcTypeCode(SqlTypes.JSON)
    Set<String> words;
}

@Entity
@ConcreteProxy
@Inheritance(strategy = InheritanceType.JOINED)
class Proxied {
    @Id
    @GeneratedValue
    Long id;

    @ElementCollection
    @CollectionTable(name = "proxied_words")
    @OnDelete(action = OnDeleteAction.CASCADE)
    Set<String> words;
}

@Entity
class ProxiedMore extends Proxied {
    String more;
}

/** A key that is a record. */
record TourKey(Long guide, DayOfWeek day) implements Serializable {}

@Entity
@IdClass(TourKey.class)
class Tour {
    @Id
    Long guide;

    @Id
    @Enumerated(EnumType.STRING)
    @Column(length = 10)
    DayOfWeek day;
}
