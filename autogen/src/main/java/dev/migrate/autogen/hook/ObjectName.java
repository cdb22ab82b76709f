package dev.migrate.autogen.hook;

import dev.migrate.schema.QualifiedName;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The name of something that is compared.
 *
 * @param kind what it is
 * @param schema the schema it is in; null is the default one
 * @param table the table that it is a part of; null if it is none
 * @param name its own name
 */
public record ObjectName(
        Kind kind, @Nullable String schema, @Nullable String table, String name) {

    /** What has a name. */
    public enum Kind {
        TABLE,
        COLUMN,
        CONSTRAINT,
        INDEX,
        SEQUENCE,
        ENUM,
        DOMAIN
    }

    static ObjectName of(Kind kind, QualifiedName name) {
        return new ObjectName(kind, name.schema(), null, name.name());
    }

    static ObjectName part(Kind kind, QualifiedName table, String name) {
        return new ObjectName(kind, table.schema(), table.name(), name);
    }

    /** A table's name. */
    public static ObjectName table(QualifiedName table) {
        return of(Kind.TABLE, table);
    }

    /** A column's name. */
    public static ObjectName column(QualifiedName table, String column) {
        return part(Kind.COLUMN, table, column);
    }

    /** {@code table users}, {@code column audit.events.at}. */
    @Override
    public String toString() {
        return Stream.of(schema, table, name)
                .filter(Objects::nonNull)
                .collect(Collectors.joining(".", kind.name().toLowerCase(Locale.ROOT) + " ", ""));
    }
}
