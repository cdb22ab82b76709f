package dev.migrate.autogen.diff;

import dev.migrate.schema.Type;
import java.util.Locale;
import java.util.Map;

/**
 * Groups of types among which PostgreSQL converts a column without being told how: by an assignment cast (PostgreSQL
 * manual, 10.4 Value Storage, and the catalog pg_cast). From one group to another an expression is needed, except to
 * strings, which take anything.
 */
enum TypeFamily {
    STRING,
    NUMBER,
    TIMESTAMP,
    TIME,
    JSON,
    OTHER;

    /** By a type's first word. */
    private static final Map<String, TypeFamily> FAMILIES = Map.ofEntries(
            Map.entry("text", STRING),
            Map.entry("varchar", STRING),
            Map.entry("character", STRING),
            Map.entry("char", STRING),
            Map.entry("bpchar", STRING),
            Map.entry("citext", STRING),
            Map.entry("name", STRING),
            Map.entry("smallint", NUMBER),
            Map.entry("integer", NUMBER),
            Map.entry("bigint", NUMBER),
            Map.entry("numeric", NUMBER),
            Map.entry("real", NUMBER),
            Map.entry("double", NUMBER),
            Map.entry("timestamp", TIMESTAMP),
            Map.entry("timestamptz", TIMESTAMP),
            Map.entry("date", TIMESTAMP),
            Map.entry("time", TIME),
            Map.entry("timetz", TIME),
            Map.entry("interval", TIME),
            Map.entry("json", JSON),
            Map.entry("jsonb", JSON));

    static TypeFamily of(Type type) {
        return type.sql().endsWith("]")
                ? OTHER
                : FAMILIES.getOrDefault(base(type).split(" ", 2)[0], OTHER);
    }

    /** Whether every value of {@code from} becomes one of {@code to} by an assignment cast. */
    static boolean convertsByItself(Type from, Type to) {
        TypeFamily target = of(to);
        return target == STRING
                || (target != OTHER && target == of(from))
                || base(from).equals(base(to));
    }

    /** The type without its length, precision or scale. */
    static String base(Type type) {
        return type.sql().replaceAll("\\([^)]*\\)", "").toLowerCase(Locale.ROOT);
    }
}
