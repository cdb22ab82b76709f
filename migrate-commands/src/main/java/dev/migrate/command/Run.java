package dev.migrate.command;

import dev.migrate.RunListener;
import dev.migrate.revision.Plan;
import dev.migrate.revision.RevisionGraph;
import dev.migrate.revision.text.HistoryText;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Remembers what a run has done, to say it in one line at the end. */
public final class Run implements RunListener {

    private int steps;
    private Duration duration = Duration.ZERO;

    @Override
    public void runFinished(Plan plan, Duration taken) {
        steps = plan.steps().size();
        duration = taken;
    }

    /** {@code Upgraded by 2 revisions in 0.4 s. The database is at 0012 (head).} */
    public String summary(String verb, String place) {
        String done = steps == 0
                ? "Nothing to do."
                : String.format(
                        Locale.ROOT, "%s by %s in %.1f s.", verb, revisions(steps), duration.toMillis() / 1000.0);
        return done + " The database is at " + place + ".";
    }

    /** {@code 1 revision}, {@code 2 revisions}. */
    public static String revisions(int count) {
        return count == 1 ? "1 revision" : count + " revisions";
    }

    /** {@code 0012 (head)}, or {@code base}; without more about them if the history doesn't have all of them. */
    public static String place(RevisionGraph graph, Set<String> rows) {
        if (!rows.stream().allMatch(graph::contains)) {
            return String.join(", ", rows);
        }
        String current = HistoryText.of(graph).current(rows, false).lines().collect(Collectors.joining(", "));
        return current.isEmpty() ? "base" : current;
    }
}
