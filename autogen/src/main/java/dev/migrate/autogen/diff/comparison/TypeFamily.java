package dev.migrate.autogen.diff.comparison;

import dev.migrate.schema.Type;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Groups of types among which PostgreSQL converts a column without being told how: by an assignment cast (PostgreSQL
 * manual, 10.4 Value Storage, and the catalog pg_cast). From one group to another an expression is needed, except to
 * strings, which take anything as it is written; where that means something else, a {@link Conversion} is needed.
 */
public enum TypeFamily {
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

    private static final Set<String> OF_NO_FAMILY = Set.of("boolean", "bytea", "uuid");

    public static TypeFamily of(Type type) {
        return isArray(type) ? OTHER : FAMILIES.getOrDefault(type.base().split(" ", 2)[0], OTHER);
    }

    /** Whether every value of {@code from} becomes one of {@code to} by an assignment cast, and means the same. */
    public static boolean convertsByItself(Type from, Type to) {
        TypeFamily target = of(to);
        boolean isCast = (target == STRING && !isArray(from)) || (target != OTHER && target == of(from));
        return (isCast && Conversion.between(from, to).isEmpty()) || from.base().equals(to.base());
    }

    /** Whether what is said of the one may make no sense of the other: every value is a string, and no string a number. */
    public static boolean isOfAnotherKind(Type from, Type to) {
        return !convertsByItself(from, to) || of(from) != of(to);
    }

    /**
     * Whether PostgreSQL takes the session's time zone to make the one from the other (manual, 8.5.1.3 Time Stamps): the
     * same migration then yields other values elsewhere.
     */
    public static boolean readsTimeZone(Type from, Type to) {
        boolean times = of(from) == of(to) && (of(from) == TIMESTAMP || of(from) == TIME);
        return (times && hasTimeZone(from) != hasTimeZone(to)) || (isMoment(from) && isTimeOfDay(to));
    }

    private static boolean isTimeOfDay(Type type) {
        return of(type) == TIME && !type.base().startsWith("interval") && !hasTimeZone(type);
    }

    /**
     * A value in a zone that is named, as SQL. By itself {@code AT TIME ZONE} takes a date for the moment when it begins in
     * the session's zone, and a time of day for one of that zone, and asks what they are in the one that is named.
     */
    public static String inUtc(String column, Type from) {
        if (from.sql().equals("date")) {
            return column + "::timestamp AT TIME ZONE 'UTC'";
        }
        return isTimeOfDay(from) ? "(" + column + "::text || ' UTC')::timetz" : column + " AT TIME ZONE 'UTC'";
    }

    /** Whether moments become text, which says when they were in the session's time zone (manual, 8.5.2). */
    public static boolean writesTimeZone(Type from, Type to) {
        return isMoment(from) && of(to) == STRING;
    }

    /** Whether text becomes moments, of which those that name no time zone are in the session's (manual, 8.5.1.3). */
    public static boolean parsesTimeZone(Type from, Type to) {
        return of(from) == STRING && isMoment(to);
    }

    private static boolean isMoment(Type type) {
        return of(type) == TIMESTAMP && hasTimeZone(type);
    }

    private static boolean hasTimeZone(Type type) {
        return type.base().endsWith("with time zone") || type.base().endsWith("tz");
    }

    /**
     * Whether only the type itself knows what its modifiers mean: the dimensions of a {@code vector(3)}, all of which every
     * value has, or the kind of a {@code geometry(Point,4326)}.
     */
    public static boolean hasModifiersOfItsOwn(Type type) {
        return of(type) == OTHER && type.sql().endsWith(")") && !type.base().startsWith("bit");
    }

    /** Whether both types may be stored and compressed in the same ways (PostgreSQL manual, 65.2 TOAST). */
    public static boolean isStoredAlike(Type from, Type to) {
        return from.base().equals(to.base()) || (isLong(from) && isLong(to));
    }

    private static boolean isLong(Type type) {
        TypeFamily family = of(type);
        return family == JSON || (family == STRING && !type.base().equals("name"));
    }

    /** Whether a foreign key cannot compare the one with the other, on its way from one type to the other. */
    public static boolean isIncompatible(Type from, Type to) {
        return !convertsByItself(from, to) || !convertsByItself(to, from);
    }

    /**
     * Whether PostgreSQL may compare the values as it does those of all types of the kind: arrays, enums, ranges, composites
     * and the domains over them (manual, 36.2.5 Polymorphic Types).
     */
    public static boolean mayBePolymorphic(Type type) {
        return of(type) == OTHER && !OF_NO_FAMILY.contains(type.base());
    }

    /** How a column's values become those of another type, as SQL: null if PostgreSQL finds out by itself. */
    static @Nullable String conversion(String column, Type from, Type to) {
        return OneElement.conversion(column, from, to).orElseGet(() -> conversionAsWritten(column, from, to));
    }

    /**
     * The same for values that come back as they were, arrays too. Where PostgreSQL has no cast from one type to the other,
     * the way is through text, which every type can be read from.
     */
    public static @Nullable String conversionAsWritten(String column, Type from, Type to) {
        if (convertsByItself(from, to) || (isArray(from) && of(to) == STRING)) {
            return null;
        }
        Optional<Conversion> way = Conversion.between(from, to);
        if (way.isPresent()) {
            return way.get().of(column, to);
        }
        if (isArray(from) && isArray(to)) {
            return convertsByItself(element(from), element(to)) ? null : column + "::text[]::" + to.sql();
        }
        return column + (of(from) == STRING ? "::" : "::text::") + to.sql();
    }

    public static boolean isArray(Type type) {
        return type.sql().endsWith("]");
    }

    /** What an array is one of, however many dimensions it says it has. */
    public static Type element(Type array) {
        return new Type(array.sql().replaceAll("(\\[\\])+$", ""));
    }
}
