package dev.migrate.runtime;

import dev.migrate.MigrateException;
import dev.migrate.ddl.BackfillSql;
import dev.migrate.ddl.BackfillSql.KeyColumn;
import dev.migrate.operation.DataOperation.Backfill;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A backfill on a live connection: batch after batch along the primary key, each in its own transaction. */
final class BackfillRun {

    private static final Duration BETWEEN_LINES = Duration.ofSeconds(5);
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
    private final long begin = System.nanoTime();
    private long done;
    private long lastLine = begin;

    BackfillRun(LiveContext run, LiveRevision revision, Backfill backfill) {
        this.run = run;
        this.revision = revision;
        this.backfill = backfill;
        this.sql = new BackfillSql(backfill);
    }

    /** @param last the key that an earlier attempt has reached, or null to begin at the first row */
    void run(@Nullable String last, Checkpoint checkpoint) throws SQLException {
        run.transaction().ensureOpen(revision.id());
        List<KeyColumn> key = key();
        long estimate = estimate();
        Optional<Batch> batch = next(last == null ? sql.firstBatch(key) : sql.nextBatch(key, last));
        while (batch.isPresent()) {
            String reached = batch.get().lastKey();
            checkpoint.at(reached);
            done += batch.get().rows();
            tellNowAndThen(estimate);
            if (!backfill.pause().isZero()) {
                run.cancellation().sleep(backfill.pause());
            }
            batch = next(sql.nextBatch(key, reached));
        }
        run.listener()
                .notice("Backfill of " + backfill.table() + ": " + done + " rows in "
                        + elapsed().toSeconds() + " s");
    }

    private Optional<Batch> next(String statement) throws SQLException {
        run.cancellation().check();
        run.transaction().ensureOpen(revision.id());
        return run.statements()
                .run(
                        revision.step(),
                        revision.progress().statement(),
                        statement,
                        run.transaction().backend(),
                        BackfillRun::batch);
    }

    private static Optional<Batch> batch(Statement executed) throws SQLException {
        try (ResultSet row = executed.getResultSet()) {
            return row.next() ? Optional.of(new Batch(row.getString(1), row.getLong(2))) : Optional.empty();
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
        return key;
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

    private void tellNowAndThen(long estimate) {
        if (System.nanoTime() - lastLine < BETWEEN_LINES.toNanos()) {
            return;
        }
        lastLine = System.nanoTime();
        long perSecond = done * 1000 / Math.max(1, elapsed().toMillis());
        long left = Math.max(0, estimate - done);
        run.listener()
                .notice("Backfill of " + backfill.table() + ": " + done + " of about " + Math.max(done, estimate)
                        + " rows, " + perSecond + " rows/s, about "
                        + left / Math.max(1, perSecond) + " s left");
    }

    private Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - begin);
    }
}
