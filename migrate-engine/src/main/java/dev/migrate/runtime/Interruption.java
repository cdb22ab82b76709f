package dev.migrate.runtime;

import dev.migrate.MigrateException;
import dev.migrate.revision.Plan;
import java.util.Collection;

/**
 * A revision that a run left half applied.
 *
 * @param action {@code upgrade} or {@code downgrade}
 * @param mark what is committed, and what had begun
 */
record Interruption(String revision, String action, Progress.Mark mark) {

    /** {@code after its statement 2}. */
    String where() {
        return mark.begun() == null
                ? "after its statement " + mark.statement()
                : "during its statement " + (mark.statement() + 1);
    }

    /** The same, with nothing begun behind what is committed. */
    Interruption withoutBegun() {
        return new Interruption(revision, action, mark.withoutBegun());
    }

    /** @throws MigrateException if one of them isn't completed by the plan: what the plan builds on isn't there */
    static void requirePlanned(Collection<Interruption> interruptions, Plan plan) {
        for (Interruption interruption : interruptions) {
            boolean planned = plan.steps().stream()
                    .anyMatch(step -> step.revision().id().equals(interruption.revision)
                            && StepText.action(step).equals(interruption.action));
            if (!planned) {
                throw new MigrateException("The " + interruption.action + " of revision " + interruption.revision
                        + " was interrupted " + interruption.where()
                        + ", so the database is between two revisions. Complete it with mvn migrate:"
                        + interruption.action + " -Dmigrate.revision="
                        + (interruption.action.equals("upgrade") ? interruption.revision : "-1")
                        + "; or complete or undo it by hand and record where the database is with mvn migrate:stamp.");
            }
        }
    }
}
