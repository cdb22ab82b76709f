package dev.migrate.autogen.diff.dependency;

import dev.migrate.autogen.diff.comparison.ColumnDiff;
import dev.migrate.operation.ColumnOperation.AddColumn;
import dev.migrate.operation.ColumnOperation.ChangeColumn;
import dev.migrate.operation.ColumnOperation.DropColumn;
import dev.migrate.operation.ConstraintOperation.AddConstraint;
import dev.migrate.operation.ConstraintOperation.DropConstraint;
import dev.migrate.operation.ConstraintOperation.RenameConstraint;
import dev.migrate.operation.EnumOperation.ChangeEnum;
import dev.migrate.operation.EnumOperation.Use;
import dev.migrate.operation.IndexOperation.CreateIndex;
import dev.migrate.operation.IndexOperation.DropIndex;
import dev.migrate.operation.IndexOperation.RenameIndex;
import dev.migrate.operation.ObjectOperation.CreateAuxiliaryObject;
import dev.migrate.operation.ObjectOperation.DropAuxiliaryObject;
import dev.migrate.operation.Reversible;
import dev.migrate.operation.TableOperation.DropTable;
import dev.migrate.schema.QualifiedName;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is there when the turn of an enum's change comes. A table that goes mostly goes last; one whose name is needed, or
 * that of its index, and a column that makes room for another, go before. So does what stands in the way of something
 * else: what the change would have to rebuild is gone by then.
 */
public final class EnumTurns {

    private record Part(QualifiedName table, @Nullable String name) {}

    private final Set<QualifiedName> tables = new HashSet<>();
    private final Set<Part> columns = new HashSet<>();
    private final Set<Part> formulas = new HashSet<>();
    private final Set<Part> released = new HashSet<>();
    private final Set<Part> constraints = new HashSet<>();
    private final Set<QualifiedName> indexes = new HashSet<>();
    private final Set<String> objects = new HashSet<>();

    private EnumTurns() {}

    /** @param ordered the operations in the order in which they run */
    public static List<Reversible> of(List<Reversible> ordered) {
        EnumTurns gone = new EnumTurns();
        List<Reversible> result = new ArrayList<>();
        for (Reversible operation : ordered) {
            gone.note(operation);
            result.add(operation instanceof ChangeEnum change ? gone.takenFrom(change) : operation);
        }
        return List.copyOf(result);
    }

    private void note(Reversible operation) {
        if (operation instanceof DropTable drop) {
            tables.add(drop.table().name());
        } else if (operation instanceof DropColumn drop) {
            columns.add(new Part(drop.table(), drop.column().name()));
        } else if (operation instanceof ChangeColumn change && ColumnDiff.losesFormula(change)) {
            formulas.add(new Part(change.table(), change.from().name()));
        } else if (operation instanceof ChangeColumn change
                && !change.from().type().equals(change.to().type())) {
            released.add(new Part(change.table(), change.from().name()));
        } else if (operation instanceof DropConstraint drop) {
            constraints.add(new Part(drop.table(), drop.constraint().name()));
        } else if (operation instanceof RenameConstraint rename) {
            constraints.remove(new Part(rename.table(), rename.newName()));
        } else if (operation instanceof DropIndex drop) {
            indexes.add(drop.index().qualifiedName());
        } else if (operation instanceof RenameIndex rename) {
            indexes.remove(rename.index().sibling(rename.newName()));
        } else if (operation instanceof DropAuxiliaryObject drop) {
            objects.add(drop.object().identity());
        }
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
        if (creation instanceof AddColumn add) {
            Part column = new Part(add.table(), add.column().name());
            return tables.contains(add.table()) || columns.contains(column) || formulas.contains(column);
        }
        if (creation instanceof ChangeColumn change) {
            Part column = new Part(change.table(), change.from().name());
            return tables.contains(change.table()) || columns.contains(column) || released.contains(column);
        }
        if (creation instanceof AddConstraint add) {
            return tables.contains(add.table())
                    || constraints.contains(
                            new Part(add.table(), add.constraint().name()));
        }
        if (creation instanceof CreateIndex create) {
            return tables.contains(create.index().table())
                    || indexes.contains(create.index().qualifiedName());
        }
        return creation instanceof CreateAuxiliaryObject object
                && objects.contains(object.object().identity());
    }
}
