package dev.migrate.revision;

import dev.migrate.operation.Operation;
import dev.migrate.operation.RecordedOperation;
import dev.migrate.operation.Statement;
import java.util.List;

/**
 * What a migration does, found out without a database.
 *
 * @param recorded its operations, in the order in which it calls them
 * @param complete false if the migration works over JDBC: what the work does isn't known, nor all that follows it
 * @param checksum of the operations up to there
 */
public record RecordedRevision(Step step, List<RecordedOperation> recorded, boolean complete, String checksum) {

    public RecordedRevision {
        recorded = List.copyOf(recorded);
    }

    /** The operations alone. */
    public List<Operation> operations() {
        return recorded.stream().map(RecordedOperation::operation).toList();
    }

    /** All statements, in their order. */
    public List<Statement> statements() {
        return recorded.stream().flatMap(one -> one.statements().stream()).toList();
    }
}
