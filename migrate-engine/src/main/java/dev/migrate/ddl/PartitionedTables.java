package dev.migrate.ddl;

import dev.migrate.operation.ConstraintOperation.AddConstraint;
import dev.migrate.operation.Operation;
import dev.migrate.operation.TableOperation.CreateTable;
import dev.migrate.operation.TableOperation.TableRenaming;
import dev.migrate.schema.QualifiedName;
import java.util.HashSet;
import java.util.Set;

/**
 * The partitioned tables that a sequence of operations makes. Whether another table is partitioned only its database
 * knows, which refuses then what this would.
 */
public final class PartitionedTables {

    private final ServerVersion version;
    private final Set<QualifiedName> tables = new HashSet<>();

    /** @param version the server that the operations are for */
    public PartitionedTables(ServerVersion version) {
        this.version = version;
    }

    /**
     * Takes note of the next operation.
     *
     * @throws dev.migrate.MigrateException if it adds to one of them what the server's version can't give a partitioned
     *     table
     */
    public void follow(Operation operation) {
        if (operation instanceof CreateTable create) {
            tables.remove(create.table().name());
            if (create.table().partitioning() != null) {
                tables.add(create.table().name());
            }
        } else if (operation instanceof TableRenaming rename && tables.remove(rename.table())) {
            tables.add(rename.renamed());
        } else if (operation instanceof AddConstraint add && tables.contains(add.table())) {
            ConstraintDdl.requirePartitioned(version, add.table(), add.constraint());
        }
    }
}
