package dev.migrate.autogen.diff.dependency;

import dev.migrate.operation.ColumnOperation.DropColumn;
import dev.migrate.operation.ConstraintOperation.DropConstraint;
import dev.migrate.operation.IndexOperation.DropIndex;
import dev.migrate.operation.Reversible;
import dev.migrate.operation.TableOperation.DropTable;
import dev.migrate.schema.Column;
import dev.migrate.schema.Constraint;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.Index;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a table that goes says in terms of an enum type's values, or of a domain's: while it is there, the type can't be
 * replaced. The table holds rows and goes last; what is computed from them goes first, and so comes back last.
 */
public final class DroppedTables {

    private final Dependents dependents;
    private final OperationsByTable operations;
    private final Keys rebuilt;
    private final List<Reversible> released = new ArrayList<>();

    private DroppedTables(List<Reversible> operations, Schema before) {
        this.dependents = Dependents.of(operations, before);
        this.operations = new OperationsByTable(operations);
        this.rebuilt = new Keys(Set.of()).withRebuilt(operations, before);
    }

    /** The operations, of which those that drop tables leave what is in the way of a replacement to others. */
    public static List<Reversible> released(List<Reversible> operations, Schema before) {
        DroppedTables tables = new DroppedTables(operations, before);
        for (Reversible operation : operations) {
            tables.released.add(
                    operation instanceof DropTable drop ? new DropTable(tables.released(drop.table())) : operation);
        }
        return List.copyOf(tables.released);
    }

    private Table released(Table table) {
        List<Column> columns = table.columns().stream()
                .filter(column -> dependents.contain(table.name(), column))
                .toList();
        ColumnUse lost = new ColumnUse(columns.stream().map(Column::name).collect(Collectors.toUnmodifiableSet()));
        List<Index> indexes = table.indexes().stream()
                .filter(index -> lost.in(index) || dependents.contain(index))
                .toList();
        List<Constraint> constraints = table.constraints().stream()
                .filter(constraint -> lost.in(constraint)
                        || dependents.contain(table.name(), constraint)
                        || (constraint instanceof ForeignKey key && isInTheWay(table.name(), key)))
                .toList();
        indexes.forEach(index -> released.add(new DropIndex(index)));
        constraints.forEach(constraint -> released.add(new DropConstraint(table.name(), constraint)));
        columns.forEach(column -> released.add(new DropColumn(table.name(), column)));
        return table.withIndexes(without(table.indexes(), indexes))
                .withConstraints(without(table.constraints(), constraints))
                .withColumns(without(table.columns(), columns));
    }

    private boolean isInTheWay(QualifiedName table, ForeignKey key) {
        return dependents.contain(table, key)
                || operations.makeIncompatible(table, key.columns())
                || operations.makeIncompatible(key.target(), key.targetColumns())
                || rebuilt.has(key);
    }

    private static <T> List<T> without(List<T> all, List<T> some) {
        return all.stream().filter(each -> !some.contains(each)).toList();
    }
}
