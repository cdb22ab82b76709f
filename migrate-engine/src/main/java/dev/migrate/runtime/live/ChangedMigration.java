package dev.migrate.runtime.live;

import dev.migrate.MigrateException;
import dev.migrate.revision.Step;
import dev.migrate.runtime.connection.Redaction;
import dev.migrate.runtime.journal.Interruption;
import dev.migrate.runtime.journal.StepText;
import java.util.List;

/** An interrupted migration was changed where its statements are committed already. Nothing was run. */
final class ChangedMigration extends MigrateException {

    private static final long serialVersionUID = 1L;

    private ChangedMigration(String message) {
        super(message);
    }

    /**
     * @param then the digests of the statements that are committed or begun; none if nobody has kept them
     * @param now the digests that the migration has now, with its statements
     */
    static ChangedMigration of(
            Step step,
            Interruption left,
            List<String> then,
            List<String> now,
            List<String> statements,
            Redaction redaction) {
        int last = left.mark().begun() == null
                ? left.mark().statement()
                : left.mark().statement() + 1;
        StringBuilder text = new StringBuilder("The ")
                .append(left.action())
                .append(" of revision ")
                .append(step.revision().summary())
                .append(" can't continue, and nothing was run: its statements up to ")
                .append(last)
                .append(left.mark().begun() == null ? " are committed" : " are committed or begun")
                .append(", and the migration has others there now.\n");
        StatementsDiff diff = then.size() == last ? StatementsDiff.of(then, now) : StatementsDiff.NONE;
        for (int added : diff.added()) {
            text.append("Added, and never run here:\n").append(shown(statements.get(added), redaction));
        }
        if (!diff.missing().isEmpty()) {
            text.append("Changed or removed: ");
            text.append(diff.missing().size() == 1 ? "statement " : "statements ");
            text.append(String.join(
                    ", ",
                    diff.missing().stream()
                            .map(one -> Integer.toString(one + 1))
                            .toList()));
            text.append(".\n");
        }
        text.append(remedy(diff, last, statements, redaction));
        return new ChangedMigration(text + "Then run mvn migrate:" + StepText.action(step)
                + " again: it continues after statement " + left.mark().statement() + ".");
    }

    private static String remedy(StatementsDiff diff, int last, List<String> statements, Redaction redaction) {
        String restore = diff.added().isEmpty() || !diff.missing().isEmpty()
                ? "Restore the migration as it was up to statement " + last + "; what comes after it may change.\n"
                : "";
        return diff.lastKept() < 0 || diff.added().isEmpty() || !diff.missing().isEmpty()
                ? restore
                : "Move what was added to after statement " + last + ", which is\n"
                        + shown(statements.get(diff.lastKept()), redaction);
    }

    private static String shown(String sql, Redaction redaction) {
        return FailureReport.excerpt(redaction.of(sql)).strip().indent(2);
    }
}
