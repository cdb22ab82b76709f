package dev.migrate.autogen.jpa;

import dev.migrate.ddl.SqlIdentifiers;
import dev.migrate.ddl.SqlReader;
import dev.migrate.schema.QualifiedName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Names as Hibernate writes them into SQL, read as PostgreSQL reads them: unquoted ones fold to lower case, long ones
 * are cut (PostgreSQL manual, 4.1.1 Identifiers and Key Words).
 */
final class SqlNames {

    private final String defaultSchema;

    /** @param defaultSchema objects in this schema get no qualifier */
    SqlNames(String defaultSchema) {
        this.defaultSchema = defaultSchema;
    }

    /** One name: {@code Agent_Name}, {@code "User"}. */
    static String simple(String sql) {
        return SqlIdentifiers.read(sql.trim());
    }

    /** Names between commas: {@code id, "User"}. */
    static List<String> list(String sql) {
        return SqlReader.list(sql).stream().map(SqlNames::simple).toList();
    }

    /** A name with its schema: {@code app."User"}. A catalog before it is the database itself, and left out. */
    QualifiedName qualified(String sql) {
        QualifiedName name = SqlIdentifiers.readQualified(sql);
        return QualifiedName.of(unlessDefault(name.schema()), name.name());
    }

    /** The schema, or null if it is the default one. */
    @Nullable
    String unlessDefault(@Nullable String schema) {
        return defaultSchema.equals(schema) ? null : schema;
    }
}
