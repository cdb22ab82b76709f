package dev.migrate.autogen.diff;

import dev.migrate.operation.ColumnOperation.DropColumn;
import dev.migrate.operation.ConstraintOperation.DropConstraint;
import dev.migrate.operation.IndexOperation.DropIndex;
import dev.migrate.operation.Reversible;
import dev.migrate.operation.TableOperation.DropTable;
import dev.migrate.schema.Column;
import dev.migrate.schema.Constraint;
import dev.migrate.schema.Index;
import dev.migrate.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What a table that goes says in terms of an enum type's values: while it is there, the type can't be replaced. The table
 * holds rows and goes last; what is computed from them goes first, and so comes back last.
 */
final class DroppedTables {

    private final ReplacedEnums replaced;
    private final List<Reversible> released = new ArrayList<>();

    private DroppedTables(ReplacedEnums replaced) {
        this.replaced = replaced;
    }

    /** The operations, of which those that drop tables leave what is in the way of a replacement to others. */
    static List<Reversible> released(List<Reversible> operations) {
        DroppedTables tables = new DroppedTables(ReplacedEnums.of(operations));
        for (Reversible operation : operations) {
            tables.released.add(
                    operation instanceof DropTable drop ? new DropTable(tables.released(drop.table())) : operation);
        }
        return List.copyOf(tables.released);
    }

    private Table released(Table table) {
        List<Column> columns =
                table.columns().stream().filter(replaced::isMentionedIn).toList();
        ColumnUse lost = new ColumnUse(columns.stream().map(Column::name).collect(Collectors.toUnmodifiableSet()));
        List<Index> indexes = table.indexes().stream()
                .filter(index -> lost.in(index) || replaced.isMentionedIn(index))
                .toList();
        List<Constraint> constraints = table.constraints().stream()
                .filter(constraint -> lost.in(constraint) || replaced.isMentionedIn(constraint))
                .toList();
        indexes.forEach(index -> released.add(new DropIndex(index)));
        constraints.forEach(constraint -> released.add(new DropConstraint(table.name(), constraint)));
        columns.forEach(column -> released.add(new DropColumn(table.name(), column)));
        return table.withIndexes(without(table.indexes(), indexes))
                .withConstraints(without(table.constraints(), constraints))
                .withColumns(without(table.columns(), columns));
    }

    private static <T> List<T> without(List<T> all, List<T> some) {
        return all.stream().filter(each -> !some.contains(each)).toList();
    }
}
