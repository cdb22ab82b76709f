package dev.migrate.autogen.jpa.model.basics;

import jakarta.persistence.Basic;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.Lob;
import jakarta.persistence.Transient;
import java.io.Serializable;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.URI;
import java.net.URL;
import java.sql.Blob;
import java.sql.Clob;
import java.sql.NClob;
import java.util.Currency;
import java.util.Locale;
import java.util.TimeZone;
import java.util.UUID;
import org.hibernate.Length;
import org.hibernate.annotations.Collate;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Nationalized;
import org.hibernate.type.NumericBooleanConverter;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.TrueFalseConverter;
import org.hibernate.type.YesNoConverter;

@Entity
class Numbers {
    @Id
    long id;

    Byte octet;
    Short small;
    Integer plain;
    Long big;
    Float single;
    Double twice;

    @Column(precision = 6)
    float precise;

    @Column(precision = 15)
    double exactly;

    @Column(scale = 4)
    BigDecimal scaled;

    @Column(precision = 38, scale = 0)
    BigDecimal integral;

    @Column(precision = 5)
    BigInteger bounded;

    @JdbcTypeCode(SqlTypes.TINYINT)
    int tiny;

    @JdbcTypeCode(SqlTypes.SMALLINT)
    int lesser;

    @JdbcTypeCode(SqlTypes.NUMERIC)
    int numeric;

    @JdbcTypeCode(SqlTypes.DECIMAL)
    double decimal;

    @JdbcTypeCode(SqlTypes.REAL)
    double real;

    @JdbcTypeCode(SqlTypes.FLOAT)
    double floating;

    @JdbcTypeCode(SqlTypes.VARCHAR)
    Long asText;
}

@Entity
class Texts {
    @Id
    String id;

    @Column(length = 1)
    String one;

    @Column(length = 10485760)
    String atTheLimit;

    @Column(length = 10485761)
    String overTheLimit;

    @Column(length = Length.LONG)
    String longText;

    @Column(length = Length.LONG32)
    String longerText;

    @Column(length = Length.LOB_DEFAULT)
    String lobText;

    @Nationalized
    String nationalized;

    @JdbcTypeCode(SqlTypes.CHAR)
    @Column(length = 8)
    String fixed;

    @JdbcTypeCode(SqlTypes.LONG32VARCHAR)
    String unlimited;

    @JdbcTypeCode(SqlTypes.NVARCHAR)
    String international;

    @Collate("en-US-x-icu")
    String sorted;

    char[] characters;

    @Column(length = 7)
    char[] few;

    char letter;

    @Column(length = 3)
    Character letters;
}

@Entity
class Booleans {
    @Id
    Long id;

    boolean plain;

    @Column(nullable = false)
    Boolean required;

    @Convert(converter = YesNoConverter.class)
    Boolean yesNo;

    @Convert(converter = YesNoConverter.class)
    boolean primitiveYesNo;

    @Convert(converter = TrueFalseConverter.class)
    Boolean trueFalse;

    @Convert(converter = NumericBooleanConverter.class)
    Boolean numeric;

    @JdbcTypeCode(SqlTypes.INTEGER)
    Boolean integer;

    @JdbcTypeCode(SqlTypes.CHAR)
    Boolean character;

    @JdbcTypeCode(SqlTypes.BIT)
    Boolean bit;

    @JdbcTypeCode(SqlTypes.VARCHAR)
    @Column(length = 5)
    Boolean word;
}

@Entity
class Binaries {
    @Id
    Long id;

    byte[] bytes;

    @Column(length = 16)
    byte[] few;

    @Column(length = Length.LONG32)
    byte[] many;

    @JdbcTypeCode(SqlTypes.BINARY)
    @Column(length = 20)
    byte[] fixed;

    @JdbcTypeCode(SqlTypes.LONGVARBINARY)
    byte[] longer;

    Serializable serialized;
}

@Entity
class LargeObjects {
    @Id
    Long id;

    @Lob
    String text;

    @Lob
    char[] characters;

    @Lob
    byte[] bytes;

    @Lob
    Serializable object;

    Blob blob;
    Clob clob;
    NClob nclob;

    @Lob
    @Nationalized
    String international;

    @Lob
    @Column(length = 1000)
    String sized;

    @Lob
    @JdbcTypeCode(SqlTypes.LONGVARCHAR)
    String textual;

    @Lob
    @JdbcTypeCode(SqlTypes.VARBINARY)
    byte[] octets;
}

@Entity
class JavaTypes {
    @Id
    UUID id;

    @JdbcTypeCode(SqlTypes.CHAR)
    UUID characters;

    @JdbcTypeCode(SqlTypes.VARCHAR)
    UUID text;

    @JdbcTypeCode(SqlTypes.BINARY)
    UUID asBytes;

    Class<?> type;
    Currency currency;
    Locale locale;
    TimeZone timeZone;
    URL url;
    URI uri;
    InetAddress address;

    @JdbcTypeCode(SqlTypes.VARCHAR)
    InetAddress host;

    @Column(length = 40)
    URI shorter;

    @Basic(optional = false)
    Locale required;
}

@Entity
class Optionality {
    @Id
    @Column(length = 12)
    String id;

    @Basic(optional = false)
    Integer required;

    @Column(nullable = false)
    Integer mandatory;

    @Basic(optional = false)
    @Column(nullable = true)
    Integer contradictory;

    @Column(insertable = false, updatable = false)
    String readOnly;

    @Transient
    String ignored;

    transient String alsoIgnored;

    @Basic(fetch = FetchType.LAZY)
    String lazy;

    @Column(name = "RENAMED")
    String renamed;

    @Column(table = "Optionality")
    String tabled;
}
