package dev.migrate.autogen.diff.meaning;

import dev.migrate.operation.ColumnChange;
import dev.migrate.operation.ColumnOperation.AddColumn;
import dev.migrate.operation.ColumnOperation.AlterColumn;
import dev.migrate.operation.ColumnOperation.ChangeColumn;
import dev.migrate.operation.ConstraintOperation.AddNotNull;
import dev.migrate.operation.ConstraintOperation.DropNotNull;
import dev.migrate.operation.Operation;
import dev.migrate.operation.TableOperation.CreateTable;
import dev.migrate.schema.Column;
import dev.migrate.schema.QualifiedName;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What the operations of a history say of each column: {@code docs/decisions/0021}. The statements of {@code op.execute} and
 * of a baseline's dump aren't among them: nobody wrote these from a mapping.
 */
public final class WrittenColumns {

    /** What an operation may say of a column. */
    public enum Property {
        TYPE,
        NULLABILITY,
        CHECKS
    }

    private final ColumnNotes<Set<Property>> written;

    private WrittenColumns(ColumnNotes<Set<Property>> written) {
        this.written = written;
    }

    /** Before the first revision. */
    public static WrittenColumns none(String defaultSchema) {
        return new WrittenColumns(new ColumnNotes<>(defaultSchema));
    }

    /** Whether an operation says this of the column. */
    public boolean contain(QualifiedName table, String column, Property property) {
        return written.of(table, column)
                .filter(properties -> properties.contains(property))
                .isPresent();
    }

    /** The same when these operations have been done as well. */
    public WrittenColumns after(List<? extends Operation> operations) {
        WrittenColumns changed = new WrittenColumns(written.copy());
        ColumnNotes.each(operations).forEach(changed::follow);
        return changed;
    }

    private void follow(Operation operation) {
        if (operation instanceof CreateTable create) {
            for (Column column : create.table().columns()) {
                add(create.table().name(), column.name(), EnumSet.allOf(Property.class));
            }
        } else if (operation instanceof AddColumn add) {
            add(add.table(), add.column().name(), EnumSet.allOf(Property.class));
        } else if (operation instanceof ChangeColumn change) {
            follow(change);
        } else if (operation instanceof AlterColumn alter) {
            follow(alter);
        } else if (operation instanceof AddNotNull add) {
            add(add.table(), add.column(), EnumSet.of(Property.NULLABILITY));
        } else if (operation instanceof DropNotNull drop) {
            add(drop.table(), drop.column(), EnumSet.of(Property.NULLABILITY));
        }
        written.follow(operation);
    }

    private void follow(ChangeColumn change) {
        Set<Property> changed = EnumSet.noneOf(Property.class);
        if (!change.from().type().equals(change.to().type())) {
            changed.add(Property.TYPE);
        }
        if (change.from().nullable() != change.to().nullable()) {
            changed.add(Property.NULLABILITY);
        }
        add(change.table(), change.from().name(), changed);
    }

    private void follow(AlterColumn alter) {
        for (ColumnChange change : alter.changes()) {
            if (change instanceof ColumnChange.SetType) {
                add(alter.table(), alter.column(), EnumSet.of(Property.TYPE));
            } else if (change instanceof ColumnChange.SetNullable) {
                add(alter.table(), alter.column(), EnumSet.of(Property.NULLABILITY));
            }
        }
    }

    private void add(QualifiedName table, String column, Set<Property> properties) {
        Set<Property> all = EnumSet.noneOf(Property.class);
        written.of(table, column).ifPresent(all::addAll);
        all.addAll(properties);
        written.put(table, column, all);
    }
}
