package dev.migrate.schema;

import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
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
 * @param validity which rows it holds for
 * @param hasPeriod whether the last column is a range that ranges of the target have to cover; PostgreSQL 18 and later
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
        Validity validity,
        boolean hasPeriod)
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

    /** What becomes of rows whose target is deleted; {@code NO ACTION} if not given: the deletion fails. */
    public ForeignKey onDelete(Action action) {
        return changed(copy -> copy.onDelete = action);
    }

    /** SET NULL or SET DEFAULT for these columns only; PostgreSQL 15 and later. */
    public ForeignKey onDelete(Action action, String... affected) {
        return changed(copy -> {
            copy.onDelete = action;
            copy.onDeleteColumns = List.of(affected);
        });
    }

    /** What becomes of rows whose target gets another key; {@code NO ACTION} if not given: the update fails. */
    public ForeignKey onUpdate(Action action) {
        return changed(copy -> copy.onUpdate = action);
    }

    /** {@code MATCH FULL}: a row refers to nothing only if all of its columns are NULL; otherwise one of them is enough. */
    public ForeignKey matchFull() {
        return changed(copy -> copy.match = Match.FULL);
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
        return changed(copy -> copy.deferral = when);
    }

    /** Checks new rows only, until {@code validateConstraint}: added without reading the table. */
    public ForeignKey notValid() {
        return valid(false);
    }

    /** The same key, with existing rows checked or not. */
    public ForeignKey valid(boolean whether) {
        return changed(copy -> copy.validity = Validity.of(whether));
    }

    /** Checks no row; PostgreSQL 18 and later. */
    public ForeignKey notEnforced() {
        return changed(copy -> copy.validity = Validity.NOT_ENFORCED);
    }

    /** Whether all rows have been checked. */
    public boolean valid() {
        return validity == Validity.VALID;
    }

    /**
     * The last column, and the last one it references, are ranges: the target's rows, together, cover the range of the
     * referencing row. The target's key is one {@linkplain PrimaryKey#withoutOverlaps without overlaps}. PostgreSQL 18 and
     * later.
     */
    public ForeignKey period() {
        return period(true);
    }

    /** The same key, with or without a {@link #period}. */
    public ForeignKey period(boolean whether) {
        return changed(copy -> copy.hasPeriod = whether);
    }

    /** The same key over columns of other names. */
    public ForeignKey columns(List<String> newColumns, List<String> newTargetColumns, List<String> newOnDeleteColumns) {
        return changed(copy -> {
            copy.columns = newColumns;
            copy.targetColumns = newTargetColumns;
            copy.onDeleteColumns = newOnDeleteColumns;
        });
    }

    /** The same key to another table. */
    public ForeignKey target(QualifiedName newTarget) {
        return changed(copy -> copy.target = newTarget);
    }

    @Override
    public ForeignKey named(@Nullable String newName) {
        return changed(copy -> copy.name = newName);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.foreignKey(this);
    }

    // Written out like all that a comparison meets by the thousand: docs/decisions/0015.
    @Override
    public boolean equals(Object other) {
        return this == other
                || (other instanceof ForeignKey that
                        && Objects.equals(name, that.name)
                        && columns.equals(that.columns)
                        && target.equals(that.target)
                        && targetColumns.equals(that.targetColumns)
                        && onDelete == that.onDelete
                        && onDeleteColumns.equals(that.onDeleteColumns)
                        && onUpdate == that.onUpdate
                        && match == that.match
                        && deferral == that.deferral
                        && validity == that.validity
                        && hasPeriod == that.hasPeriod);
    }

    @Override
    public int hashCode() {
        return Objects.hash(name, columns);
    }

    private ForeignKey changed(Consumer<Copy> change) {
        Copy copy = new Copy(this);
        change.accept(copy);
        return copy.finished();
    }

    /** The components on their way into another value, which differs in some of them. */
    private static final class Copy {
        private @Nullable String name;
        private List<String> columns;
        private QualifiedName target;
        private List<String> targetColumns;
        private Action onDelete;
        private List<String> onDeleteColumns;
        private Action onUpdate;
        private Match match;
        private Deferral deferral;
        private Validity validity;
        private boolean hasPeriod;

        Copy(ForeignKey of) {
            name = of.name;
            columns = of.columns;
            target = of.target;
            targetColumns = of.targetColumns;
            onDelete = of.onDelete;
            onDeleteColumns = of.onDeleteColumns;
            onUpdate = of.onUpdate;
            match = of.match;
            deferral = of.deferral;
            validity = of.validity;
            hasPeriod = of.hasPeriod;
        }

        ForeignKey finished() {
            return new ForeignKey(
                    name,
                    columns,
                    target,
                    targetColumns,
                    onDelete,
                    onDeleteColumns,
                    onUpdate,
                    match,
                    deferral,
                    validity,
                    hasPeriod);
        }
    }
}
