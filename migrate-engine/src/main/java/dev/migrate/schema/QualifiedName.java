package dev.migrate.schema;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The name of a schema object, with the schema it lives in where one is given. Names are exact: {@code Users} and
 * {@code users} differ, and quoting is added where the name is written as SQL, never here.
 *
 * @param schema the schema, or null for the first one of the search path
 * @param name the name within the schema
 */
public record QualifiedName(@Nullable String schema, String name) implements Comparable<QualifiedName> {

    /** @throws IllegalArgumentException if a part is not a possible PostgreSQL identifier */
    public QualifiedName {
        if (schema != null) {
            Identifiers.check(schema);
        }
        Identifiers.check(name);
    }

    /** The object called {@code name} in {@code schema}; both are taken literally. */
    public static QualifiedName of(@Nullable String schema, String name) {
        return new QualifiedName(schema, name);
    }

    /**
     * Reads a name as a migration author writes it: {@code agents}, {@code audit.events}. A dot separates schema and
     * name; a name that itself contains a dot is put in double quotes, as in {@code audit."odd.name"}. Case is kept.
     *
     * @throws IllegalArgumentException if there are more than two parts, or a part is empty or over 63 bytes
     */
    public static QualifiedName parse(String text) {
        return QualifiedNameParser.parse(text);
    }

    /** The same object name in another schema. */
    public QualifiedName inSchema(@Nullable String newSchema) {
        return new QualifiedName(newSchema, name);
    }

    /** An object beside this one, in the same schema. */
    public QualifiedName sibling(String otherName) {
        return new QualifiedName(schema, otherName);
    }

    /** By schema, none first, then by name. */
    @Override
    public int compareTo(QualifiedName other) {
        int bySchema = schema == null || other.schema == null
                ? Boolean.compare(schema != null, other.schema != null)
                : schema.compareTo(other.schema);
        return bySchema == 0 ? name.compareTo(other.name) : bySchema;
    }

    /** The form that {@link #parse} reads, for messages; SQL is written by the DDL renderer. */
    @Override
    public String toString() {
        return schema == null ? part(name) : part(schema) + "." + part(name);
    }

    private static String part(String text) {
        return text.indexOf('.') < 0 && text.indexOf('"') < 0 ? text : '"' + text.replace("\"", "\"\"") + '"';
    }

    // Written out like all that a comparison meets by the thousand: docs/decisions/0015.
    @Override
    public boolean equals(Object other) {
        return this == other
                || (other instanceof QualifiedName that
                        && name.equals(that.name)
                        && Objects.equals(schema, that.schema));
    }

    @Override
    public int hashCode() {
        return 31 * Objects.hashCode(schema) + name.hashCode();
    }
}
