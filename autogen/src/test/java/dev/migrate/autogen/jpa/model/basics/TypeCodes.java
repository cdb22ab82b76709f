package dev.migrate.autogen.jpa.model.basics;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Period;
import java.time.YearMonth;
import java.time.ZonedDateTime;
import java.util.BitSet;
import java.util.Calendar;
import java.util.Date;
import java.util.GregorianCalendar;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Nationalized;
import org.hibernate.type.SqlTypes;

@Entity
class NumericCodes {
    @Id
    Long id;

    @JdbcTypeCode(SqlTypes.DOUBLE)
    Float asDouble;

    @JdbcTypeCode(SqlTypes.FLOAT)
    Double asFloat;

    @JdbcTypeCode(SqlTypes.BIGINT)
    Integer wide;

    @JdbcTypeCode(SqlTypes.INTEGER)
    Short widened;

    @JdbcTypeCode(SqlTypes.INTEGER)
    Long narrowed;

    @JdbcTypeCode(SqlTypes.DECIMAL)
    @Column(precision = 20, scale = 5)
    BigDecimal decimal;

    @JdbcTypeCode(SqlTypes.BIGINT)
    BigInteger bigInteger;

    @JdbcTypeCode(SqlTypes.NUMERIC)
    @Column(precision = 3)
    Byte small;

    @JdbcTypeCode(SqlTypes.NUMERIC)
    Duration asNumber;

    @JdbcTypeCode(SqlTypes.BIGINT)
    Duration asNanoseconds;

    @Column(precision = 1000, scale = 999)
    BigDecimal enormous;
}

@Entity
class CharacterCodes {
    @Id
    Long id;

    @JdbcTypeCode(SqlTypes.NCHAR)
    @Column(length = 4)
    String nchar;

    @JdbcTypeCode(SqlTypes.LONGNVARCHAR)
    String longNvarchar;

    @JdbcTypeCode(SqlTypes.LONG32NVARCHAR)
    String longestNvarchar;

    @JdbcTypeCode(SqlTypes.LONGVARCHAR)
    @Column(length = 90)
    String longVarchar;

    @JdbcTypeCode(SqlTypes.CLOB)
    String clob;

    @JdbcTypeCode(SqlTypes.NCLOB)
    String nclob;

    @Nationalized
    char letter;

    @JdbcTypeCode(SqlTypes.CHAR)
    Character fixed;

    @JdbcTypeCode(SqlTypes.CHAR)
    @Column(length = 36, columnDefinition = "char(36)")
    UUID uuid;

    @JdbcTypeCode(SqlTypes.SQLXML)
    String xml;

    @JdbcTypeCode(SqlTypes.JSON)
    String json;
}

@Entity
class BinaryCodes {
    @Id
    Long id;

    @JdbcTypeCode(SqlTypes.LONG32VARBINARY)
    byte[] longest;

    @JdbcTypeCode(SqlTypes.BLOB)
    byte[] blob;

    @JdbcTypeCode(SqlTypes.VARBINARY)
    @Column(length = 3)
    UUID uuid;

    @JdbcTypeCode(SqlTypes.VARBINARY)
    String octets;
}

@Entity
class TemporalCodes {
    @Id
    Long id;

    @JdbcTypeCode(SqlTypes.TIME)
    LocalTime time;

    @JdbcTypeCode(SqlTypes.TIME_WITH_TIMEZONE)
    OffsetTime timeWithZone;

    @JdbcTypeCode(SqlTypes.TIME_UTC)
    OffsetTime timeInUtc;

    @JdbcTypeCode(SqlTypes.TIMESTAMP_UTC)
    Instant inUtc;

    @JdbcTypeCode(SqlTypes.TIMESTAMP_UTC)
    OffsetDateTime offsetInUtc;

    @JdbcTypeCode(SqlTypes.TIMESTAMP)
    ZonedDateTime normalized;

    @JdbcTypeCode(SqlTypes.TIMESTAMP_WITH_TIMEZONE)
    @Column(precision = 0)
    Instant wholeSeconds;

    @JdbcTypeCode(SqlTypes.TIMESTAMP)
    LocalDate midnight;

    @JdbcTypeCode(SqlTypes.VARCHAR)
    LocalDateTime text;

    @JdbcTypeCode(SqlTypes.TIMESTAMP_WITH_TIMEZONE)
    Date date;

    @JdbcTypeCode(SqlTypes.TIMESTAMP_WITH_TIMEZONE)
    Calendar calendar;

    GregorianCalendar gregorian;

    @JdbcTypeCode(SqlTypes.INTERVAL_SECOND)
    @Column(scale = 0)
    Duration interval;
}

@Entity
class OtherCodes {
    @Id
    @JdbcTypeCode(SqlTypes.UUID)
    UUID id;

    @JdbcTypeCode(SqlTypes.INET)
    InetAddress inet;

    @JdbcTypeCode(SqlTypes.BOOLEAN)
    Boolean bool;

    @JdbcTypeCode(SqlTypes.TINYINT)
    Boolean tiny;

    @JdbcTypeCode(SqlTypes.NUMERIC)
    Boolean numeric;
}

/** What has no type of its own is serialized. */
@Entity
class SerializedTypes {
    @Id
    Long id;

    Period period;
    MonthDay monthDay;
    YearMonth yearMonth;
    BitSet bits;

    @Column(length = 64, nullable = false)
    Period required;
}
