package dev.migrate.autogen.jpa;

import dev.migrate.ddl.SqlIdentifiers;
import dev.migrate.schema.QualifiedName;
import java.util.ArrayList;
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
        if (sql.indexOf('.') < 0) {
            return part(sql);
        }
        List<String> parts = split(sql);
        return part(parts.size() == 1 ? parts.get(0) : sql);
    }

    /** Names between commas: {@code id, "User"}. */
    static List<String> list(String sql) {
        return SqlText.list(sql).stream().map(SqlNames::simple).toList();
    }

    /** A name with its schema: {@code app."User"}. A catalog before it is the database itself, and left out. */
    QualifiedName qualified(String sql) {
        List<String> parts = split(sql);
        int last = parts.size() - 1;
        String schema = last == 0 ? null : part(parts.get(last - 1));
        return QualifiedName.of(unlessDefault(schema), part(parts.get(last)));
    }

    /** The schema, or null if it is the default one. */
    @Nullable
    String unlessDefault(@Nullable String schema) {
        return defaultSchema.equals(schema) ? null : schema;
    }

    private static String part(String sql) {
        return SqlIdentifiers.read(sql.trim());
    }

    private static List<String> split(String sql) {
        List<String> parts = new ArrayList<>();
        boolean quoted = false;
        int start = 0;
        for (int i = 0; i < sql.length(); i++) {
            char c = sql.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (c == '.' && !quoted) {
                parts.add(sql.substring(start, i));
                start = i + 1;
            }
        }
        parts.add(sql.substring(start));
        return parts;
    }
}
