package dev.migrate.runtime.live;

import dev.migrate.ddl.DdlRenderer;
import dev.migrate.ddl.ServerVersion;
import dev.migrate.operation.IndexOperation.CreateIndex;
import dev.migrate.operation.IndexOperation.DropIndex;
import dev.migrate.operation.IndexOperation.DropIndexByName;
import dev.migrate.operation.Operation;
import dev.migrate.operation.Statement;
import dev.migrate.operation.TableOperation.DetachPartition;
import dev.migrate.operation.TableOperation.DetachPartitionByName;
import dev.migrate.schema.Index;
import java.util.List;

/** Operations as they are done in a transaction: without {@code CONCURRENTLY}, which PostgreSQL refuses there. */
record BlockingForm(DdlRenderer renderer) {

    BlockingForm(ServerVersion server) {
        this(new DdlRenderer(server));
    }

    /** @param statements the operation as it is written */
    List<Statement> of(Operation operation, List<Statement> statements) {
        if (operation instanceof CreateIndex create && create.index().isConcurrent()) {
            return renderer.render(new CreateIndex(blocking(create.index())));
        } else if (operation instanceof DropIndex drop && drop.index().isConcurrent()) {
            return renderer.render(new DropIndex(blocking(drop.index())));
        } else if (operation instanceof DropIndexByName drop && drop.concurrently()) {
            return renderer.render(new DropIndexByName(drop.index(), false, drop.ifExists(), drop.cascade()));
        } else if (operation instanceof DetachPartition detach && detach.concurrently()) {
            return renderer.render(new DetachPartition(detach.table(), detach.partition(), detach.bound(), false));
        } else if (operation instanceof DetachPartitionByName detach && detach.concurrently()) {
            return renderer.render(new DetachPartitionByName(detach.table(), detach.partition(), false));
        }
        return statements;
    }

    private static Index blocking(Index index) {
        Index blocking = index.definition();
        return index.onlyIfMissing() ? blocking.ifNotExists() : blocking;
    }
}
