package dev.migrate.runtime;

import dev.migrate.ddl.Statement;
import dev.migrate.operation.Operation;
import dev.migrate.revision.Step;
import java.util.List;

/**
 * What a migration does, found out without a database.
 *
 * @param complete false if the migration asked for its connection: what it does from there on isn't known
 * @param checksum of the operations up to there
 */
public record RecordedRevision(
        Step step, List<Operation> operations, List<Statement> statements, boolean complete, String checksum) {

    public RecordedRevision {
        operations = List.copyOf(operations);
        statements = List.copyOf(statements);
    }
}
