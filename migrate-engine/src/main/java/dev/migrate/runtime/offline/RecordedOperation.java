package dev.migrate.runtime.offline;

import dev.migrate.ddl.Statement;
import dev.migrate.operation.Operation;
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
