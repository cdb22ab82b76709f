package dev.migrate.runtime.journal;

import dev.migrate.MigrateException;
import dev.migrate.revision.Direction;
import dev.migrate.revision.Plan;
import java.util.Collection;
import java.util.Map;
import java.util.Set;

/**
 * A revision that a run left half applied.
 *
 * @param action {@code upgrade} or {@code downgrade}
 * @param mark what is committed, and what had begun
 */
public record Interruption(String revision, String action, Progress.Mark mark) {

    private static final String REVERTING = StepText.action(Direction.DOWNGRADE);

    /** {@code after its statement 2}. */
    public String where() {
        return mark.begun() == null
                ? "after its statement " + mark.statement()
                : "during its statement " + (mark.statement() + 1);
    }

    /** The same, with nothing begun behind what is committed. */
    public Interruption withoutBegun() {
        return new Interruption(revision, action, mark.withoutBegun());
    }

    /** @throws MigrateException if one of them isn't completed by the plan: what the plan builds on isn't there */
    public static void requirePlanned(Collection<Interruption> interruptions, Plan plan) {
        for (Interruption interruption : interruptions) {
            boolean planned = plan.steps().stream()
                    .anyMatch(step -> step.revision().id().equals(interruption.revision)
                            && StepText.action(step).equals(interruption.action));
            if (!planned) {
                throw new MigrateException(interruption.message());
            }
        }
    }

    /**
     * Refuses a database on which an applied revision is half reverted: its row in the version table says that all of it
     * is there. A revision that is half applied has no row, so whoever needs it misses it.
     *
     * @param applied the rows of the version table
     */
    public static void requireNoneReverting(Map<String, Interruption> interruptions, Set<String> applied) {
        for (Interruption interruption : interruptions.values()) {
            if (interruption.action.equals(REVERTING) && applied.contains(interruption.revision)) {
                throw new MigrateException(interruption.message());
            }
        }
    }

    /** @throws MigrateException if one of these revisions was interrupted, since a stamp says nothing of them */
    public static void requireNoneOf(Set<String> revisions, Map<String, Interruption> interruptions) {
        for (Interruption interruption : interruptions.values()) {
            if (revisions.contains(interruption.revision)) {
                throw new MigrateException(interruption.message()
                        + " This stamp says nothing of it: it is on another branch. Stamp all that"
                        + " is applied, on all branches, with -Dmigrate.purge.");
            }
        }
    }

    /** What happened, and how it is completed. */
    String message() {
        return "The " + action + " of revision " + revision + " was interrupted " + where()
                + ", so the database is between two revisions. Complete it with mvn migrate:" + action
                + " -Dmigrate.revision=" + revision + (action.equals(REVERTING) ? "@-1" : "")
                + ", in a project that has this revision; or complete or undo it by hand and record where the database is"
                + " with mvn migrate:stamp.";
    }

    public InterruptedRevision published() {
        return new InterruptedRevision(revision, action, mark.statement(), message());
    }
}
