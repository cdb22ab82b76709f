package dev.migrate.revision.naming;

import dev.migrate.MigrateException;
import dev.migrate.revision.RevisionGraph;
import java.time.Clock;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;

/** Chooses the id of a new revision. */
@FunctionalInterface
public interface RevisionIds {

    /** An id that the history doesn't have yet. */
    String next(RevisionGraph graph);

    /** Twelve random hexadecimal digits: {@code 3f2a91bc04d7}. */
    static RevisionIds hex(RandomGenerator random) {
        return graph -> {
            String id;
            do {
                id = String.format(Locale.ROOT, "%012x", random.nextLong(1L << 48));
            } while (graph.contains(id));
            return id;
        };
    }

    /**
     * The time in the clock's zone, and a number that counts the revisions named so: {@code 20241209_100000_002}.
     */
    static RevisionIds timestamp(Clock clock) {
        Pattern form = Pattern.compile("\\d{8}_\\d{6}_(\\d{3,17})");
        DateTimeFormatter time = DateTimeFormatter.ofPattern("yyyyMMdd_HHmmss", Locale.ROOT);
        return graph -> {
            long number = numbers(graph, form).max().orElse(0) + 1;
            return String.format(Locale.ROOT, "%s_%03d", time.format(ZonedDateTime.now(clock)), number);
        };
    }

    /**
     * The next number: {@code 0001}.
     *
     * @param width how many digits, at least
     */
    static RevisionIds sequence(int width) {
        if (width < 1 || width > 17) {
            throw new MigrateException("A sequence of ids has a width of 1 to 17 digits, not " + width + ".");
        }
        Pattern form = Pattern.compile("(\\d{1,17})");
        return graph -> String.format(
                Locale.ROOT, "%0" + width + "d", numbers(graph, form).max().orElse(0) + 1);
    }

    private static LongStream numbers(RevisionGraph graph, Pattern form) {
        return graph.ids().stream()
                .map(form::matcher)
                .filter(Matcher::matches)
                .mapToLong(id -> Long.parseLong(id.group(1)));
    }
}
