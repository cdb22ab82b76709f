package dev.migrate.autogen.jpa.model.usertypes;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Converter;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import java.io.Serializable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.annotations.AttributeBinderType;
import org.hibernate.annotations.Filter;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.Mutability;
import org.hibernate.annotations.Parameter;
import org.hibernate.annotations.Type;
import org.hibernate.binder.AttributeBinder;
import org.hibernate.boot.spi.MetadataBuildingContext;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.hibernate.mapping.PersistentClass;
import org.hibernate.mapping.Property;
import org.hibernate.metamodel.spi.ValueAccess;
import org.hibernate.type.descriptor.WrapperOptions;
import org.hibernate.type.descriptor.java.AbstractClassJavaType;
import org.hibernate.type.descriptor.java.Immutability;
import org.hibernate.type.descriptor.jdbc.JdbcType;
import org.hibernate.type.descriptor.jdbc.JdbcTypeIndicators;
import org.hibernate.usertype.CompositeUserType;
import org.hibernate.usertype.ParameterizedType;
import org.hibernate.usertype.UserType;

/** Types of an application's own that {@code package-info.java} registers for all of it. */
final class Registered {

    private Registered() {}

    record Weight(int grams) {}

    record Barcode(String digits) {}

    record Span(LocalDate start, LocalDate finish) {}

    record Loud(String text) {}

    record Code<T>(T value) {}

    /** A converter that says only in its subclasses what it converts. */
    abstract static class CodeConverter<T> implements AttributeConverter<Code<T>, T> {
        @Override
        public T convertToDatabaseColumn(Code<T> attribute) {
            return attribute == null ? null : attribute.value();
        }

        @Override
        public Code<T> convertToEntityAttribute(T data) {
            return data == null ? null : new Code<>(data);
        }
    }

    @Converter
    static class UuidCodeConverter extends CodeConverter<UUID> {}

    @Converter
    static class InstantCodeConverter extends CodeConverter<Instant> {}

    @Converter
    static class BytesCodeConverter extends CodeConverter<byte[]> {}

    @Converter
    static class LongCodeConverter extends CodeConverter<Long> {}

    @Converter
    static class DayCodeConverter extends CodeConverter<DayOfWeek> {}

    static class WeightConverter implements AttributeConverter<Weight, Integer> {
        @Override
        public Integer convertToDatabaseColumn(Weight attribute) {
            return attribute == null ? null : attribute.grams();
        }

        @Override
        public Weight convertToEntityAttribute(Integer data) {
            return data == null ? null : new Weight(data);
        }
    }

    abstract static class OctetsType<T> implements UserType<T> {
        @Override
        public boolean equals(T left, T right) {
            return Objects.equals(left, right);
        }

        @Override
        public int hashCode(T value) {
            return Objects.hashCode(value);
        }

        @Override
        public T deepCopy(T value) {
            return value;
        }

        @Override
        public boolean isMutable() {
            return false;
        }

        @Override
        public Serializable disassemble(T value) {
            return (Serializable) value;
        }
    }

    static class BarcodeType extends OctetsType<Barcode> {
        @Override
        public int getSqlType() {
            return Types.VARBINARY;
        }

        @Override
        public Class<Barcode> returnedClass() {
            return Barcode.class;
        }

        @Override
        public Barcode nullSafeGet(ResultSet rs, int position, SharedSessionContractImplementor session, Object owner)
                throws SQLException {
            return new Barcode(rs.getString(position));
        }

        @Override
        public void nullSafeSet(
                PreparedStatement statement, Barcode value, int index, SharedSessionContractImplementor session)
                throws SQLException {
            statement.setString(index, value.digits());
        }

        @Override
        public Barcode assemble(Serializable cached, Object owner) {
            return new Barcode((String) cached);
        }
    }

    /** Its SQL type depends on what the mapping gives it. */
    static class Parameterized extends BarcodeType implements ParameterizedType {
        private boolean textual;

        @Override
        public void setParameterValues(java.util.Properties parameters) {
            textual = "text".equals(parameters.getProperty("as"));
        }

        @Override
        public int getSqlType() {
            return textual ? Types.VARCHAR : Types.VARBINARY;
        }

        @Override
        public long getDefaultSqlLength(org.hibernate.dialect.Dialect dialect, JdbcType jdbcType) {
            return 44;
        }
    }

    static class SpanType implements CompositeUserType<Span> {
        static class Parts {
            LocalDate start;
            LocalDate finish;
        }

        @Override
        public Object getPropertyValue(Span component, int property) {
            return property == 0 ? component.finish() : component.start();
        }

        @Override
        public Span instantiate(ValueAccess values, SessionFactoryImplementor factory) {
            return new Span(values.getValue(1, LocalDate.class), values.getValue(0, LocalDate.class));
        }

        @Override
        public Class<?> embeddable() {
            return Parts.class;
        }

        @Override
        public Class<Span> returnedClass() {
            return Span.class;
        }

        @Override
        public boolean equals(Span left, Span right) {
            return Objects.equals(left, right);
        }

        @Override
        public int hashCode(Span value) {
            return Objects.hashCode(value);
        }

        @Override
        public Span deepCopy(Span value) {
            return value;
        }

        @Override
        public boolean isMutable() {
            return false;
        }

        @Override
        public Serializable disassemble(Span value) {
            return value.start();
        }

        @Override
        public Span assemble(Serializable cached, Object owner) {
            return new Span((LocalDate) cached, null);
        }

        @Override
        public Span replace(Span detached, Span managed, Object owner) {
            return detached;
        }
    }

    static class LoudJavaType extends AbstractClassJavaType<Loud> {
        private static final long serialVersionUID = 1L;

        public LoudJavaType() {
            super(Loud.class);
        }

        @Override
        public JdbcType getRecommendedJdbcType(JdbcTypeIndicators indicators) {
            return indicators.getTypeConfiguration().getJdbcTypeRegistry().getDescriptor(Types.VARCHAR);
        }

        @Override
        public long getDefaultSqlLength(org.hibernate.dialect.Dialect dialect, JdbcType jdbcType) {
            return 99;
        }

        @Override
        public <X> X unwrap(Loud value, Class<X> type, WrapperOptions options) {
            return type.cast(value.text());
        }

        @Override
        public <X> Loud wrap(X value, WrapperOptions options) {
            return new Loud((String) value);
        }
    }

    @AttributeBinderType(binder = ShoutedBinder.class)
    @Retention(RetentionPolicy.RUNTIME)
    @interface Shouted {
        int length();
    }

    /** Changes the column that an attribute has got. */
    public static class ShoutedBinder implements AttributeBinder<Shouted> {
        @Override
        public void bind(Shouted shouted, MetadataBuildingContext context, PersistentClass entity, Property property) {
            org.hibernate.mapping.Column column = property.getColumns().get(0);
            column.setLength((long) shouted.length());
            column.setDefaultValue("'?'");
        }
    }

    @Entity
    @Filter(name = "light")
    static class Parcel {
        @Id
        @GeneratedValue
        Long id;

        Weight weight;
        Barcode barcode;

        @Type(value = Parameterized.class, parameters = @Parameter(name = "as", value = "text"))
        Barcode textual;

        @Type(Parameterized.class)
        Barcode octets;

        @AttributeOverride(name = "finish", column = @Column(name = "finished", nullable = false))
        Span span;

        Loud loud;

        @Column(length = 7)
        Loud shorter;

        @Shouted(length = 33)
        String text;

        @Mutability(Immutability.class)
        Loud constant;

        @Immutable
        @Convert(converter = UuidCodeConverter.class)
        Code<UUID> uuid;

        @Convert(converter = InstantCodeConverter.class)
        Code<Instant> instant;

        @Convert(converter = BytesCodeConverter.class)
        @Column(length = 9)
        Code<byte[]> bytes;

        @Convert(converter = LongCodeConverter.class)
        @Column(precision = 5)
        Code<Long> number;

        @Convert(converter = DayCodeConverter.class)
        Code<DayOfWeek> day;

        @ElementCollection
        Map<String, Loud> louder;

        @ElementCollection
        @Convert(attributeName = "value", converter = LongCodeConverter.class)
        Map<String, Code<Long>> numbers;
    }
}
