package dev.migrate.operation;

import java.util.List;

/**
 * An operation that a migration called.
 *
 * @param statements its SQL, each knowing whether it may be in a transaction
 */
public record RecordedOperation(Operation operation, List<Statement> statements) {

    public RecordedOperation {
        statements = List.copyOf(statements);
    }
}
