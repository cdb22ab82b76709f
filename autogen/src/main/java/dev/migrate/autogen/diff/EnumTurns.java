package dev.migrate.autogen.diff;

import dev.migrate.operation.ColumnOperation.AddColumn;
import dev.migrate.operation.ColumnOperation.DropColumn;
import dev.migrate.operation.ConstraintOperation.AddConstraint;
import dev.migrate.operation.EnumOperation.ChangeEnum;
import dev.migrate.operation.EnumOperation.Use;
import dev.migrate.operation.IndexOperation.CreateIndex;
import dev.migrate.operation.Reversible;
import dev.migrate.operation.TableOperation.DropTable;
import dev.migrate.schema.QualifiedName;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What is there when the turn of an enum's change comes. A table that goes mostly goes last; one whose name is needed, or
 * that of its index, and a column that makes room for another, go before.
 */
final class EnumTurns {

    private record Part(QualifiedName table, String column) {}

    private final Set<QualifiedName> tables = new HashSet<>();
    private final Set<Part> columns = new HashSet<>();

    private EnumTurns() {}

    /** @param ordered the operations in the order in which they run */
    static List<Reversible> of(List<Reversible> ordered) {
        EnumTurns gone = new EnumTurns();
        List<Reversible> result = new ArrayList<>();
        for (Reversible operation : ordered) {
            if (operation instanceof DropTable drop) {
                gone.tables.add(drop.table().name());
            } else if (operation instanceof DropColumn drop) {
                gone.columns.add(new Part(drop.table(), drop.column().name()));
            }
            result.add(operation instanceof ChangeEnum change ? gone.takenFrom(change) : operation);
        }
        return List.copyOf(result);
    }

    private ChangeEnum takenFrom(ChangeEnum change) {
        List<Use> uses = change.uses().stream().filter(use -> !isGone(use)).toList();
        List<Reversible> rebuilt =
                change.rebuilt().stream().filter(creation -> !isGone(creation)).toList();
        return change.uses(uses).rebuilding(rebuilt);
    }

    private boolean isGone(Use use) {
        return tables.contains(use.table()) || columns.contains(new Part(use.table(), use.column()));
    }

    private boolean isGone(Reversible creation) {
        return (creation instanceof AddColumn add && tables.contains(add.table()))
                || (creation instanceof AddConstraint constraint && tables.contains(constraint.table()))
                || (creation instanceof CreateIndex create
                        && tables.contains(create.index().table()));
    }
}
