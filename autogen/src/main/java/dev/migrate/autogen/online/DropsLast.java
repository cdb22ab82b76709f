package dev.migrate.autogen.online;

import dev.migrate.autogen.diff.dependency.RelationNames;
import dev.migrate.operation.ColumnOperation;
import dev.migrate.operation.ColumnOperation.AddColumn;
import dev.migrate.operation.ColumnOperation.ChangeColumn;
import dev.migrate.operation.ColumnOperation.DropColumn;
import dev.migrate.operation.ColumnOperation.RenameColumn;
import dev.migrate.operation.ConstraintOperation;
import dev.migrate.operation.EnumOperation.CreateEnum;
import dev.migrate.operation.EnumOperation.DropEnum;
import dev.migrate.operation.IndexOperation.DropIndex;
import dev.migrate.operation.ObjectOperation.CreateDomain;
import dev.migrate.operation.ObjectOperation.CreateExtension;
import dev.migrate.operation.ObjectOperation.CreateSchema;
import dev.migrate.operation.ObjectOperation.DropDomain;
import dev.migrate.operation.ObjectOperation.DropExtension;
import dev.migrate.operation.ObjectOperation.DropSchema;
import dev.migrate.operation.Reversible;
import dev.migrate.operation.SequenceOperation;
import dev.migrate.operation.SequenceOperation.DropSequence;
import dev.migrate.operation.TableOperation.DropTable;
import dev.migrate.operation.TableOperation.TableRenaming;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Table;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Which drops can wait until everything else has succeeded. What is done outside a transaction commits what came before:
 * were a column dropped by then, a check that fails afterwards would leave a database that has lost the column and not
 * got what was to replace it. Until then the old column's values are also there to fill the new one with.
 *
 * <p>Such a drop waits if nothing behind it needs it to be done; where that isn't plain, it stays where it is.
 */
final class DropsLast {

    private static final Set<Class<? extends Reversible>> DROPPED_FOUNDATIONS =
            Set.of(DropEnum.class, DropDomain.class, DropExtension.class, DropSchema.class);

    /** What may be called like one that was dropped: a domain is replaced by one of its name. */
    private static final Set<Class<? extends Reversible>> CREATED_FOUNDATIONS =
            Set.of(CreateEnum.class, CreateDomain.class, CreateExtension.class, CreateSchema.class);

    private final Set<Reversible> waiting = Collections.newSetFromMap(new IdentityHashMap<>());

    DropsLast(List<Reversible> operations) {
        List<Reversible> behind = new ArrayList<>();
        for (int i = operations.size() - 1; i >= 0; i--) {
            Reversible operation = operations.get(i);
            Optional<Predicate<Reversible>> needsItDone = needsDone(operation);
            if (needsItDone.isPresent() && behind.stream().noneMatch(needsItDone.get())) {
                waiting.add(operation);
            } else {
                behind.add(operation);
            }
        }
    }

    boolean contain(Reversible operation) {
        return waiting.contains(operation);
    }

    /** What can't come before this drop; empty for everything that isn't a drop which may wait. */
    private static Optional<Predicate<Reversible>> needsDone(Reversible operation) {
        if (operation instanceof DropColumn drop) {
            return Optional.of(later -> needsMore(later) || needsDone(drop, later));
        }
        if (operation instanceof DropTable drop) {
            return Optional.of(later -> needsMore(later) || needsDone(drop.table(), later));
        }
        if (operation instanceof DropSequence) {
            return Optional.of(SequenceOperation.class::isInstance);
        }
        return DROPPED_FOUNDATIONS.contains(operation.getClass())
                ? Optional.of(later -> Later.isFoundation(later)
                        || CREATED_FOUNDATIONS.contains(later.getClass())
                        || !Collections.disjoint(
                                RelationNames.takenBy(operation.inverse()), RelationNames.takenBy(later)))
                : Optional.empty();
    }

    /** What may be about a type or a sequence that the column or the table uses. */
    private static boolean needsMore(Reversible later) {
        return Later.isFoundation(later) || later instanceof SequenceOperation;
    }

    private static boolean needsDone(DropColumn drop, Reversible later) {
        if (later instanceof ColumnOperation column && column.table().equals(drop.table())) {
            return column instanceof RenameColumn
                    || (column instanceof AddColumn add
                            && add.column().name().equals(drop.column().name()))
                    || (column instanceof ChangeColumn && drop.column().generated() != null);
        }
        return later instanceof TableRenaming rename && rename.table().equals(drop.table());
    }

    private static boolean needsDone(Table dropped, Reversible later) {
        if (dropped.partitionOf() != null
                || dropped.partitioning() != null
                || !dropped.inherits().isEmpty()) {
            return true;
        }
        Set<String> freed = new HashSet<>(RelationNames.of(dropped));
        freed.retainAll(RelationNames.takenBy(later));
        return !freed.isEmpty() || later instanceof TableRenaming || isUnder(references(dropped), later);
    }

    private static Set<QualifiedName> references(Table table) {
        return table.constraints().stream()
                .filter(ForeignKey.class::isInstance)
                .map(constraint -> ((ForeignKey) constraint).target())
                .collect(Collectors.toSet());
    }

    /** A partition may be one of a partition of theirs, and none is dropped while a foreign key to them depends on it. */
    private static boolean isAnyOrPartition(Set<QualifiedName> targets, Table dropped) {
        return targets.contains(dropped.name()) || (!targets.isEmpty() && dropped.partitionOf() != null);
    }

    /** Whether it changes one of the tables in a way that a foreign key to it might not allow. */
    private static boolean isUnder(Set<QualifiedName> targets, Reversible later) {
        return (later instanceof ColumnOperation column && targets.contains(column.table()))
                || (later instanceof ConstraintOperation constraint && targets.contains(constraint.table()))
                || (later instanceof DropIndex index
                        && targets.contains(index.index().table()))
                || (later instanceof DropTable drop && isAnyOrPartition(targets, drop.table()));
    }
}
