package dev.migrate.schema;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An enumerated type (PostgreSQL manual, 8.7 Enumerated Types).
 *
 * @param name the type's name
 * @param values labels in their sort order; each at most 63 bytes, and possibly empty
 * @param comment null is none
 */
public record EnumType(
        QualifiedName name, List<String> values, @Nullable String comment) {

    public EnumType {
        values = Names.labels(values);
    }

    /** The same type with other values. */
    public EnumType values(List<String> newValues) {
        return new EnumType(name, newValues, comment);
    }

    /** Its {@code COMMENT}; null for none. */
    public EnumType comment(@Nullable String text) {
        return new EnumType(name, values, text);
    }

    /** The same type under another name. */
    public EnumType named(QualifiedName newName) {
        return new EnumType(newName, values, comment);
    }
}
