package dev.migrate.runtime;

import dev.migrate.JdbcWork;
import dev.migrate.ddl.ServerVersion;
import dev.migrate.operation.DataOperation.BulkInsert;
import dev.migrate.operation.DataOperation.Require;
import dev.migrate.operation.Operation;
import dev.migrate.operation.Statement;
import dev.migrate.revision.Step;
import java.util.List;

/** Where a run's statements go: a live connection, an SQL script, or a recording. */
public interface Sink {

    /** The server that the statements are for. */
    ServerVersion server();

    /** Whether no database is there. */
    boolean offline();

    /** The first schema of the search path. */
    String currentSchema();

    /**
     * A migration is about to run.
     *
     * @param requirements what it will require of the rows, as far as that is known: checked now
     */
    void begin(Step step, List<Require> requirements);

    /** The migration did something. */
    void apply(Operation operation, List<Statement> statements);

    /** The migration inserts rows by this {@code COPY … FROM stdin}, which is too much to be one statement's text. */
    void copy(BulkInsert insert, Statement copy);

    /** The migration works over JDBC. */
    void work(JdbcWork work);

    /** The migration has run: its version rows change and its journal entry is written. */
    void finish(Step step);
}
