package dev.migrate.ddl;

import dev.migrate.schema.Identifiers;
import dev.migrate.schema.QualifiedName;
import java.util.Collection;
import java.util.stream.Collectors;

/**
 * Names as SQL (PostgreSQL manual, 4.1.1 Identifiers and Key Words): the only place that quotes an identifier. A name is
 * taken literally; it gets double quotes wherever PostgreSQL would read it differently without them.
 */
public final class SqlIdentifiers {

    private SqlIdentifiers() {}

    /**
     * One name: {@code agents}, {@code "Agents"}, {@code "order"}, {@code "say ""hi"""}.
     *
     * @throws IllegalArgumentException if PostgreSQL has no such name: empty, over 63 bytes, or with a NUL
     */
    public static String quote(String name) {
        Identifiers.check(name);
        return isPlain(name) && !Keywords.isReserved(name) ? name : '"' + name.replace("\"", "\"\"") + '"';
    }

    private static boolean isPlain(String name) {
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean letter = (c >= 'a' && c <= 'z') || c == '_';
            if (!letter && (i == 0 || c < '0' || c > '9')) {
                return false;
            }
        }
        return true;
    }

    /** A name with its schema, if it has one: {@code audit.events}. */
    public static String quote(QualifiedName name) {
        return name.schema() == null ? quote(name.name()) : quote(name.schema()) + "." + quote(name.name());
    }

    /** Several names with commas between them: {@code a, "B"}. */
    public static String quoteAll(Collection<String> names) {
        return names.stream().map(SqlIdentifiers::quote).collect(Collectors.joining(", "));
    }
}
