package dev.migrate.operation;

import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Table;
import org.jspecify.annotations.Nullable;

/** Operations on whole tables. */
public sealed interface TableOperation extends Operation {

    /** {@code CREATE TABLE}, with the table's constraints, indexes and comments. */
    record CreateTable(Table table) implements TableOperation, Reversible {
        @Override
        public DropTable inverse() {
            return new DropTable(table);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.createTable(this);
        }
    }

    /** {@code DROP TABLE}: its rows are lost. Takes ACCESS EXCLUSIVE. */
    record DropTable(Table table) implements TableOperation, Reversible {
        @Override
        public CreateTable inverse() {
            return new CreateTable(table);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.dropTable(this);
        }
    }

    /** What leaves a table as it is, but for where it is found. */
    sealed interface TableRenaming extends TableOperation {

        QualifiedName table();

        /** What the table is called afterwards. */
        QualifiedName renamed();
    }

    /** {@code ALTER TABLE … RENAME TO}; a table never changes its schema by it. */
    record RenameTable(QualifiedName table, String newName) implements TableRenaming, Reversible {
        @Override
        public QualifiedName renamed() {
            return table.sibling(newName);
        }

        @Override
        public RenameTable inverse() {
            return new RenameTable(table.sibling(newName), table.name());
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.renameTable(this);
        }
    }

    /**
     * {@code ALTER TABLE … SET SCHEMA}; its indexes, its constraints and the sequences that its columns own move along. Takes
     * ACCESS EXCLUSIVE, briefly.
     *
     * @param schema null for the default schema, whatever that is called where it runs
     */
    record SetTableSchema(QualifiedName table, @Nullable String schema) implements TableRenaming, Reversible {
        @Override
        public QualifiedName renamed() {
            return table.inSchema(schema);
        }

        @Override
        public SetTableSchema inverse() {
            return new SetTableSchema(renamed(), table.schema());
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.setTableSchema(this);
        }
    }

    /** What {@code ALTER TABLE} does about row level security (PostgreSQL manual, 5.9 Row Security Policies). */
    enum RowSecurity {
        /** Policies decide which rows others than the owner see; without a policy, none. */
        ENABLE,
        /** Policies have no effect. */
        DISABLE,
        /** Policies count for the table's owner too. */
        FORCE,
        /** Policies don't count for the table's owner. */
        NO_FORCE;

        RowSecurity opposite() {
            return switch (this) {
                case ENABLE -> DISABLE;
                case DISABLE -> ENABLE;
                case FORCE -> NO_FORCE;
                case NO_FORCE -> FORCE;
            };
        }
    }

    /** {@code ALTER TABLE … ROW LEVEL SECURITY}. Takes ACCESS EXCLUSIVE, briefly. */
    record SetRowSecurity(QualifiedName table, RowSecurity security) implements TableOperation, Reversible {
        @Override
        public SetRowSecurity inverse() {
            return new SetRowSecurity(table, security.opposite());
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.setRowSecurity(this);
        }
    }

    /**
     * {@code ALTER TABLE … ATTACH PARTITION}. Reads the partition to prove that its rows fit, unless a check proves it;
     * the partitioned table is locked against neither reads nor writes (SHARE UPDATE EXCLUSIVE).
     *
     * @param bound as SQL: {@code FOR VALUES FROM ('2026-01-01') TO ('2026-02-01')}, {@code DEFAULT}
     */
    record AttachPartition(QualifiedName table, QualifiedName partition, String bound)
            implements TableOperation, Reversible {
        @Override
        public DetachPartition inverse() {
            return new DetachPartition(table, partition, bound, false);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.attachPartition(this);
        }
    }

    /**
     * {@code ALTER TABLE … DETACH PARTITION} of a partition whose bound is known. Takes ACCESS EXCLUSIVE on the
     * partitioned table unless concurrently, which PostgreSQL 14 and later can, outside a transaction; it leaves a check
     * on the partition that says what the bound did.
     */
    record DetachPartition(QualifiedName table, QualifiedName partition, String bound, boolean concurrently)
            implements TableOperation, Reversible {
        @Override
        public AttachPartition inverse() {
            return new AttachPartition(table, partition, bound);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.detachPartition(this);
        }
    }

    /** {@code ALTER TABLE … DETACH PARTITION} by an author who doesn't say which rows it held. */
    record DetachPartitionByName(QualifiedName table, QualifiedName partition, boolean concurrently)
            implements TableOperation {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.detachPartitionByName(this);
        }
    }
}
