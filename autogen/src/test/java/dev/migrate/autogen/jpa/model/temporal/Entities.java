package dev.migrate.autogen.jpa.model.temporal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Temporal;
import jakarta.persistence.TemporalType;
import jakarta.persistence.Version;
import java.sql.Timestamp;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Month;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Year;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Calendar;
import java.util.Date;
import org.hibernate.annotations.CreationTimestamp;
import org.hibernate.annotations.CurrentTimestamp;
import org.hibernate.annotations.FractionalSeconds;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.SourceType;
import org.hibernate.annotations.TimeZoneColumn;
import org.hibernate.annotations.TimeZoneStorage;
import org.hibernate.annotations.TimeZoneStorageType;
import org.hibernate.annotations.UpdateTimestamp;
import org.hibernate.type.SqlTypes;

@Entity
class Modern {
    @Id
    Long id;

    LocalDate date;
    LocalTime time;
    LocalDateTime dateTime;
    Instant instant;
    OffsetDateTime offsetDateTime;
    OffsetTime offsetTime;
    ZonedDateTime zonedDateTime;
    Duration duration;
    Year year;
    ZoneId zone;
    ZoneOffset zoneOffset;
    DayOfWeek day;

    @Enumerated(EnumType.STRING)
    Month month;
}

@Entity
class Precisions {
    @Id
    Long id;

    @Column(precision = 3)
    Instant milliseconds;

    @Column(precision = 9)
    Instant beyondThePrecision;

    @FractionalSeconds(0)
    LocalDateTime seconds;

    @FractionalSeconds(2)
    LocalTime hundredths;

    @Column(precision = 3)
    Duration duration;

    @JdbcTypeCode(SqlTypes.INTERVAL_SECOND)
    Duration interval;

    @JdbcTypeCode(SqlTypes.INTERVAL_SECOND)
    @Column(precision = 10, scale = 3)
    Duration preciseInterval;

    @JdbcTypeCode(SqlTypes.TIMESTAMP)
    Instant withoutZone;

    @JdbcTypeCode(SqlTypes.TIMESTAMP_WITH_TIMEZONE)
    LocalDateTime withZone;

    @JdbcTypeCode(SqlTypes.DATE)
    LocalDateTime dayOnly;

    @JdbcTypeCode(SqlTypes.BIGINT)
    Instant epoch;
}

@Entity
class Legacy {
    @Id
    Long id;

    @Temporal(TemporalType.DATE)
    Date date;

    @Temporal(TemporalType.TIME)
    Date time;

    @Temporal(TemporalType.TIMESTAMP)
    Date timestamp;

    Date unsaid;

    @Temporal(TemporalType.DATE)
    Calendar calendarDate;

    Calendar calendar;

    java.sql.Date sqlDate;
    java.sql.Time sqlTime;
    Timestamp sqlTimestamp;
}

@Entity
class Zones {
    @Id
    Long id;

    @TimeZoneStorage(TimeZoneStorageType.NATIVE)
    ZonedDateTime asNative;

    @TimeZoneStorage(TimeZoneStorageType.NORMALIZE)
    ZonedDateTime normalized;

    @TimeZoneStorage(TimeZoneStorageType.NORMALIZE_UTC)
    OffsetDateTime normalizedToUtc;

    @TimeZoneStorage(TimeZoneStorageType.COLUMN)
    ZonedDateTime inColumn;

    @TimeZoneStorage(TimeZoneStorageType.COLUMN)
    @TimeZoneColumn(name = "its_zone")
    OffsetDateTime inNamedColumn;

    @TimeZoneStorage(TimeZoneStorageType.AUTO)
    OffsetDateTime automatic;

    @TimeZoneStorage(TimeZoneStorageType.COLUMN)
    @Column(name = "opens", nullable = false)
    OffsetTime timeInColumn;
}

@Entity
class Stamped {
    @Id
    Long id;

    @CreationTimestamp
    Instant created;

    @UpdateTimestamp
    LocalDateTime updated;

    @CreationTimestamp(source = SourceType.DB)
    Instant createdByDatabase;

    @UpdateTimestamp(source = SourceType.DB)
    OffsetDateTime updatedByDatabase;

    @CurrentTimestamp
    Instant current;

    @Version
    Instant version;
}
