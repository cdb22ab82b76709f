package dev.migrate.autogen.diff.dependency;

import dev.migrate.autogen.diff.comparison.SqlText;
import dev.migrate.ddl.SqlIdentifiers;
import dev.migrate.schema.AuxiliaryObject;
import dev.migrate.schema.QualifiedName;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names in SQL that no catalog tells the meaning of: bodies that PostgreSQL keeps as strings (manual, 36.5 and 41.1), and
 * definitions of objects that no database has yet. They serve for warnings, and for the order of what comes together; what has
 * to be rebuilt is found by {@link dev.migrate.schema.Dependencies} alone.
 */
public final class Mentions {

    private static final Pattern NAME = Pattern.compile(
            "(?:materialized view|view|function|procedure|aggregate|type) (?:.*\\.)?(?<name>\"(?:[^\"]|\"\")+\"|[^(\".]+)(?:\\(.*\\))?",
            Pattern.DOTALL);

    /** As {@code pg_get_functiondef} prints it: behind the options, of which none is a string. */
    private static final Pattern PARSED_BODY = Pattern.compile(
            "\\A(?:(?!\\$function\\$|\\$procedure\\$).)*\n *(?:BEGIN ATOMIC\n|RETURN )", Pattern.DOTALL);

    private Mentions() {}

    /** Whether the routine's body is SQL and no string: PostgreSQL knows what it reads (manual, CREATE FUNCTION). */
    public static boolean isParsed(AuxiliaryObject routine) {
        String printed = routine.printed();
        return PARSED_BODY.matcher(printed == null ? routine.create() : printed).find();
    }

    /** Whether an object's SQL contains the table's name. */
    public static boolean of(AuxiliaryObject object, QualifiedName table) {
        return of(object, table.name());
    }

    /** Whether it contains the names of a table and of its column. */
    public static boolean of(AuxiliaryObject object, QualifiedName table, String column) {
        return of(object, table) && of(object, column);
    }

    /** Whether it contains the name. */
    public static boolean of(AuxiliaryObject object, String name) {
        return SqlText.mentions(object.create(), name);
    }

    /** Whether it contains the name of the other object. */
    public static boolean of(AuxiliaryObject object, AuxiliaryObject other) {
        Matcher name = NAME.matcher(other.identity());
        return name.matches() && of(object, SqlIdentifiers.unquote(name.group("name")));
    }
}
