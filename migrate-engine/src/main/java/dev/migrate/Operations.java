package dev.migrate;

import dev.migrate.operation.ColumnAlteration;
import dev.migrate.operation.ColumnOperation.AddColumn;
import dev.migrate.operation.ColumnOperation.AlterColumn;
import dev.migrate.operation.ColumnOperation.DropColumn;
import dev.migrate.operation.ColumnOperation.DropColumnByName;
import dev.migrate.operation.ColumnOperation.RenameColumn;
import dev.migrate.operation.ConstraintOperation.AddConstraint;
import dev.migrate.operation.ConstraintOperation.DropConstraintByName;
import dev.migrate.operation.ConstraintOperation.RenameConstraint;
import dev.migrate.operation.ConstraintOperation.ValidateConstraint;
import dev.migrate.operation.IndexOperation.CreateIndex;
import dev.migrate.operation.IndexOperation.DropIndexByName;
import dev.migrate.operation.IndexOperation.RenameIndex;
import dev.migrate.operation.ObjectOperation.DropByName;
import dev.migrate.operation.ObjectOperation.Execute;
import dev.migrate.operation.ObjectOperation.Kind;
import dev.migrate.operation.Operation;
import dev.migrate.operation.TableOperation.CreateTable;
import dev.migrate.operation.TableOperation.RenameTable;
import dev.migrate.schema.Check;
import dev.migrate.schema.Column;
import dev.migrate.schema.Exclusion;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.Index;
import dev.migrate.schema.PrimaryKey;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Table;
import dev.migrate.schema.Unique;
import java.sql.Connection;
import java.util.Optional;

/**
 * What a migration calls. Each operation runs as it is called: on a live connection, into an SQL script, or into a
 * recording; a migration cannot tell which.
 *
 * <p>Names are exact and are quoted where PostgreSQL needs it. A table in another schema is written {@code audit.events}
 * (see {@link QualifiedName#parse}).
 */
public interface Operations {

    /** Runs any operation: what all methods below come down to. */
    void apply(Operation operation);

    // Tables

    /** {@code CREATE TABLE}, with its constraints, indexes and comments. */
    default void createTable(Table table) {
        apply(new CreateTable(table));
    }

    /** {@code DROP TABLE}: its rows are lost. */
    default void dropTable(String table) {
        apply(new DropByName(Kind.TABLE, QualifiedName.parse(table), false, false));
    }

    /** {@code ALTER TABLE … RENAME TO}, within the table's schema. */
    default void renameTable(String table, String newName) {
        apply(new RenameTable(QualifiedName.parse(table), newName));
    }

    // Columns

    /** {@code ALTER TABLE … ADD COLUMN}. */
    default void addColumn(String table, Column column) {
        apply(new AddColumn(QualifiedName.parse(table), column));
    }

    /** {@code ALTER TABLE … DROP COLUMN}: its values are lost. */
    default void dropColumn(String table, String column) {
        apply(new DropColumnByName(QualifiedName.parse(table), column, false, false));
    }

    /** {@code ALTER TABLE … DROP COLUMN} of a column described so that the operation can be reversed. */
    default void dropColumn(String table, Column column) {
        apply(new DropColumn(QualifiedName.parse(table), column));
    }

    /** {@code ALTER TABLE … RENAME COLUMN}. */
    default void renameColumn(String table, String column, String newName) {
        apply(new RenameColumn(QualifiedName.parse(table), column, newName));
    }

    /**
     * {@code ALTER TABLE … ALTER COLUMN}:
     *
     * <pre>{@code op.alterColumn("agents", alter("status").type(varchar(100)).notNull().defaultValue("new"));}</pre>
     */
    default void alterColumn(String table, ColumnAlteration alteration) {
        apply(new AlterColumn(QualifiedName.parse(table), alteration.column(), alteration.changes()));
    }

    // Indexes

    /** {@code CREATE INDEX}. */
    default void createIndex(Index index) {
        apply(new CreateIndex(index));
    }

    /** {@code DROP INDEX}. */
    default void dropIndex(String index) {
        apply(new DropIndexByName(QualifiedName.parse(index), false, false, false));
    }

    /** {@code ALTER INDEX … RENAME TO}. */
    default void renameIndex(String index, String newName) {
        apply(new RenameIndex(QualifiedName.parse(index), newName));
    }

    // Constraints

    /** {@code ALTER TABLE … ADD PRIMARY KEY}. */
    default void addPrimaryKey(String table, PrimaryKey primaryKey) {
        apply(new AddConstraint(QualifiedName.parse(table), primaryKey));
    }

    /** {@code ALTER TABLE … ADD UNIQUE}. */
    default void addUnique(String table, Unique unique) {
        apply(new AddConstraint(QualifiedName.parse(table), unique));
    }

    /** {@code ALTER TABLE … ADD FOREIGN KEY}. */
    default void addForeignKey(String table, ForeignKey foreignKey) {
        apply(new AddConstraint(QualifiedName.parse(table), foreignKey));
    }

    /** {@code ALTER TABLE … ADD CHECK}. */
    default void addCheck(String table, Check check) {
        apply(new AddConstraint(QualifiedName.parse(table), check));
    }

    /** {@code ALTER TABLE … ADD EXCLUDE}. */
    default void addExclude(String table, Exclusion exclusion) {
        apply(new AddConstraint(QualifiedName.parse(table), exclusion));
    }

    /** {@code ALTER TABLE … DROP CONSTRAINT}. */
    default void dropConstraint(String table, String constraint) {
        apply(new DropConstraintByName(QualifiedName.parse(table), constraint, false, false));
    }

    /** {@code ALTER TABLE … RENAME CONSTRAINT}. */
    default void renameConstraint(String table, String constraint, String newName) {
        apply(new RenameConstraint(QualifiedName.parse(table), constraint, newName));
    }

    /** {@code ALTER TABLE … VALIDATE CONSTRAINT}: checks existing rows while writes go on. */
    default void validateConstraint(String table, String constraint) {
        apply(new ValidateConstraint(QualifiedName.parse(table), constraint));
    }

    // Raw SQL and context

    /** Raw SQL, one or several statements; nothing in it is interpreted. */
    default void execute(String sql) {
        apply(new Execute(sql));
    }

    /**
     * Runs what {@code block} calls outside a transaction, each statement alone: for what only the author knows, such
     * as a procedure that commits. What came before is committed first, and what comes after starts a new transaction,
     * so a failure in between leaves the revision half done; its rerun goes on from there.
     *
     * <pre>{@code op.outsideTransaction(() -> op.execute("CALL archive_in_batches()"));}</pre>
     *
     * <p>Statements that PostgreSQL itself refuses in a transaction ({@code CREATE INDEX CONCURRENTLY}, {@code VACUUM},
     * …) need no such block: they are recognized.
     */
    void outsideTransaction(Runnable block);

    /**
     * The connection, for data migrations: inside the revision's transaction.
     *
     * @throws MigrateException offline: the message names the revision that needs a database
     */
    Connection connection();

    /** The argument given as {@code -Dmigrate.x.KEY=VALUE}. */
    Optional<String> x(String key);

    /** Whether this run writes a script instead of changing a database. */
    boolean offline();

    /** The first schema of the search path, where unqualified names are created. */
    String currentSchema();
}
