package dev.migrate.operation;

import dev.migrate.schema.Column;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.QualifiedName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Operations on the columns of one table. */
public sealed interface ColumnOperation extends Operation {

    /** The table whose column it is. */
    QualifiedName table();

    /**
     * {@code ALTER TABLE … ADD COLUMN}.
     *
     * @param reference a foreign key of this one column, added with it; null is none
     */
    record AddColumn(
            QualifiedName table, Column column, @Nullable ForeignKey reference) implements ColumnOperation, Reversible {
        public AddColumn {
            checkReference(table, column, reference);
        }

        public AddColumn(QualifiedName table, Column column) {
            this(table, column, null);
        }

        @Override
        public DropColumn inverse() {
            return new DropColumn(table, column, reference);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.addColumn(this);
        }
    }

    /**
     * {@code ALTER TABLE … DROP COLUMN}: its values are lost, and its indexes and constraints go with it.
     *
     * @param reference the foreign key that goes with the column, if it was added with it; null is none
     */
    record DropColumn(
            QualifiedName table, Column column, @Nullable ForeignKey reference) implements ColumnOperation, Reversible {
        public DropColumn {
            checkReference(table, column, reference);
        }

        public DropColumn(QualifiedName table, Column column) {
            this(table, column, null);
        }

        @Override
        public AddColumn inverse() {
            return new AddColumn(table, column, reference);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.dropColumn(this);
        }
    }

    private static void checkReference(QualifiedName table, Column column, @Nullable ForeignKey reference) {
        if (reference != null && !reference.columns().equals(List.of(column.name()))) {
            throw new IllegalArgumentException("The column " + table + "." + column.name()
                    + " comes with a foreign key on " + reference.columns() + "; expected one on [" + column.name()
                    + "], and others by addForeignKey");
        }
    }

    /** {@code ALTER TABLE … DROP COLUMN} of a column that the author doesn't describe. */
    record DropColumnByName(QualifiedName table, String column, boolean ifExists, boolean cascade)
            implements ColumnOperation {
        /** With those of {@code options} that are given. */
        public DropColumnByName(QualifiedName table, String column, DropOption... options) {
            this(table, column, DropOption.IF_EXISTS.in(options), DropOption.CASCADE.in(options));
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.dropColumnByName(this);
        }
    }

    /** {@code ALTER TABLE … RENAME COLUMN}. */
    record RenameColumn(QualifiedName table, String column, String newName) implements ColumnOperation, Reversible {
        @Override
        public RenameColumn inverse() {
            return new RenameColumn(table, newName, column);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.renameColumn(this);
        }
    }

    /**
     * From one definition of a column to another of the same name: {@code ALTER TABLE … ALTER COLUMN}, as often as the
     * difference needs.
     *
     * @param using how old values become new ones when the type changes, as SQL; null leaves it to an assignment cast
     * @param usingBack the same for the way back
     */
    record ChangeColumn(
            QualifiedName table,
            Column from,
            Column to,
            @Nullable String using,
            @Nullable String usingBack) implements ColumnOperation, Reversible {

        public ChangeColumn {
            if (!from.name().equals(to.name())) {
                throw new IllegalArgumentException("A change keeps the column's name, but " + table + "." + from.name()
                        + " would become " + to.name() + "; rename it in an operation of its own");
            }
        }

        /**
         * The difference, in an order that PostgreSQL accepts; a default that a type change would stumble over is taken
         * off first and put on again.
         *
         * @throws dev.migrate.MigrateException if no {@code ALTER COLUMN} leads from one to the other, as from a plain
         *     column to a generated one
         */
        public List<ColumnChange> changes() {
            return List.copyOf(new ColumnDifference(this).changes());
        }

        @Override
        public ChangeColumn inverse() {
            return new ChangeColumn(table, to, from, usingBack, using);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.changeColumn(this);
        }
    }

    /** Some attributes of a column set to new values, by an author who doesn't say what they were. */
    record AlterColumn(QualifiedName table, String column, List<ColumnChange> changes) implements ColumnOperation {
        public AlterColumn {
            changes = List.copyOf(changes);
            if (changes.isEmpty()) {
                throw new IllegalArgumentException(
                        "alterColumn of " + table + "." + column + " changes nothing; expected at least one change");
            }
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.alterColumn(this);
        }
    }

    /** Several columns altered by one {@code ALTER TABLE}, so that new types rewrite the table once. */
    record AlterColumns(QualifiedName table, List<ColumnAlteration> columns) implements ColumnOperation {
        public AlterColumns {
            columns = List.copyOf(columns);
            if (columns.isEmpty()) {
                throw new IllegalArgumentException(
                        "alterColumns of " + table + " names no column; expected at least one");
            }
            if (columns.stream().map(ColumnAlteration::column).distinct().count() < columns.size()) {
                throw new IllegalArgumentException("alterColumns of " + table
                        + " names a column twice; expected all changes of a column in one alter(…)");
            }
        }

        /** The same, column by column. */
        public List<AlterColumn> each() {
            return columns.stream()
                    .map(column -> new AlterColumn(table, column.column(), column.changes()))
                    .toList();
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.alterColumns(this);
        }
    }
}
