package dev.migrate.autogen.diff.dependency;

import dev.migrate.operation.ColumnOperation.ChangeColumn;
import dev.migrate.operation.ColumnOperation.DropColumn;
import dev.migrate.operation.ConstraintOperation.DropConstraint;
import dev.migrate.operation.IndexOperation.DropIndex;
import dev.migrate.operation.ObjectOperation.DropAuxiliaryObject;
import dev.migrate.operation.Reversible;
import dev.migrate.operation.SequenceOperation.ChangeSequence;
import dev.migrate.operation.SequenceOperation.DropSequence;
import dev.migrate.operation.TableOperation.DropTable;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Operations without what goes away by itself when its table is dropped. */
public final class Pruned {

    private Pruned() {}

    /**
     * The operations without indexes, owned sequences and foreign keys that hold no other table, and no type.
     *
     * @param before what there is before them
     */
    public static List<Reversible> of(List<Reversible> operations, Schema before) {
        Map<QualifiedName, Integer> drops = new HashMap<>();
        for (int i = 0; i < operations.size(); i++) {
            if (operations.get(i) instanceof DropTable drop) {
                drops.put(drop.table().name(), i);
            }
        }
        List<QualifiedName> dropped = operations.stream()
                .filter(DropSequence.class::isInstance)
                .map(operation -> ((DropSequence) operation).sequence().name())
                .toList();
        // One that stays has to be released: it would go along.
        List<QualifiedName> gone = operations.stream()
                .filter(operation -> operation instanceof ChangeSequence change && isReleased(change, drops))
                .map(operation -> ((ChangeSequence) operation).from().name())
                .filter(dropped::contains)
                .toList();
        Dependents dependents = Dependents.of(operations, before);
        Keys rebuilt = new Keys(Set.of()).withRebuilt(operations, before);
        return operations.stream()
                .filter(operation -> !goesWithItsTable(operation, drops, gone)
                        || isInTheWay(operation, operations, rebuilt)
                        || isInTheWay(operation, dependents))
                .toList();
    }

    /** Whether it is a foreign key to what changes or goes away before the foreign key's own table does. */
    private static boolean isInTheWay(Reversible drop, List<Reversible> operations, Keys rebuilt) {
        return drop instanceof DropConstraint constraint
                && constraint.constraint() instanceof ForeignKey key
                && (rebuilt.has(key) || operations.stream().anyMatch(operation -> touches(operation, key.target())));
    }

    /** Whether it is about the values of a type that is replaced before the table goes. */
    private static boolean isInTheWay(Reversible drop, Dependents dependents) {
        return (drop instanceof DropIndex index && dependents.contain(index.index()))
                || (drop instanceof DropConstraint constraint
                        && (dependents.contain(constraint.table(), constraint.constraint())
                                || (constraint.constraint() instanceof ForeignKey key
                                        && dependents.contain(constraint.table(), key))));
    }

    private static boolean touches(Reversible operation, QualifiedName table) {
        return (operation instanceof ChangeColumn change && change.table().equals(table))
                || (operation instanceof DropColumn column && column.table().equals(table))
                || (operation instanceof DropIndex index
                        && index.index().table().equals(table))
                || (operation instanceof DropConstraint constraint
                        && constraint.table().equals(table)
                        && !(constraint.constraint() instanceof ForeignKey));
    }

    private static boolean isReleased(ChangeSequence change, Map<QualifiedName, Integer> drops) {
        return change.from().ownedBy() != null
                && change.to().ownedBy() == null
                && drops.containsKey(change.from().ownedBy().table());
    }

    private static boolean goesWithItsTable(
            Reversible operation, Map<QualifiedName, Integer> drops, List<QualifiedName> gone) {
        if (operation instanceof DropIndex drop) {
            return drops.containsKey(drop.index().table());
        }
        if (operation instanceof DropAuxiliaryObject drop) {
            return drops.keySet().stream().anyMatch(table -> IndexMarks.isOf(drop.object(), table));
        }
        if (operation instanceof ChangeSequence change) {
            return gone.contains(change.from().name()) && isReleased(change, drops);
        }
        if (operation instanceof DropSequence drop) {
            return gone.contains(drop.sequence().name());
        }
        if (operation instanceof DropConstraint drop && drops.containsKey(drop.table())) {
            return !(drop.constraint() instanceof ForeignKey key)
                    || !drops.containsKey(key.target())
                    || drops.get(key.target()) > drops.get(drop.table());
        }
        return false;
    }
}
