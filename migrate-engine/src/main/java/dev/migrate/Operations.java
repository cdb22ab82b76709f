package dev.migrate;

import dev.migrate.schema.QualifiedName;
import java.util.Optional;

/**
 * What a migration calls. Each operation runs as it is called: on a live connection, into an SQL script, or into a
 * recording; a migration cannot tell which.
 *
 * <p>Names are exact and are quoted where PostgreSQL needs it. A table in another schema is written {@code audit.events}
 * (see {@link QualifiedName#parse}).
 */
public interface Operations
        extends TableOperations,
                ConstraintOperations,
                TypeOperations,
                StatisticsOperations,
                ObjectOperations,
                RoutineOperations,
                RowSecurityOperations,
                DataOperations {

    /**
     * Runs what {@code block} calls outside a transaction, each statement alone: for what only the author knows, such
     * as a procedure that commits. What came before is committed first, and what comes after starts a new transaction,
     * so a failure in between leaves the revision half done; its rerun goes on from there.
     *
     * <p>What PostgreSQL allows in a transaction gets one of its own, together with the journal's entry, so that it is
     * never done twice. What it doesn't allow there, such as a procedure that commits, is run again if the process is
     * killed before the journal says that it is complete: it must bear that.
     *
     * <pre>{@code op.outsideTransaction(() -> op.execute("CALL archive_in_batches()"));}</pre>
     *
     * <p>Statements that PostgreSQL itself refuses in a transaction ({@code CREATE INDEX CONCURRENTLY}, {@code VACUUM},
     * …) need no such block: they are recognized.
     */
    void outsideTransaction(Runnable block);

    /**
     * Works over JDBC, for data migrations that SQL alone can't do, in the revision's transaction. The connection, and
     * whatever it made, is closed when the work ends; the work can't end the transaction, and calls no operations.
     *
     * <pre>{@code
     * op.withConnection(connection -> {
     *     try (Statement statement = connection.createStatement()) {
     *         statement.executeUpdate("UPDATE agents SET slug = " + …);
     *     }
     * });
     * }</pre>
     *
     * <p>A rehearsal, a recording and a script don't do the work, and go on behind it. What it finds out may be used by
     * the rest of the revision, which commits together with it: a statement that would commit the work earlier, such as
     * {@code CREATE INDEX CONCURRENTLY}, {@link #outsideTransaction} or {@link #backfill}, is refused behind it. It needs
     * a revision of its own, or its place before the work.
     *
     * @throws MigrateException offline, with the revision that needs a database; or if the work fails
     */
    void withConnection(JdbcWork work);

    /** The argument given as {@code -Dmigrate.x.KEY=VALUE}. */
    Optional<String> x(String key);

    /** Whether this run writes a script instead of changing a database. */
    boolean offline();

    /** The first schema of the search path, where unqualified names are created. */
    String currentSchema();
}
