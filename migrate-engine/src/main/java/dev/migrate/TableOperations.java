package dev.migrate;

import dev.migrate.operation.ColumnAlteration;
import dev.migrate.operation.ColumnOperation.AddColumn;
import dev.migrate.operation.ColumnOperation.AlterColumn;
import dev.migrate.operation.ColumnOperation.AlterColumns;
import dev.migrate.operation.ColumnOperation.DropColumn;
import dev.migrate.operation.ColumnOperation.DropColumnByName;
import dev.migrate.operation.ColumnOperation.RenameColumn;
import dev.migrate.operation.DropOption;
import dev.migrate.operation.ObjectOperation.DropByName;
import dev.migrate.operation.ObjectOperation.Kind;
import dev.migrate.operation.TableOperation.AttachPartition;
import dev.migrate.operation.TableOperation.CreateTable;
import dev.migrate.operation.TableOperation.DetachPartitionByName;
import dev.migrate.operation.TableOperation.DropTable;
import dev.migrate.operation.TableOperation.RenameTable;
import dev.migrate.operation.TableOperation.SetTableSchema;
import dev.migrate.schema.Column;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Table;
import java.util.List;

/** What a migration says of tables, their columns and their partitions. */
public interface TableOperations extends OperationReceiver {

    // Tables

    /**
     * {@code CREATE TABLE}, with its constraints, indexes and comments. Takes SHARE ROW EXCLUSIVE on each table that a
     * foreign key references: writes to it wait until the revision commits. Loses nothing.
     *
     * <pre>{@code
     * op.createTable(table("agents")
     *         .columns(column("id", bigint()).identity(), column("name", text()).notNull())
     *         .primaryKey("agents_pkey", "id"));
     * }</pre>
     */
    default void createTable(Table table) {
        apply(new CreateTable(table));
    }

    /**
     * {@code DROP TABLE}: its rows are lost, and so are its indexes, constraints, triggers and privileges. Takes ACCESS
     * EXCLUSIVE on it, and on each table that its foreign keys reference.
     *
     * <pre>{@code op.dropTable("agents", IF_EXISTS, CASCADE);}</pre>
     */
    default void dropTable(String table, DropOption... options) {
        apply(new DropByName(Kind.TABLE, QualifiedName.parse(table), options));
    }

    /**
     * {@code DROP TABLE} of a table described so that the operation can be reversed: its rows are lost all the same.
     * Locks as {@link #dropTable(String, DropOption...)} does.
     *
     * <pre>{@code op.dropTable(table("tags").columns(column("name", text()).notNull()));}</pre>
     */
    default void dropTable(Table table) {
        apply(new DropTable(table));
    }

    /**
     * {@code ALTER TABLE … RENAME TO}, within the table's schema. Takes ACCESS EXCLUSIVE, briefly; nothing is lost, but
     * an application that still uses the old name fails.
     *
     * <pre>{@code op.renameTable("audit.events", "entries");}</pre>
     */
    default void renameTable(String table, String newName) {
        apply(new RenameTable(QualifiedName.parse(table), newName));
    }

    /**
     * {@code ALTER TABLE … SET SCHEMA}: its indexes, its constraints and the sequences that its columns own move along.
     * Takes ACCESS EXCLUSIVE, briefly; nothing is lost, but an application that still looks for it in the old schema fails.
     *
     * <pre>{@code op.setTableSchema("events", "audit");}</pre>
     */
    default void setTableSchema(String table, String schema) {
        apply(new SetTableSchema(QualifiedName.parse(table), schema));
    }

    /**
     * {@code ALTER TABLE … SET SCHEMA} with the default schema, whatever that is called where it runs; otherwise as
     * {@link #setTableSchema}.
     *
     * <pre>{@code op.setTableSchemaToDefault("audit.events");}</pre>
     */
    default void setTableSchemaToDefault(String table) {
        apply(new SetTableSchema(QualifiedName.parse(table), null));
    }

    // Columns

    /**
     * {@code ALTER TABLE … ADD COLUMN}. Takes ACCESS EXCLUSIVE, briefly: a constant default is not written to existing
     * rows. A volatile default ({@code gen_random_uuid()}), an identity or a stored generated column rewrites the table
     * under that lock. Loses nothing.
     *
     * <pre>{@code op.addColumn("agents", column("status", varchar(50)).notNull().defaultValue("active"));}</pre>
     */
    default void addColumn(String table, Column column) {
        apply(new AddColumn(QualifiedName.parse(table), column));
    }

    /**
     * {@code ALTER TABLE … ADD COLUMN … REFERENCES}: a column together with its foreign key. Locks as
     * {@link #addColumn(String, Column)} does, and takes SHARE ROW EXCLUSIVE on the referenced table. Loses nothing.
     *
     * <pre>{@code
     * op.addColumn("agents", column("tenant_id", bigint()),
     *         foreignKey("agents_tenant_id_fkey", "tenant_id").references("tenants", "id"));
     * }</pre>
     *
     * @throws IllegalArgumentException if the foreign key is not of this one column
     */
    default void addColumn(String table, Column column, ForeignKey reference) {
        apply(new AddColumn(QualifiedName.parse(table), column, reference));
    }

    /**
     * {@code ALTER TABLE … DROP COLUMN}: its values are lost, and the indexes and constraints that it is part of go with
     * it. Takes ACCESS EXCLUSIVE, briefly.
     *
     * <pre>{@code op.dropColumn("agents", "status", IF_EXISTS);}</pre>
     */
    default void dropColumn(String table, String column, DropOption... options) {
        apply(new DropColumnByName(QualifiedName.parse(table), column, options));
    }

    /**
     * {@code ALTER TABLE … DROP COLUMN} of a column described so that the operation can be reversed: its values are lost
     * all the same. Takes ACCESS EXCLUSIVE, briefly.
     *
     * <pre>{@code op.dropColumn("agents", column("status", varchar(50)));}</pre>
     */
    default void dropColumn(String table, Column column) {
        apply(new DropColumn(QualifiedName.parse(table), column));
    }

    /**
     * {@code ALTER TABLE … RENAME COLUMN}. Takes ACCESS EXCLUSIVE, briefly; nothing is lost, but an application that
     * still uses the old name fails.
     *
     * <pre>{@code op.renameColumn("agents", "name", "full_name");}</pre>
     */
    default void renameColumn(String table, String column, String newName) {
        apply(new RenameColumn(QualifiedName.parse(table), column, newName));
    }

    /**
     * {@code ALTER TABLE … ALTER COLUMN}, as one statement where PostgreSQL can. Takes ACCESS EXCLUSIVE. A new type
     * rewrites the table and its indexes under that lock, unless the old one is binary compatible (a longer varchar,
     * varchar to text); NOT NULL reads the table, unless a valid check proves it. A new type loses what it has no room
     * for: numbers are rounded, and of a timestamp a date is left, while a text that is too long is an error. A dropped
     * identity loses where it had counted to.
     *
     * <pre>{@code op.alterColumn("agents", alter("status").type(varchar(100)).notNull().defaultValue("new"));}</pre>
     */
    default void alterColumn(String table, ColumnAlteration alteration) {
        apply(new AlterColumn(QualifiedName.parse(table), alteration.column(), alteration.changes()));
    }

    /**
     * One {@code ALTER TABLE} for several columns: new types rewrite the table and its indexes once instead of once for
     * each column. Otherwise as {@link #alterColumn}. A conversion sees the other columns as they were before.
     *
     * <pre>{@code op.alterColumns("agents", alter("age").type(bigint()), alter("score").type(numeric(12, 2)));}</pre>
     */
    default void alterColumns(String table, ColumnAlteration... alterations) {
        apply(new AlterColumns(QualifiedName.parse(table), List.of(alterations)));
    }

    // Partitions

    /**
     * {@code ALTER TABLE … ATTACH PARTITION}. Takes SHARE UPDATE EXCLUSIVE on the partitioned table, which reads and
     * writes don't wait for, and ACCESS EXCLUSIVE on the partition, which is read to prove that its rows fit; a check
     * that says so saves the reading. Loses nothing.
     *
     * <pre>{@code
     * op.attachPartition("events", "events_2026", "FOR VALUES FROM ('2026-01-01') TO ('2027-01-01')");
     * }</pre>
     *
     * @param bound as SQL
     */
    default void attachPartition(String table, String partition, String bound) {
        apply(new AttachPartition(QualifiedName.parse(table), QualifiedName.parse(partition), bound));
    }

    /**
     * {@code ALTER TABLE … DETACH PARTITION}: the partition stays as a table of its own, with its rows. Takes ACCESS
     * EXCLUSIVE on the partitioned table. Loses nothing.
     *
     * <pre>{@code op.detachPartition("events", "events_2024");}</pre>
     */
    default void detachPartition(String table, String partition) {
        apply(new DetachPartitionByName(QualifiedName.parse(table), QualifiedName.parse(partition), false));
    }

    /**
     * {@code ALTER TABLE … DETACH PARTITION … CONCURRENTLY}: takes SHARE UPDATE EXCLUSIVE only, waits for the
     * transactions that use the partitioned table, and runs outside a transaction. PostgreSQL 14 and later; not while
     * there is a default partition. The partition keeps a check that says what its bound was. Loses nothing.
     *
     * <pre>{@code op.detachPartitionConcurrently("events", "events_2024");}</pre>
     */
    default void detachPartitionConcurrently(String table, String partition) {
        apply(new DetachPartitionByName(QualifiedName.parse(table), QualifiedName.parse(partition), true));
    }
}
