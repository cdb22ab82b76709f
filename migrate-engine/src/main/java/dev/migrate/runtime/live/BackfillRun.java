package dev.migrate.runtime.live;

import dev.migrate.MigrateException;
import dev.migrate.ddl.BackfillSql;
import dev.migrate.ddl.BackfillSql.KeyColumn;
import dev.migrate.operation.DataOperation.Assignment;
import dev.migrate.operation.DataOperation.Backfill;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A backfill on a live connection: batch after batch along the primary key, each in its own transaction. */
final class BackfillRun {

    private static final Pattern PLAN_ROWS = Pattern.compile("rows=(\\d+)");

    /** Commits a batch, and remembers the key that it reached. */
    interface Checkpoint {
        void at(String key) throws SQLException;
    }

    /** The last key of a batch, as PostgreSQL prints a {@code text[]}, and how many rows it had. */
    private record Batch(String lastKey, long rows) {}

    private final LiveContext run;
    private final LiveRevision revision;
    private final Backfill backfill;
    private final BackfillSql sql;

    BackfillRun(LiveContext run, LiveRevision revision, Backfill backfill) {
        this.run = run;
        this.revision = revision;
        this.backfill = backfill;
        this.sql = new BackfillSql(backfill);
    }

    /** @param last the key that an earlier attempt has reached, or null to begin at the first row */
    void run(@Nullable String last, Checkpoint checkpoint) throws SQLException {
        run.transaction().ensureOpen(revision.id());
        List<KeyColumn> key = asked(this::key);
        if (last != null) {
            requireSame(key, last);
        }
        BackfillProgress progress =
                new BackfillProgress(backfill.table().toString(), asked(this::estimate), System::nanoTime);
        Optional<Batch> batch = next(last == null ? sql.firstBatch(key) : sql.nextBatch(key, last), progress);
        while (batch.isPresent()) {
            String reached = batch.get().lastKey();
            checkpoint.at(reached);
            progress.after(batch.get().rows()).ifPresent(run.listener()::notice);
            // A pause is for others, who would wait for what this transaction has locked.
            if (!backfill.pause().isZero() && !revision.isInOneTransaction()) {
                run.cancellation().sleep(backfill.pause());
            }
            batch = next(sql.nextBatch(key, reached), progress);
        }
        run.listener().notice(progress.end());
    }

    /** What is asked before the first batch fails by what its author wrote, too. */
    private <T> T asked(LiveRevision.Work<T> question) throws SQLException {
        try {
            return question.run();
        } catch (SQLException e) {
            throw new StatementFailure(revision.progress().statement(), "", e, List.of(), run.redaction())
                    .of(run.redaction().of(sql.written()));
        }
    }

    private Optional<Batch> next(String statement, BackfillProgress progress) throws SQLException {
        run.cancellation().check();
        run.transaction().ensureOpen(revision.id());
        try {
            return run.statements()
                    .run(
                            revision.step(),
                            revision.progress().statement(),
                            statement,
                            run.transaction().backend(),
                            this::batch);
        } catch (StatementFailure failure) {
            throw failure.of(run.redaction().of(sql.written()) + "\n-- in batches of " + backfill.batchSize()
                    + " rows; before this one the run had done " + progress.done() + " rows");
        }
    }

    private Optional<Batch> batch(Statement executed) throws SQLException {
        try (ResultSet row = executed.getResultSet()) {
            if (!row.next()) {
                return Optional.empty();
            }
            String fault = row.getString(3);
            if (fault != null) {
                throw new MigrateException(
                        "The backfill of " + backfill.table() + " " + fault + BackfillSql.CONSEQUENCE);
            }
            return Optional.of(new Batch(row.getString(1), row.getLong(2)));
        }
    }

    private List<KeyColumn> key() throws SQLException {
        List<KeyColumn> key = new ArrayList<>();
        try (Statement statement = run.session().connection().createStatement();
                ResultSet rows = statement.executeQuery(sql.keyQuery())) {
            while (rows.next()) {
                key.add(new KeyColumn(rows.getString(1), rows.getString(2)));
            }
        }
        if (key.isEmpty()) {
            throw new MigrateException("The table " + backfill.table() + " has no primary key to backfill it by."
                    + " Add one, or use op.update(…), which changes all rows in one transaction.");
        }
        requireUnchanged(key);
        return key;
    }

    /** A row whose key grows would be met again and again. */
    private void requireUnchanged(List<KeyColumn> key) {
        for (Assignment assignment : backfill.assignments()) {
            if (key.stream().anyMatch(column -> column.name().equals(assignment.column()))) {
                throw new MigrateException("The backfill of " + backfill.table() + " sets " + assignment.column()
                        + ", which belongs to the primary key that it goes along: rows would be changed more than once."
                        + " Use op.update(…), which changes all rows at once.");
            }
        }
    }

    /** Which rows lie behind the last batch, only the key tells that it went along. */
    private void requireSame(List<KeyColumn> key, String last) throws SQLException {
        String now = BackfillSql.description(key);
        try (Statement statement = run.session().connection().createStatement();
                ResultSet row = statement.executeQuery(BackfillSql.descriptionQuery(last))) {
            row.next();
            String then = row.getString(1);
            if (then != null && !then.equals(now)) {
                throw new MigrateException("The backfill of " + backfill.table()
                        + " was interrupted when its primary key was (" + then + "), and that is (" + now
                        + ") now: nobody knows which rows are left. Restore the key and run the command again; or complete"
                        + " the revision by hand and record where the database is with mvn migrate:stamp.");
            }
        }
    }

    /** What the planner expects, without reading the table. */
    private long estimate() throws SQLException {
        try (Statement statement = run.session().connection().createStatement()) {
            statement.setEscapeProcessing(false);
            try (ResultSet rows = statement.executeQuery("EXPLAIN " + sql.affectedRows())) {
                rows.next();
                Matcher found = PLAN_ROWS.matcher(rows.getString(1));
                return found.find() ? Long.parseLong(found.group(1)) : 0;
            }
        }
    }
}
