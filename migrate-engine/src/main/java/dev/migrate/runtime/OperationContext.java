package dev.migrate.runtime;

import dev.migrate.JdbcWork;
import dev.migrate.MigrateException;
import dev.migrate.Operations;
import dev.migrate.ddl.CopyText;
import dev.migrate.ddl.DdlRenderer;
import dev.migrate.operation.DataOperation.BulkInsert;
import dev.migrate.operation.Operation;
import dev.migrate.operation.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a migration is given: renders each operation as it is called, into a sink. */
final class OperationContext implements Operations {

    private final Sink sink;
    private final DdlRenderer renderer;
    private final Map<String, String> arguments;
    private final OutsideTransaction outside = new OutsideTransaction();
    private boolean isWorking;

    OperationContext(Sink sink, Map<String, String> arguments) {
        this.sink = sink;
        this.renderer = new DdlRenderer(sink.server());
        this.arguments = arguments;
    }

    @Override
    public void apply(Operation operation) {
        requireNotWorking();
        if (operation instanceof BulkInsert insert && insert.isCopied()) {
            sink.copy(insert, outside.placed(CopyText.statement(insert)));
        } else if (operation instanceof BulkInsert insert) {
            insert.forEachPortion(portion -> sink.apply(portion, rendered(portion)));
        } else {
            sink.apply(operation, rendered(operation));
        }
    }

    private List<Statement> rendered(Operation operation) {
        return outside.placed(renderer.render(operation));
    }

    @Override
    public void outsideTransaction(Runnable block) {
        outside.run(block);
    }

    @Override
    public void withConnection(JdbcWork work) {
        requireNotWorking();
        isWorking = true;
        try {
            sink.work(work);
        } finally {
            isWorking = false;
        }
    }

    /** What is called during the work isn't known to a rehearsal, which could not refuse it. */
    private void requireNotWorking() {
        if (isWorking) {
            throw new MigrateException(
                    "The work of op.withConnection(…) calls another operation of op. Run SQL over its"
                            + " connection, or call the operation after the work.");
        }
    }

    @Override
    public Optional<String> x(String key) {
        return Optional.ofNullable(arguments.get(key));
    }

    @Override
    public boolean offline() {
        return sink.offline();
    }

    @Override
    public String currentSchema() {
        return sink.currentSchema();
    }
}
