package dev.migrate.autogen.diff.dependency;

import dev.migrate.autogen.diff.comparison.EnumDiff;
import dev.migrate.autogen.diff.comparison.ObjectDiff;
import dev.migrate.operation.ColumnOperation.AddColumn;
import dev.migrate.operation.ColumnOperation.ChangeColumn;
import dev.migrate.operation.ConstraintOperation.AddConstraint;
import dev.migrate.operation.EnumOperation.ChangeEnum;
import dev.migrate.operation.EnumOperation.DropEnum;
import dev.migrate.operation.IndexOperation.CreateIndex;
import dev.migrate.operation.ObjectOperation.CreateAuxiliaryObject;
import dev.migrate.operation.ObjectOperation.DropAuxiliaryObject;
import dev.migrate.operation.Reversible;
import dev.migrate.schema.AuxiliaryObject;
import dev.migrate.schema.Column;
import dev.migrate.schema.Constraint;
import dev.migrate.schema.EnumType;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.Index;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What beside columns depends on an enum type, and so keeps PostgreSQL from dropping it when it is replaced, as the
 * operations that make it again.
 */
public final class EnumDependents {

    private final OperationsByTable operations;
    private final Schema before;

    private EnumDependents(List<Reversible> operations, Schema before) {
        this.operations = new OperationsByTable(operations);
        this.before = before;
    }

    /** The operations, of which those that change an enum know what they have to rebuild; its casts go with an enum. */
    public static List<Reversible> addedTo(List<Reversible> operations, Schema before) {
        EnumDependents dependents = new EnumDependents(operations, before);
        List<Reversible> all = new ArrayList<>();
        for (Reversible operation : operations) {
            if (operation instanceof DropEnum drop) {
                all.addAll(dependents.castsOf(drop, operations));
            }
            all.add(operation instanceof ChangeEnum change ? dependents.addedTo(change) : operation);
        }
        return List.copyOf(all);
    }

    /** Hibernate declares two for each enum type; nothing can be cast to a type that is gone. */
    private List<Reversible> castsOf(DropEnum drop, List<Reversible> operations) {
        return casts(drop.type())
                .<Reversible>map(DropAuxiliaryObject::new)
                .filter(cast -> !operations.contains(cast))
                .toList();
    }

    /** Whether it drops a cast from or to an enum type that one of the operations drops. */
    public static boolean isCastOf(DropAuxiliaryObject cast, List<Reversible> drops) {
        return drops.stream()
                .anyMatch(operation -> operation instanceof DropEnum drop
                        && EnumDiff.isCast(cast.object(), drop.type().name()));
    }

    /**
     * A replacement's tables are seen to by {@link Rebuilds}, together with all else that changes them. An addition has
     * nothing to rebuild, but taking the value away again does.
     */
    private ChangeEnum addedTo(ChangeEnum change) {
        List<Reversible> rebuilt = new ArrayList<>();
        List<AuxiliaryObject> composites = CompositeColumns.over(change, before);
        composites.forEach(type -> rebuilt.add(new CreateAuxiliaryObject(type)));
        if (change.onlyAdds()) {
            List<ChangeColumn> released = CompositeColumns.comingBack(composites, before);
            rebuilt.addAll(released);
            rebuilt.addAll(inTables(Dependents.of(change, released, before), Keys.rebuiltBy(change, released, before)));
        }
        casts(change.from()).map(CreateAuxiliaryObject::new).forEach(rebuilt::add);
        rebuilt.addAll(routines(change));
        return change.rebuilding(rebuilt);
    }

    private List<Reversible> inTables(Dependents dependents, Keys keys) {
        List<Reversible> rebuilt = new ArrayList<>();
        before.tables().forEach(table -> rebuilt.addAll(inTable(dependents, table)));
        before.tables().forEach(table -> rebuilt.addAll(foreignKeys(dependents, keys, table)));
        rebuilt.addAll(objects(dependents));
        return rebuilt;
    }

    /** The views, triggers and the like that have to go meanwhile. */
    private List<Reversible> objects(Dependents dependents) {
        return ObjectDependencies.byDependency(
                        before.auxiliaryObjects().stream()
                                .filter(object -> dependents.contain(object)
                                        && !object.create().isEmpty())
                                .toList(),
                        (object, other) -> ObjectDependencies.needs(object, other, before))
                .stream()
                .<Reversible>map(CreateAuxiliaryObject::new)
                .toList();
    }

    /** The functions and procedures that take or return the type. */
    private List<Reversible> routines(ChangeEnum change) {
        return before.auxiliaryObjects().stream()
                .filter(ObjectDiff::isRoutine)
                .filter(Dependents.of(change, List.of(), before)::ofTypesContain)
                .<Reversible>map(CreateAuxiliaryObject::new)
                .toList();
    }

    private Stream<AuxiliaryObject> casts(EnumType type) {
        return before.auxiliaryObjects().stream().filter(object -> EnumDiff.isCast(object, type.name()));
    }

    /** The objects that are meant, those that stand on one of them, and so on, each behind what it stands on. */
    static List<AuxiliaryObject> withDependents(
            Stream<AuxiliaryObject> objects,
            Predicate<AuxiliaryObject> isMeant,
            BiPredicate<AuxiliaryObject, AuxiliaryObject> standsOn) {
        List<AuxiliaryObject> found = new ArrayList<>();
        List<AuxiliaryObject> others = new ArrayList<>(objects.toList());
        boolean isMore = true;
        while (isMore) {
            List<AuxiliaryObject> next = others.stream()
                    .filter(other ->
                            isMeant.test(other) || found.stream().anyMatch(object -> standsOn.test(other, object)))
                    .toList();
            found.addAll(next);
            isMore = others.removeAll(next);
        }
        return found;
    }

    /**
     * What a table says in terms of the type's values while the type changes: generated columns, checks, indexes. Others
     * have named some of it anew by then, and dropped some of it, which {@link EnumTurns} leaves out.
     */
    private List<Reversible> inTable(Dependents dependents, Table table) {
        List<Reversible> rebuilt = new ArrayList<>();
        List<Column> columns = table.columns().stream()
                .filter(column -> dependents.contain(table.name(), column))
                .toList();
        ColumnUse lost = new ColumnUse(columns.stream().map(Column::name).collect(Collectors.toUnmodifiableSet()));
        columns.forEach(column -> rebuilt.add(new AddColumn(table.name(), column)));
        table.constraints().stream()
                .filter(constraint -> !(constraint instanceof ForeignKey))
                .filter(constraint -> lost.in(constraint) || dependents.contain(table.name(), constraint))
                .forEach(constraint -> rebuilt.add(new AddConstraint(table.name(), renamed(table, constraint))));
        table.indexes().stream()
                .filter(index -> lost.in(index) || dependents.contain(index))
                .forEach(index -> rebuilt.add(new CreateIndex(renamed(index))));
        return rebuilt;
    }

    /** What compares values of the type with one another. */
    private List<Reversible> foreignKeys(Dependents dependents, Keys keys, Table table) {
        return table.constraintsOf(ForeignKey.class).stream()
                .filter(key -> dependents.contain(table.name(), key) || keys.has(key))
                .<Reversible>map(key -> new AddConstraint(table.name(), renamed(table, key)))
                .toList();
    }

    private Constraint renamed(Table table, Constraint constraint) {
        return operations
                .rename(table.name(), constraint)
                .map(rename -> constraint.named(rename.newName()))
                .orElse(constraint);
    }

    private Index renamed(Index index) {
        return operations
                .rename(index)
                .map(rename -> index.named(rename.newName()))
                .orElse(index);
    }
}
