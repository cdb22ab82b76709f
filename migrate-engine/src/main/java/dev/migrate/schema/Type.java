package dev.migrate.schema;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A PostgreSQL data type, written as in SQL: {@code varchar(50)}, {@code numeric(10,2)}, {@code text[]},
 * {@code app.mood}. {@link Types} has a factory for each common one.
 *
 * <p>Only PostgreSQL knows that {@code varchar(50)} and {@code character varying(50)} are one type. Types are comparable
 * after canonicalization, when each is spelled as {@code format_type} spells it.
 *
 * @param sql the type's SQL, with identifiers already quoted where they need it
 */
public record Type(String sql) {

    private static final Set<String> INTEGERS = Set.of("smallint", "integer", "bigint");

    private static final Pattern MODIFIERS = Pattern.compile("\\([^)]*\\)");
    private static final Pattern NUMBERS = Pattern.compile("\\(([\\d, ]+)\\)");
    private static final Pattern COMMA = Pattern.compile(",");

    public Type {
        if (sql.isBlank()) {
            throw new IllegalArgumentException("A type is blank; expected SQL such as varchar(50)");
        }
    }

    /** The array type with this element type. */
    public Type array() {
        return new Type(sql + "[]");
    }

    /** The type without its length, precision or scale, in lower case: {@code numeric} of {@code numeric(10,2)}. */
    public String base() {
        return MODIFIERS.matcher(sql).replaceAll("").toLowerCase(Locale.ROOT);
    }

    /** Whether it is one of the types for whole numbers, by its usual name (PostgreSQL manual, 8.1.1 Integer Types). */
    public boolean isInteger() {
        return INTEGERS.contains(base());
    }

    /** Length, precision, scale: the numbers behind the name. */
    public List<Integer> modifiers() {
        Matcher matcher = NUMBERS.matcher(sql);
        return matcher.find()
                ? COMMA.splitAsStream(matcher.group(1))
                        .map(String::strip)
                        .map(Integer::valueOf)
                        .toList()
                : List.of();
    }

    /**
     * Whether its limits admit less than those of another type with the same base. None is unlimited. A numeric loses
     * digits by a smaller scale, and by less room in front of the point.
     */
    public boolean isTighterThan(Type other) {
        List<Integer> own = modifiers();
        List<Integer> others = other.modifiers();
        if (own.isEmpty() || others.isEmpty()) {
            return !own.isEmpty();
        }
        int scale = own.size() > 1 ? own.get(1) : 0;
        int otherScale = others.size() > 1 ? others.get(1) : 0;
        return scale < otherScale || own.get(0) - scale < others.get(0) - otherScale;
    }

    @Override
    public String toString() {
        return sql;
    }

    // Written out like all that a comparison meets by the thousand: docs/decisions/0015.
    @Override
    public boolean equals(Object other) {
        return this == other || (other instanceof Type that && sql.equals(that.sql));
    }

    @Override
    public int hashCode() {
        return sql.hashCode();
    }
}
