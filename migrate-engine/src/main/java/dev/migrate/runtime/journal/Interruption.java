package dev.migrate.runtime.journal;

import dev.migrate.InterruptedRevision;
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
 * @param detail what else the journal knows of it
 */
public record Interruption(String revision, String action, Progress.Mark mark, Detail detail) {

    private static final String REVERTING = StepText.action(Direction.DOWNGRADE);

    /** {@code after its statement 2}. */
    public String where() {
        return mark.begun() == null
                ? "after its statement " + mark.statement()
                : "during its statement " + (mark.statement() + 1);
    }

    /** The same, with nothing begun behind what is committed. */
    public Interruption withoutBegun() {
        return new Interruption(revision, action, mark.withoutBegun(), detail);
    }

    /** The same, of an attempt that failed. */
    public Interruption failed(String reason) {
        return new Interruption(revision, action, mark, detail.failed(reason));
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
                        + "\nThis stamp says nothing of it: it is on another branch. Stamp all that"
                        + " is applied, on all branches, with -Dmigrate.purge.");
            }
        }
    }

    /** What happened, and how the database is made whole. */
    String message() {
        return "The database is half way through the " + action + " of revision " + revision + ": " + committed()
                + ".\n" + cause() + waysOut();
    }

    /** {@code 21 of its 24 statements are committed}. */
    private String committed() {
        int done = mark.statement();
        String of = detail.statements() == null ? "" : " of its " + detail.statements();
        String count = done == 0
                ? "none" + of + (of.isEmpty() ? " of its statements is complete" : " statements is complete")
                : done + of + (done == 1 && of.isEmpty() ? " statement is committed" : " statements are committed");
        return count
                + (mark.begun() == null
                        ? ""
                        : ", and statement " + (done + 1) + " was begun: nobody knows how far it came");
    }

    private String cause() {
        return detail.reason() == null
                ? "Why it stopped isn't recorded: its process was killed, its connection was lost, or it still runs.\n"
                : "It failed with\n" + detail.reason().strip().indent(2);
    }

    /** Two of them: the rest of it, or none of it. */
    public String waysOut() {
        boolean reverting = action.equals(REVERTING);
        String may = mark.begun() == null
                ? "Correct the cause: the rows, or the migration after statement " + mark.statement()
                        + ". Then complete it: "
                : "Correct the cause, and leave the migration as it is up to statement " + (mark.statement() + 1)
                        + ". Then complete it: ";
        return may + "mvn migrate:" + action + " -Dmigrate.revision=" + revision + (reverting ? "@-1" : "") + "\n"
                + "Or undo by hand what is committed, and record where the database is then: mvn migrate:stamp"
                + " -Dmigrate.revision=" + revision + (reverting ? "" : "@-1");
    }

    public InterruptedRevision published() {
        return new InterruptedRevision(
                revision, action, mark.statement(), detail.statements(), detail.reason(), message());
    }
}
