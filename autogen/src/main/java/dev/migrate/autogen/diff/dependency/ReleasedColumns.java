package dev.migrate.autogen.diff.dependency;

import dev.migrate.autogen.diff.comparison.TypeFamily;
import dev.migrate.ddl.SqlIdentifiers;
import dev.migrate.operation.ColumnOperation.ChangeColumn;
import dev.migrate.operation.ColumnOperation.DropColumn;
import dev.migrate.operation.Reversible;
import dev.migrate.operation.TableOperation.DropTable;
import dev.migrate.schema.Column;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Table;
import dev.migrate.schema.Type;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Columns that hold values of another type while their own is dropped, and comes back, or can't be changed with columns of
 * it: what else happens to them goes on from there.
 */
final class ReleasedColumns {

    private final List<Reversible> operations;

    ReleasedColumns(List<Reversible> operations) {
        this.operations = new ArrayList<>(operations);
    }

    /** The operations, with those that were added. */
    List<Reversible> operations() {
        return List.copyOf(operations);
    }

    /** @param meanwhile the type of the values in between */
    void release(QualifiedName table, Column column, Type meanwhile) {
        release(table, column, meanwhile, null, null);
    }

    /**
     * @param released what the column's values become meanwhile, as SQL; null if PostgreSQL finds out by itself
     * @param releasedBack the same on the way back
     */
    void release(
            QualifiedName table,
            Column column,
            Type meanwhile,
            @Nullable String released,
            @Nullable String releasedBack) {
        Column free = free(column, meanwhile);
        operations.add(0, with(change(table, column, free), released, null));
        for (int i = 1; i < operations.size(); i++) {
            Reversible operation = operations.get(i);
            if (operation instanceof ChangeColumn change
                    && change.table().equals(table)
                    && change.from().equals(column)) {
                operations.set(i, with(change(table, free, change.to()), null, releasedBack));
                return;
            }
            if (operation instanceof DropColumn drop
                    && drop.table().equals(table)
                    && drop.column().equals(column)) {
                operations.set(i, new DropColumn(table, free));
                return;
            }
            if (operation instanceof DropTable drop && drop.table().name().equals(table)) {
                operations.set(i, new DropTable(withColumn(drop.table(), free)));
                return;
            }
        }
        operations.add(with(change(table, free, column), null, releasedBack));
    }

    /** How a column comes back to its type. */
    static ChangeColumn comeBack(QualifiedName table, Column column, Type meanwhile) {
        return change(table, free(column, meanwhile), column);
    }

    private static Column free(Column column, Type meanwhile) {
        return column.type(meanwhile).defaultExpression(null);
    }

    /** The table with this column instead of its own of that name. */
    static Table withColumn(Table table, Column column) {
        return table.withColumns(table.columns().stream()
                .map(each -> each.name().equals(column.name()) ? column : each)
                .toList());
    }

    /** The change with what is given instead of what PostgreSQL finds out. */
    private static ChangeColumn with(ChangeColumn change, @Nullable String using, @Nullable String usingBack) {
        return new ChangeColumn(
                change.table(),
                change.from(),
                change.to(),
                using == null ? change.using() : using,
                usingBack == null ? change.usingBack() : usingBack);
    }

    private static ChangeColumn change(QualifiedName table, Column from, Column to) {
        String name = SqlIdentifiers.quote(from.name());
        return new ChangeColumn(
                table,
                from,
                to,
                TypeFamily.conversionAsWritten(name, from.type(), to.type()),
                TypeFamily.conversionAsWritten(name, to.type(), from.type()));
    }
}
