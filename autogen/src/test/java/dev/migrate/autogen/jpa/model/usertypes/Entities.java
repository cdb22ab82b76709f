package dev.migrate.autogen.jpa.model.usertypes;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Converter;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.io.Serializable;
import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.JavaType;
import org.hibernate.annotations.JdbcType;
import org.hibernate.annotations.Type;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.hibernate.type.descriptor.jdbc.SmallIntJdbcType;
import org.hibernate.type.descriptor.jdbc.UUIDJdbcType;
import org.hibernate.usertype.UserType;

record Isbn(String value) {}

record Celsius(BigDecimal degrees) {}

record Sign(boolean positive) {}

class IsbnType implements UserType<Isbn> {
    @Override
    public int getSqlType() {
        return Types.VARCHAR;
    }

    @Override
    public Class<Isbn> returnedClass() {
        return Isbn.class;
    }

    @Override
    public boolean equals(Isbn x, Isbn y) {
        return Objects.equals(x, y);
    }

    @Override
    public int hashCode(Isbn x) {
        return Objects.hashCode(x);
    }

    @Override
    public Isbn nullSafeGet(ResultSet rs, int position, SharedSessionContractImplementor session, Object owner)
            throws SQLException {
        return new Isbn(rs.getString(position));
    }

    @Override
    public void nullSafeSet(
            PreparedStatement statement, Isbn value, int index, SharedSessionContractImplementor session)
            throws SQLException {
        statement.setString(index, value.value());
    }

    @Override
    public Isbn deepCopy(Isbn value) {
        return value;
    }

    @Override
    public boolean isMutable() {
        return false;
    }

    @Override
    public Serializable disassemble(Isbn value) {
        return value.value();
    }

    @Override
    public Isbn assemble(Serializable cached, Object owner) {
        return new Isbn((String) cached);
    }
}

@Converter(autoApply = true)
class CelsiusConverter implements AttributeConverter<Celsius, BigDecimal> {
    @Override
    public BigDecimal convertToDatabaseColumn(Celsius attribute) {
        return attribute == null ? null : attribute.degrees();
    }

    @Override
    public Celsius convertToEntityAttribute(BigDecimal data) {
        return data == null ? null : new Celsius(data);
    }
}

@Converter
class SignConverter implements AttributeConverter<Sign, Character> {
    @Override
    public Character convertToDatabaseColumn(Sign attribute) {
        return attribute == null ? null : attribute.positive() ? '+' : '-';
    }

    @Override
    public Sign convertToEntityAttribute(Character data) {
        return data == null ? null : new Sign(data == '+');
    }
}

@Converter
class ListConverter implements AttributeConverter<List<String>, String> {
    @Override
    public String convertToDatabaseColumn(List<String> attribute) {
        return attribute == null ? null : String.join(",", attribute);
    }

    @Override
    public List<String> convertToEntityAttribute(String data) {
        return data == null ? null : List.of(data);
    }
}

@Embeddable
class Measured {
    Celsius temperature;

    @Convert(converter = SignConverter.class)
    Sign sign;

    Sign serialized;
}

@Entity
class Book {
    @Id
    Long id;

    @Type(IsbnType.class)
    @Column(nullable = false, unique = true)
    Isbn isbn;

    @Type(IsbnType.class)
    @Column(length = 17)
    Isbn longer;

    Celsius temperature;

    @Column(precision = 5, scale = 2)
    Celsius precise;

    @Convert(disableConversion = true)
    BigDecimal unconverted;

    @Convert(converter = SignConverter.class)
    Sign sign;

    @Convert(converter = ListConverter.class)
    @Column(length = 400)
    List<String> words;

    @Embedded
    @AttributeOverride(name = "temperature", column = @Column(name = "measured_temperature"))
    @AttributeOverride(name = "sign", column = @Column(name = "measured_sign"))
    @Convert(attributeName = "serialized", converter = SignConverter.class)
    Measured measured;

    @ElementCollection
    Set<Celsius> temperatures;

    @ElementCollection
    @Convert(converter = SignConverter.class, attributeName = "key")
    Map<Sign, Celsius> bySign;

    @JdbcType(UUIDJdbcType.class)
    UUID byJdbcType;

    @JdbcType(SmallIntJdbcType.class)
    Integer small;

    @JavaType(org.hibernate.type.descriptor.java.StringJavaType.class)
    String byJavaType;
}
