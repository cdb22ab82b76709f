package dev.migrate.autogen.diff.dependency;

import dev.migrate.autogen.diff.comparison.CompositeChange;
import dev.migrate.autogen.diff.comparison.EnumDiff;
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
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.Index;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

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
        return before.auxiliaryObjects().stream()
                .filter(object -> EnumDiff.isCast(object, drop.type().name()))
                .<Reversible>map(DropAuxiliaryObject::new)
                .filter(cast -> !operations.contains(cast))
                .toList();
    }

    /**
     * A replacement's tables are seen to by {@link Rebuilds}, together with all else that changes them. An addition has
     * nothing to rebuild, but taking the value away again does.
     */
    private ChangeEnum addedTo(ChangeEnum change) {
        List<Reversible> rebuilt = new ArrayList<>();
        Dependents alone = Dependents.of(change, List.of(), before);
        List<AuxiliaryObject> composites =
                inOrder(object -> alone.comesWithEnum(object) && CompositeChange.isComposite(object));
        composites.forEach(type -> rebuilt.add(new CreateAuxiliaryObject(type)));
        if (change.onlyAdds()) {
            List<ChangeColumn> released = CompositeColumns.comingBack(composites, before);
            rebuilt.addAll(released);
            Dependents dependents = Dependents.of(change, released, before);
            rebuilt.addAll(inTables(dependents, Keys.rebuiltBy(change, released, before)));
            inOrder(object -> dependents.contain(object) && !object.create().isEmpty())
                    .forEach(object -> rebuilt.add(new CreateAuxiliaryObject(object)));
        }
        inOrder(object -> alone.comesWithEnum(object) && !CompositeChange.isComposite(object))
                .forEach(object -> rebuilt.add(new CreateAuxiliaryObject(object)));
        return change.rebuilding(rebuilt);
    }

    /** Each of the objects that are meant behind what it needs. */
    private List<AuxiliaryObject> inOrder(Predicate<AuxiliaryObject> isMeant) {
        return ObjectDependencies.byDependency(
                before.auxiliaryObjects().stream().filter(isMeant).toList(),
                (object, other) -> ObjectDependencies.needs(object, other, before));
    }

    private List<Reversible> inTables(Dependents dependents, Keys keys) {
        List<Reversible> rebuilt = new ArrayList<>();
        before.tables().forEach(table -> rebuilt.addAll(inTable(dependents, table)));
        before.tables().forEach(table -> rebuilt.addAll(foreignKeys(dependents, keys, table)));
        return rebuilt;
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
