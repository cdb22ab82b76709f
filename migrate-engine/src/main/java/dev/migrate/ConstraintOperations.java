package dev.migrate;

import dev.migrate.operation.ConstraintOperation.AddConstraint;
import dev.migrate.operation.ConstraintOperation.AddConstraintUsingIndex;
import dev.migrate.operation.ConstraintOperation.AddNotNull;
import dev.migrate.operation.ConstraintOperation.DropConstraint;
import dev.migrate.operation.ConstraintOperation.DropConstraintByName;
import dev.migrate.operation.ConstraintOperation.RenameConstraint;
import dev.migrate.operation.ConstraintOperation.ValidateConstraint;
import dev.migrate.operation.DropOption;
import dev.migrate.operation.IndexOperation.CreateIndex;
import dev.migrate.operation.IndexOperation.DropIndex;
import dev.migrate.operation.IndexOperation.DropIndexByName;
import dev.migrate.operation.IndexOperation.RenameIndex;
import dev.migrate.schema.Check;
import dev.migrate.schema.Constraint;
import dev.migrate.schema.Deferral;
import dev.migrate.schema.Exclusion;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.Index;
import dev.migrate.schema.PrimaryKey;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Unique;

/** What a migration says of indexes and constraints. */
public interface ConstraintOperations extends OperationReceiver {

    // Indexes

    /**
     * {@code CREATE INDEX}. Takes SHARE: reads go on, writes wait until the revision commits. With
     * {@link Index#concurrently} it takes SHARE UPDATE EXCLUSIVE, which writes don't wait for, takes longer, and runs
     * outside a transaction; if it fails, a rerun drops the invalid index that it left and builds it again. Loses
     * nothing.
     *
     * <pre>{@code op.createIndex(index("ix_agents_name").on("agents", "name").concurrently());}</pre>
     */
    default void createIndex(Index index) {
        apply(new CreateIndex(index));
    }

    /**
     * {@code DROP INDEX}. Takes ACCESS EXCLUSIVE on the table, briefly. No row is lost; a unique index no longer keeps
     * duplicates out.
     *
     * <pre>{@code op.dropIndex("ix_agents_name", IF_EXISTS);}</pre>
     */
    default void dropIndex(String index, DropOption... options) {
        apply(new DropIndexByName(QualifiedName.parse(index), false, options));
    }

    /**
     * {@code DROP INDEX} of an index described so that the operation can be reversed; concurrently if the index says
     * so, and {@code IF EXISTS} if it is made {@code IF NOT EXISTS}. Takes ACCESS EXCLUSIVE on the table, briefly,
     * unless it is concurrent. No row is lost; a unique index no longer keeps duplicates out.
     *
     * <pre>{@code op.dropIndex(index("ix_agents_name").on("agents", "name"));}</pre>
     */
    default void dropIndex(Index index) {
        apply(new DropIndex(index));
    }

    /**
     * {@code DROP INDEX CONCURRENTLY}: takes SHARE UPDATE EXCLUSIVE, waits for the transactions that use the table, and
     * runs outside a transaction. There is no CASCADE. No row is lost; a unique index no longer keeps duplicates out.
     *
     * <pre>{@code op.dropIndexConcurrently("ix_agents_name");}</pre>
     *
     * @throws IllegalArgumentException if {@code options} has CASCADE
     */
    default void dropIndexConcurrently(String index, DropOption... options) {
        apply(new DropIndexByName(QualifiedName.parse(index), true, options));
    }

    /**
     * {@code ALTER INDEX … RENAME TO}. Takes SHARE UPDATE EXCLUSIVE on the index, briefly. Loses nothing.
     *
     * <pre>{@code op.renameIndex("ix_agents_name", "agents_name_idx");}</pre>
     */
    default void renameIndex(String index, String newName) {
        apply(new RenameIndex(QualifiedName.parse(index), newName));
    }

    // Constraints

    /**
     * {@code ALTER TABLE … ADD PRIMARY KEY}. Takes ACCESS EXCLUSIVE while it builds the index and reads the table for
     * NULLs. {@link #addPrimaryKeyUsingIndex} blocks for a moment only. Loses nothing.
     *
     * <pre>{@code op.addPrimaryKey("agents", primaryKey("agents_pkey", "id"));}</pre>
     */
    default void addPrimaryKey(String table, PrimaryKey primaryKey) {
        apply(new AddConstraint(QualifiedName.parse(table), primaryKey));
    }

    /**
     * {@code ALTER TABLE … ADD PRIMARY KEY USING INDEX}: a unique index, built concurrently before, becomes the primary
     * key and takes the constraint's name. Takes ACCESS EXCLUSIVE, briefly if the columns are NOT NULL already. Loses
     * nothing but the index's own name.
     *
     * <pre>{@code
     * op.createIndex(index("agents_id_key").on("agents", "id").unique().concurrently());
     * op.addPrimaryKeyUsingIndex("agents", "agents_pkey", "agents_id_key");
     * }</pre>
     */
    default void addPrimaryKeyUsingIndex(String table, String constraint, String index) {
        addPrimaryKeyUsingIndex(table, constraint, index, Deferral.NOT_DEFERRABLE);
    }

    /**
     * {@code ALTER TABLE … ADD PRIMARY KEY USING INDEX … DEFERRABLE}; otherwise as
     * {@link #addPrimaryKeyUsingIndex(String, String, String)}.
     *
     * <pre>{@code op.addPrimaryKeyUsingIndex("agents", "agents_key", "agents_ix", Deferral.INITIALLY_DEFERRED);}</pre>
     */
    default void addPrimaryKeyUsingIndex(String table, String constraint, String index, Deferral deferral) {
        apply(new AddConstraintUsingIndex(QualifiedName.parse(table), constraint, index, true, deferral));
    }

    /**
     * {@code ALTER TABLE … ADD UNIQUE}. Takes ACCESS EXCLUSIVE while it builds the index. {@link #addUniqueUsingIndex}
     * blocks for a moment only. Loses nothing.
     *
     * <pre>{@code op.addUnique("agents", unique("agents_name_key", "name").nullsNotDistinct());}</pre>
     */
    default void addUnique(String table, Unique unique) {
        apply(new AddConstraint(QualifiedName.parse(table), unique));
    }

    /**
     * {@code ALTER TABLE … ADD UNIQUE USING INDEX}: a unique index, built concurrently before, becomes a constraint and
     * takes its name. Takes ACCESS EXCLUSIVE, briefly. Loses nothing but the index's own name.
     *
     * <pre>{@code
     * op.createIndex(index("agents_name_ix").on("agents", "name").unique().concurrently());
     * op.addUniqueUsingIndex("agents", "agents_name_key", "agents_name_ix");
     * }</pre>
     */
    default void addUniqueUsingIndex(String table, String constraint, String index) {
        addUniqueUsingIndex(table, constraint, index, Deferral.NOT_DEFERRABLE);
    }

    /**
     * {@code ALTER TABLE … ADD UNIQUE USING INDEX … DEFERRABLE}; otherwise as
     * {@link #addUniqueUsingIndex(String, String, String)}.
     *
     * <pre>{@code op.addUniqueUsingIndex("agents", "agents_key", "agents_ix", Deferral.INITIALLY_DEFERRED);}</pre>
     */
    default void addUniqueUsingIndex(String table, String constraint, String index, Deferral deferral) {
        apply(new AddConstraintUsingIndex(QualifiedName.parse(table), constraint, index, false, deferral));
    }

    /**
     * {@code ALTER TABLE … ADD FOREIGN KEY}. Takes SHARE ROW EXCLUSIVE on both tables: writes to either wait while
     * existing rows are checked. With {@link ForeignKey#notValid} that is a moment, and {@link #validateConstraint}
     * checks them later. Loses nothing.
     *
     * <pre>{@code
     * op.addForeignKey("agents", foreignKey("agents_tenant_id_fkey", "tenant_id")
     *         .references("tenants", "id")
     *         .onDelete(CASCADE)
     *         .notValid());
     * }</pre>
     */
    default void addForeignKey(String table, ForeignKey foreignKey) {
        apply(new AddConstraint(QualifiedName.parse(table), foreignKey));
    }

    /**
     * {@code ALTER TABLE … ADD CHECK}. Takes ACCESS EXCLUSIVE while existing rows are checked; with
     * {@link Check#notValid} for a moment, and {@link #validateConstraint} checks them later. Loses nothing.
     *
     * <pre>{@code op.addCheck("agents", check("agents_age_check", "age >= 0").notValid());}</pre>
     */
    default void addCheck(String table, Check check) {
        apply(new AddConstraint(QualifiedName.parse(table), check));
    }

    /**
     * {@code ALTER TABLE … ADD EXCLUDE}. Takes ACCESS EXCLUSIVE while it builds the index. Loses nothing.
     *
     * <pre>{@code op.addExclude("bookings", exclude("no_overlap", "during", "&&"));}</pre>
     */
    default void addExclude(String table, Exclusion exclusion) {
        apply(new AddConstraint(QualifiedName.parse(table), exclusion));
    }

    /**
     * {@code ALTER TABLE … ADD CONSTRAINT … NOT NULL}: as {@code alter(column).notNull()}, under a name. Takes ACCESS
     * EXCLUSIVE while it reads the table; {@link #addNotNullNotValid} doesn't read it. PostgreSQL 18 and later. Loses
     * nothing.
     *
     * <pre>{@code op.addNotNull("agents", "agents_email_not_null", "email");}</pre>
     */
    default void addNotNull(String table, String constraint, String column) {
        apply(new AddNotNull(QualifiedName.parse(table), constraint, column, true));
    }

    /**
     * {@code ALTER TABLE … ADD CONSTRAINT … NOT NULL … NOT VALID}: new rows need a value at once, existing ones after
     * {@link #validateConstraint}, which lets writes go on. Takes ACCESS EXCLUSIVE, briefly. PostgreSQL 18 and later.
     * Loses nothing.
     *
     * <pre>{@code
     * op.addNotNullNotValid("agents", "agents_email_not_null", "email");
     * op.validateConstraint("agents", "agents_email_not_null");
     * }</pre>
     */
    default void addNotNullNotValid(String table, String constraint, String column) {
        apply(new AddNotNull(QualifiedName.parse(table), constraint, column, false));
    }

    /**
     * {@code ALTER TABLE … DROP CONSTRAINT}. Takes ACCESS EXCLUSIVE, briefly; a primary key or unique constraint takes
     * its index with it. No row is lost; what the constraint kept out is let in.
     *
     * <pre>{@code op.dropConstraint("agents", "agents_age_check", IF_EXISTS);}</pre>
     */
    default void dropConstraint(String table, String constraint, DropOption... options) {
        apply(new DropConstraintByName(QualifiedName.parse(table), constraint, options));
    }

    /**
     * {@code ALTER TABLE … DROP CONSTRAINT} of a constraint described so that the operation can be reversed. Takes
     * ACCESS EXCLUSIVE, briefly; of a foreign key on both tables. No row is lost; what the constraint kept out is let
     * in.
     *
     * <pre>{@code op.dropConstraint("agents", check("agents_age_check", "age >= 0"));}</pre>
     */
    default void dropConstraint(String table, Constraint constraint) {
        apply(new DropConstraint(QualifiedName.parse(table), constraint));
    }

    /**
     * {@code ALTER TABLE … RENAME CONSTRAINT}. Takes ACCESS EXCLUSIVE, briefly; the index behind it is renamed too.
     * Loses nothing.
     *
     * <pre>{@code op.renameConstraint("agents", "agents_age_check", "agents_age_positive");}</pre>
     */
    default void renameConstraint(String table, String constraint, String newName) {
        apply(new RenameConstraint(QualifiedName.parse(table), constraint, newName));
    }

    /**
     * {@code ALTER TABLE … VALIDATE CONSTRAINT}: checks existing rows while reads and writes go on (SHARE UPDATE
     * EXCLUSIVE; for a foreign key also ROW SHARE on the referenced table). Loses nothing.
     *
     * <pre>{@code op.validateConstraint("agents", "agents_tenant_id_fkey");}</pre>
     */
    default void validateConstraint(String table, String constraint) {
        apply(new ValidateConstraint(QualifiedName.parse(table), constraint));
    }
}
