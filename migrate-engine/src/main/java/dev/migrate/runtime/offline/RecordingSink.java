package dev.migrate.runtime.offline;

import dev.migrate.JdbcWork;
import dev.migrate.MigrateException;
import dev.migrate.ddl.CopyText;
import dev.migrate.ddl.ServerVersion;
import dev.migrate.operation.DataOperation.BulkInsert;
import dev.migrate.operation.DataOperation.Require;
import dev.migrate.operation.Operation;
import dev.migrate.operation.RecordedOperation;
import dev.migrate.operation.Statement;
import dev.migrate.revision.RecordedRevision;
import dev.migrate.revision.Step;
import dev.migrate.runtime.RunSettings;
import dev.migrate.runtime.Runner;
import dev.migrate.runtime.Sink;
import dev.migrate.runtime.journal.Progress;
import java.util.ArrayList;
import java.util.List;

/** Remembers what a migration does instead of doing it. */
final class RecordingSink implements Sink {

    /** Times that a migration may work over JDBC before it counts as one that goes on until its work says otherwise. */
    private static final int MOST_WORK = 1_000;

    private final ServerVersion server;
    private final boolean offline;
    private final String schema;
    private final List<RecordedOperation> recorded = new ArrayList<>();
    private final Progress progress = new Progress();
    private int works;

    private RecordingSink(ServerVersion server, boolean offline, String schema) {
        this.server = server;
        this.offline = offline;
        this.schema = schema;
    }

    /**
     * Records what a migration does. Behind work over JDBC, which isn't done, that may be less than in a run, and ends
     * where the migration needs what the work finds out.
     *
     * @param offline what it is told when it asks whether a script is written
     * @throws MigrateException if the migration can't be loaded, or throws before it works over JDBC
     */
    static RecordedRevision record(
            Step step, Runner runner, ServerVersion server, boolean offline, RunSettings settings) {
        RecordingSink sink = new RecordingSink(
                server, offline, settings.searchPath().stream().findFirst().orElse("public"));
        try {
            runner.run(List.of(step), sink);
        } catch (RuntimeException | Error e) {
            if (sink.works == 0) {
                throw e;
            }
        }
        return new RecordedRevision(
                step, sink.recorded, sink.works == 0, sink.progress.contents().checksum());
    }

    @Override
    public ServerVersion server() {
        return server;
    }

    @Override
    public boolean offline() {
        return offline;
    }

    @Override
    public String currentSchema() {
        return schema;
    }

    @Override
    public void begin(Step step, List<Require> requirements) {}

    @Override
    public void apply(Operation operation, List<Statement> rendered) {
        recorded.add(new RecordedOperation(operation, rendered));
        rendered.forEach(statement -> progress.advance(operation, statement));
    }

    @Override
    public void copy(BulkInsert insert, Statement copy) {
        recorded.add(new RecordedOperation(insert, List.of(copy)));
        progress.advance(insert, copy);
        CopyText.forEachChunk(insert, progress::include);
    }

    @Override
    public void work(JdbcWork work) {
        progress.work();
        works++;
        if (works > MOST_WORK) {
            throw new MigrateException("A recording doesn't do the work that would end this");
        }
    }

    @Override
    public void finish(Step step) {}
}
