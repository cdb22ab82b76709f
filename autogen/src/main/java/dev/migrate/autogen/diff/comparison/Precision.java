package dev.migrate.autogen.diff.comparison;

import dev.migrate.schema.Type;
import java.util.regex.Pattern;

/** When two types of times store the same, though PostgreSQL prints them differently. */
final class Precision {

    /** Six digits are all that a time has (PostgreSQL manual, 8.5 Date/Time Types): the same as naming no precision. */
    private static final Pattern FULL = Pattern.compile("^(time|timestamp|interval)( ?)\\(6\\)");

    private Precision() {}

    static boolean areAlike(Type from, Type to) {
        return unbounded(from).equals(unbounded(to));
    }

    private static String unbounded(Type type) {
        return FULL.matcher(type.sql()).replaceFirst("$1");
    }
}
