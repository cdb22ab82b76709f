package dev.migrate;

import dev.migrate.operation.Operation;

/** What takes one operation after the other. */
public interface OperationReceiver {

    /**
     * Runs any operation: what all methods of {@link Operations} come down to, and how a project's own
     * {@link dev.migrate.operation.CustomOperation} runs.
     */
    void apply(Operation operation);
}
