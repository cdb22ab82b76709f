package dev.migrate.autogen.jpa;

import org.hibernate.type.descriptor.WrapperOptions;
import org.hibernate.type.descriptor.java.JavaType;
import org.hibernate.type.format.FormatMapper;

/**
 * Stands for Jackson, JSON-B or JAXB, which write values as JSON or XML. The schema doesn't depend on them, and Hibernate
 * wouldn't start where a project has the API and only its server a provider.
 */
final class UnusedFormat implements FormatMapper {

    /** The settings that take such an instance. */
    static final String JSON = "hibernate.type.json_format_mapper";

    static final String XML = "hibernate.type.xml_format_mapper";

    @Override
    public <T> T fromString(CharSequence text, JavaType<T> type, WrapperOptions options) {
        throw new UnsupportedOperationException("No rows are read here: " + type);
    }

    @Override
    public <T> String toString(T value, JavaType<T> type, WrapperOptions options) {
        throw new UnsupportedOperationException("No rows are written here: " + type);
    }
}
