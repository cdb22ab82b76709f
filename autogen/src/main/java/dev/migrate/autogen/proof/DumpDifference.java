package dev.migrate.autogen.proof;

import dev.migrate.autogen.catalog.PrintedArrays;
import dev.migrate.autogen.diff.comparison.Precision;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What two schema dumps don't have in common, as lines with a sign before them.
 *
 * <p>PostgreSQL names a NOT NULL and the sequence of an identity after the table and the column, and these names stay
 * when table or column get others. What is dropped afterwards and made again is named anew: no migration has given the
 * old name, and none has lost it. Such names don't count. Nor does it count whether an array is cast or its elements are: a
 * baseline that pg_dump wrote says it otherwise than the database that was dumped. Nor do all six digits of a time: what
 * another tool made a {@code timestamp}, a baseline from the entities made a {@code timestamp(6)}.
 */
final class DumpDifference {

    /** A downgrade that does nothing differs by the whole schema, which nobody reads. */
    private static final int SHOWN = 50;

    private static final String NAME = "(?:\"(?:[^\"]|\"\")*%1$s\\d*\"|[^\\s\"]*%1$s\\d*)";
    private static final String SEQUENCE = "(?:\"(?:[^\"]|\"\")*\"|[^\\s\".]+)\\." + NAME.formatted("_seq");

    /** The places of a fact at which the server's own names stand. */
    private static final Pattern NAMED_BY_SERVER = Pattern.compile("(?<=: constraint )" + NAME.formatted("_not_null")
            + "(?= NOT NULL )|(?<= identity (?:always|by default) )" + SEQUENCE + "|^" + SEQUENCE
            + "(?=: sequence .* identity of )");

    private static final Pattern COLUMN = Pattern.compile("(: column (?:\"(?:[^\"]|\"\")*\"|[^\\s\"]+) )(.*)");

    private DumpDifference() {}

    /** Lines that only {@code before} has, with a minus, then those that only {@code after} has, with a plus: the first. */
    static Optional<String> between(String before, String after) {
        List<String> old = facts(before);
        Set<String> known = Set.copyOf(old);
        List<String> now = facts(after).stream()
                .map(fact -> known.contains(unmarked(fact)) ? unmarked(fact) : fact)
                .toList();
        List<String> lines = new ArrayList<>();
        without(old, now).forEach(fact -> lines.add("    - " + fact));
        without(now, old).forEach(fact -> lines.add("    + " + fact));
        if (lines.size() > SHOWN) {
            lines.set(SHOWN, "    and " + (lines.size() - SHOWN) + " more");
            lines.subList(SHOWN + 1, lines.size()).clear();
        }
        return lines.isEmpty() ? Optional.empty() : Optional.of(String.join("\n", lines));
    }

    /** Each fact with the object it is about. */
    private static List<String> facts(String dump) {
        List<String> facts = new ArrayList<>();
        String object = "";
        for (String line : dump.lines().toList()) {
            if (line.startsWith("  ")) {
                facts.add(object + ": " + line.strip());
            } else {
                object = line;
            }
        }
        return facts;
    }

    /**
     * What an administrator has marked an index for, a migration that was written for that database gives back. Here it has
     * taken nothing away.
     */
    private static String unmarked(String fact) {
        return fact.contains(": index ") ? fact.replace(" clustered", "").replace(" replica identity", "") : fact;
    }

    private static List<String> without(List<String> facts, List<String> others) {
        Set<String> known = others.stream().map(DumpDifference::comparable).collect(Collectors.toSet());
        return facts.stream().filter(fact -> !known.contains(comparable(fact))).toList();
    }

    private static String comparable(String fact) {
        String typed = COLUMN.matcher(fact)
                .replaceFirst(
                        column -> Matcher.quoteReplacement(column.group(1) + Precision.unbounded(column.group(2))));
        return PrintedArrays.reread(NAMED_BY_SERVER.matcher(typed).replaceAll(""));
    }
}
