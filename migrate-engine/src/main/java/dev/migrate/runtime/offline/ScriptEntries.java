package dev.migrate.runtime.offline;

import dev.migrate.Outcome;
import dev.migrate.revision.Step;
import dev.migrate.runtime.journal.Journal;
import dev.migrate.runtime.journal.Progress;
import dev.migrate.runtime.journal.StepText;
import dev.migrate.runtime.journal.VersionTable;
import java.util.Set;

/**
 * The journal entries of a script. What is committed before a revision's end has one that fails unless what comes before it is
 * there: psql stops at an error, but not where somebody pastes the script into it, and no other client does.
 */
final class ScriptEntries {

    /** What stands behind a statement that runs alone: psql knows whether it was refused. */
    static final String RESULT = "SET migrate.failed = :'ERROR';\n\n";

    private static final String IS_REFUSED = "current_setting('migrate.failed', true) = 'true'";

    private final VersionTable versionTable;
    private final Journal journal;
    private Set<String> rows = Set.of();

    /** A condition: whether the entry before isn't the latest one. Empty before the first one of a revision. */
    private String missing = "";

    ScriptEntries(VersionTable versionTable, Journal journal) {
        this.versionTable = versionTable;
        this.journal = journal;
    }

    /** @param before what the version table holds when the next revision begins */
    void begin(Set<String> before) {
        rows = before;
        missing = "";
    }

    /** @param changed as for {@link Journal#appendBehindSql} */
    String appendSql(Step step, Outcome outcome, Progress.Mark mark, String state, boolean changed) {
        String revision = step.revision().id();
        String action = StepText.action(step);
        if (outcome == Outcome.DONE && missing.isEmpty()) {
            // The whole revision is one transaction, in which the change of the version rows is checked.
            return journal.appendSql(revision, action, Journal.NOW, outcome, mark, state);
        }
        String first = versionTable.isElsewhereSql(rows) + " OR " + journal.isHalfAppliedSql(revision);
        String sql = journal.appendBehindSql(
                missing.isEmpty() ? first : missing, changed, revision, action, Journal.NOW, outcome, mark, state);
        missing = journal.isNotBehindSql(revision, outcome, mark)
                + (outcome == Outcome.STARTED ? " OR " + IS_REFUSED : "");
        return sql;
    }
}
