package dev.migrate.autogen.diff.comparison;

import dev.migrate.schema.Type;
import java.util.regex.Pattern;

/** When two types of times store the same, though PostgreSQL prints them differently. */
public final class Precision {

    /** Six digits are all that a time has (PostgreSQL manual, 8.5 Date/Time Types): the same as naming no precision. */
    private static final Pattern FULL = Pattern.compile("^(time|timestamp|interval)( ?)\\(6\\)");

    private Precision() {}

    public static boolean areAlike(Type from, Type to) {
        return unbounded(from.sql()).equals(unbounded(to.sql()));
    }

    /** What begins with a type, without the precision that says nothing. */
    public static String unbounded(String type) {
        return FULL.matcher(type).replaceFirst("$1");
    }
}
