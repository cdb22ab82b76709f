package dev.migrate.ddl;

import dev.migrate.schema.Identifiers;
import dev.migrate.schema.QualifiedName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
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

    /** The name that {@link #quote(String)} was given; a text without double quotes around it is its own name. */
    public static String unquote(String sql) {
        return isQuoted(sql) ? sql.substring(1, sql.length() - 1).replace("\"\"", "\"") : sql;
    }

    /**
     * The name that PostgreSQL takes an identifier in SQL for: {@linkplain #fold folded} unless it is quoted, and cut
     * if it is too long.
     */
    public static String read(String sql) {
        return Identifiers.truncate(isQuoted(sql) ? unquote(sql) : fold(sql));
    }

    /** A name with its schema, if it has one: {@code app."User"}. A database in front of them is left out. */
    public static QualifiedName readQualified(String sql) {
        List<String> parts = split(sql);
        int last = parts.size() - 1;
        return QualifiedName.of(
                last == 0 ? null : read(parts.get(last - 1).trim()),
                read(parts.get(last).trim()));
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

    /** What PostgreSQL makes of SQL outside quotes: the capitals of ASCII are lower case, and only those. */
    public static String fold(String sql) {
        int capital = 0;
        while (capital < sql.length() && !isCapital(sql.charAt(capital))) {
            capital++;
        }
        if (capital == sql.length()) {
            return sql;
        }
        StringBuilder folded = new StringBuilder(sql);
        for (int i = capital; i < sql.length(); i++) {
            char c = sql.charAt(i);
            folded.setCharAt(i, isCapital(c) ? (char) (c + ('a' - 'A')) : c);
        }
        return folded.toString();
    }

    private static boolean isQuoted(String sql) {
        return sql.length() > 1 && sql.startsWith("\"") && sql.endsWith("\"");
    }

    private static boolean isCapital(char c) {
        return c >= 'A' && c <= 'Z';
    }

    /** Several names with commas between them: {@code a, "B"}. */
    public static String quoteAll(Collection<String> names) {
        return names.stream().map(SqlIdentifiers::quote).collect(Collectors.joining(", "));
    }
}
