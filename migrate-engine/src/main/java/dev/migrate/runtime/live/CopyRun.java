package dev.migrate.runtime.live;

import dev.migrate.ddl.CopyText;
import dev.migrate.ddl.DdlRenderer;
import dev.migrate.operation.DataOperation.BulkInsert;
import dev.migrate.operation.Statement;
import dev.migrate.runtime.Cancellation;
import dev.migrate.runtime.connection.DriverConnection;
import java.sql.SQLException;
import java.util.Optional;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * Rows sent by {@code COPY} on a live connection, as they are read. Only PostgreSQL's driver has COPY: through a data
 * source that hides it, the same rows go as INSERTs.
 */
final class CopyRun {

    private final LiveContext run;
    private final LiveRevision revision;
    private final BulkInsert insert;

    CopyRun(LiveContext run, LiveRevision revision, BulkInsert insert) {
        this.run = run;
        this.revision = revision;
        this.insert = insert;
    }

    /** Counts the rows among what the migration does, without sending them. */
    void count() {
        CopyText.forEachChunk(insert, revision.progress()::include);
    }

    /** @throws StatementFailure if PostgreSQL refuses it */
    void run(Statement copy) throws SQLException {
        Optional<PGConnection> driver = DriverConnection.of(run.session().connection());
        if (driver.isPresent()) {
            PGConnection connection = driver.get();
            execute(copy.sql(), connection::cancelQuery, sql -> send(connection, sql));
        } else {
            run.listener()
                    .notice("The rows for " + insert.table() + " are sent as INSERTs, which are slower than COPY:"
                            + " the connection is no org.postgresql.PGConnection and doesn't unwrap to one");
            count();
            DdlRenderer renderer = new DdlRenderer(run.session().survey().server());
            insert.forEachPortion((BulkInsert.Consumer<BulkInsert, SQLException>) portion -> {
                for (Statement each : renderer.render(portion)) {
                    run.statements()
                            .run(
                                    revision.step(),
                                    revision.progress().statement(),
                                    each.sql(),
                                    run.transaction().backend());
                }
            });
        }
    }

    private void execute(String sql, Cancellation.Cancellable cancellable, StatementRunner.Sending sending) {
        run.statements()
                .send(
                        revision.step(),
                        revision.progress().statement(),
                        sql,
                        run.transaction().backend(),
                        cancellable,
                        sending);
    }

    private void send(PGConnection connection, String sql) throws SQLException {
        CopyIn copy = connection.getCopyAPI().copyIn(sql);
        try {
            CopyText.forEachChunk(insert, (CopyText.Consumer<SQLException>) (bytes, length) -> {
                run.cancellation().check();
                revision.progress().include(bytes, length);
                copy.writeToCopy(bytes, 0, length);
            });
            copy.endCopy();
        } finally {
            // Whatever was thrown, the connection has to leave the COPY before it can roll back.
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
    }
}
