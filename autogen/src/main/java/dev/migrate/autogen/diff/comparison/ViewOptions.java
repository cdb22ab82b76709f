package dev.migrate.autogen.diff.comparison;

import dev.migrate.schema.AuxiliaryObject;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The options of a view, such as {@code security_barrier}. A declared view that names none keeps those that somebody has
 * given it.
 */
final class ViewOptions {

    /** As auxiliary_objects.sql prints it. */
    private static final Pattern HEAD = Pattern.compile(
            "(?<head>CREATE (?<kind>VIEW|MATERIALIZED VIEW) (?<name>[^\\n]+?)) WITH \\((?<options>[^\\n]+)\\) AS\\n");

    private ViewOptions() {}

    /** Whether the one view is the other without its options. */
    static boolean areAllThatDiffers(AuxiliaryObject present, AuxiliaryObject wanted) {
        String printed = String.valueOf(present.printed());
        Matcher head = HEAD.matcher(printed);
        return head.lookingAt()
                && (head.group("head") + " AS\n" + printed.substring(head.end())).equals(wanted.printed());
    }

    /** What gives the options of the one to the other, if that has none of its own. */
    static String kept(AuxiliaryObject present, AuxiliaryObject wanted) {
        Matcher head = HEAD.matcher(String.valueOf(present.printed()));
        return head.lookingAt()
                        && wanted.printed() != null
                        && !HEAD.matcher(wanted.printed()).lookingAt()
                ? "\nALTER " + head.group("kind") + " " + head.group("name") + " SET (" + head.group("options") + ");"
                : "";
    }
}
