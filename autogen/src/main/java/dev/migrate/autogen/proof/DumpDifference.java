package dev.migrate.autogen.proof;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What two schema dumps don't have in common, as lines with a sign before them. */
final class DumpDifference {

    private DumpDifference() {}

    /** Lines that only {@code before} has, with a minus, then those that only {@code after} has, with a plus. */
    static Optional<String> between(String before, String after) {
        List<String> old = facts(before);
        List<String> now = facts(after);
        List<String> lines = new ArrayList<>();
        without(old, now).forEach(fact -> lines.add("    - " + fact));
        without(now, old).forEach(fact -> lines.add("    + " + fact));
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

    private static List<String> without(List<String> facts, List<String> others) {
        Set<String> known = new HashSet<>(others);
        return facts.stream().filter(fact -> !known.contains(fact)).toList();
    }
}
