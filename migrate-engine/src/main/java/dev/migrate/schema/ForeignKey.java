package dev.migrate.schema;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A foreign key.
 *
 * @param name null lets PostgreSQL name it
 * @param columns referencing columns
 * @param target referenced table
 * @param targetColumns referenced columns, in the order of {@code columns}; empty is the target's primary key
 * @param onDelete what happens to a row whose target goes away
 * @param onDeleteColumns which columns SET NULL or SET DEFAULT touches; empty is all; PostgreSQL 15 and later
 * @param onUpdate what happens to a row whose target's key changes
 * @param match how NULLs in a composite key are treated
 * @param deferral when it is checked
 * @param valid whether existing rows have been checked; false is {@code NOT VALID}
 */
public record ForeignKey(
        @Nullable String name,
        List<String> columns,
        QualifiedName target,
        List<String> targetColumns,
        Action onDelete,
        List<String> onDeleteColumns,
        Action onUpdate,
        Match match,
        Deferral deferral,
        boolean valid)
        implements Constraint {

    /** A referential action. */
    public enum Action {
        NO_ACTION,
        RESTRICT,
        CASCADE,
        SET_NULL,
        SET_DEFAULT
    }

    /** How a composite key with NULLs matches. */
    public enum Match {
        /** One NULL exempts the row. */
        SIMPLE,
        /** All columns are NULL, or none is. */
        FULL
    }

    public ForeignKey {
        columns = Names.atLeastOne("A foreign key", name, columns);
        targetColumns = Names.checked(targetColumns);
        onDeleteColumns = Names.checked(onDeleteColumns);
        if (!targetColumns.isEmpty() && targetColumns.size() != columns.size()) {
            throw new IllegalArgumentException("The foreign key " + (name == null ? "" : "'" + name + "' ") + "has "
                    + columns.size() + " columns " + columns + " but references " + targetColumns.size() + " "
                    + targetColumns + " of " + target);
        }
    }

    public ForeignKey onDelete(Action action) {
        return new ForeignKey(
                name, columns, target, targetColumns, action, onDeleteColumns, onUpdate, match, deferral, valid);
    }

    /** SET NULL or SET DEFAULT for these columns only; PostgreSQL 15 and later. */
    public ForeignKey onDelete(Action action, String... affected) {
        return new ForeignKey(
                name, columns, target, targetColumns, action, List.of(affected), onUpdate, match, deferral, valid);
    }

    public ForeignKey onUpdate(Action action) {
        return new ForeignKey(
                name, columns, target, targetColumns, onDelete, onDeleteColumns, action, match, deferral, valid);
    }

    public ForeignKey matchFull() {
        return new ForeignKey(
                name, columns, target, targetColumns, onDelete, onDeleteColumns, onUpdate, Match.FULL, deferral, valid);
    }

    /** Checked after each statement, unless the transaction defers it. */
    public ForeignKey deferrable() {
        return deferral(Deferral.INITIALLY_IMMEDIATE);
    }

    /** Checked at commit. */
    public ForeignKey initiallyDeferred() {
        return deferral(Deferral.INITIALLY_DEFERRED);
    }

    private ForeignKey deferral(Deferral when) {
        return new ForeignKey(
                name, columns, target, targetColumns, onDelete, onDeleteColumns, onUpdate, match, when, valid);
    }

    /** Checks new rows only, until {@code validateConstraint}: added without reading the table. */
    public ForeignKey notValid() {
        return valid(false);
    }

    /** The same key, with existing rows checked or not. */
    public ForeignKey valid(boolean whether) {
        return new ForeignKey(
                name, columns, target, targetColumns, onDelete, onDeleteColumns, onUpdate, match, deferral, whether);
    }

    /** The same key to another table. */
    public ForeignKey target(QualifiedName newTarget) {
        return new ForeignKey(
                name, columns, newTarget, targetColumns, onDelete, onDeleteColumns, onUpdate, match, deferral, valid);
    }

    @Override
    public ForeignKey named(String newName) {
        return new ForeignKey(
                newName, columns, target, targetColumns, onDelete, onDeleteColumns, onUpdate, match, deferral, valid);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.foreignKey(this);
    }
}
