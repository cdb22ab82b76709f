package dev.migrate.autogen.diff.dependency;

import dev.migrate.autogen.diff.comparison.ColumnDiff;
import dev.migrate.autogen.diff.comparison.Expressions;
import dev.migrate.operation.ColumnOperation.AddColumn;
import dev.migrate.operation.ColumnOperation.ChangeColumn;
import dev.migrate.operation.ColumnOperation.DropColumn;
import dev.migrate.operation.ConstraintOperation.AddConstraint;
import dev.migrate.operation.ConstraintOperation.DropConstraint;
import dev.migrate.operation.ConstraintOperation.RenameConstraint;
import dev.migrate.operation.EnumOperation.ChangeEnum;
import dev.migrate.operation.IndexOperation.CreateIndex;
import dev.migrate.operation.IndexOperation.DropIndex;
import dev.migrate.operation.IndexOperation.RenameIndex;
import dev.migrate.operation.ObjectOperation.DropDomain;
import dev.migrate.operation.Reversible;
import dev.migrate.schema.Column;
import dev.migrate.schema.Constraint;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.Index;
import dev.migrate.schema.ObjectId;
import dev.migrate.schema.ObjectId.OfColumn;
import dev.migrate.schema.ObjectId.OfConstraint;
import dev.migrate.schema.ObjectId.OfIndex;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Table;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What stays as it is and yet has to go and come back, because it stands in the way of a change or disappears with it:
 * PostgreSQL refuses a new type for a column that a generated column uses, drops a column's indexes with the column,
 * keeps a key as long as a foreign key needs it, and compares a foreign key's columns only while their types have a
 * common operator (PostgreSQL manual, ALTER TABLE, Notes).
 */
public final class Rebuilds {

    private final Schema before;
    private final Schema after;
    private final OperationsByTable operations;
    private final Dependents dependents;
    private final CompositeTypes composites;

    private Rebuilds(List<Reversible> operations, Schema before, Schema after) {
        this.operations = new OperationsByTable(operations);
        this.dependents = Dependents.of(operations, before);
        this.composites = CompositeTypes.of(before, operations);
        this.before = before;
        this.after = after;
    }

    /** The operations together with the drops and additions that they need. */
    public static List<Reversible> addedTo(List<Reversible> operations, Schema before, Schema after) {
        if (operations.stream().noneMatch(Rebuilds::mayNeedMore)) {
            return operations;
        }
        Rebuilds rebuilds = new Rebuilds(operations, before, after);
        rebuilds.forEachTable((from, to) -> rebuilds.generatedColumns(from, to));
        Keys none = new Keys(Set.of());
        rebuilds.forEachTable((from, to) -> rebuilds.constraints(from, to, c -> !(c instanceof ForeignKey), none));
        rebuilds.forEachTable((from, to) -> rebuilds.indexes(from));
        Keys lost = Keys.removedBy(rebuilds.operations.all()).withRebuilt(operations, before);
        rebuilds.forEachTable((from, to) -> rebuilds.constraints(from, to, c -> c instanceof ForeignKey, lost));
        return rebuilds.operations.all();
    }

    /** Whether something that stays can depend on what the operation takes away or makes another. */
    private static boolean mayNeedMore(Reversible operation) {
        return operation instanceof ChangeColumn
                || operation instanceof DropColumn
                || operation instanceof DropConstraint
                || operation instanceof DropIndex
                || operation instanceof ChangeEnum
                || operation instanceof DropDomain;
    }

    private void forEachTable(BiConsumer<Table, Table> action) {
        for (Table from : before.tables()) {
            after.table(from.name()).ifPresent(to -> action.accept(from, to));
        }
    }

    private void generatedColumns(Table from, Table to) {
        for (Column column : from.columns()) {
            Optional<Column> wanted = to.column(column.name());
            if (wanted.isPresent()
                    && !lostOf(from.name()).columns().contains(column.name())
                    && dependents.contain(from.name(), column)) {
                operations
                        .on(from.name(), ChangeColumn.class)
                        .filter(change -> change.from().equals(column))
                        .toList()
                        .forEach(operations::remove);
                operations.add(new DropColumn(from.name(), column));
                operations.add(new AddColumn(from.name(), wanted.get()));
            }
        }
    }

    private boolean needs(ObjectId dependent, ChangeColumn change) {
        return before.dependencies()
                .needs(dependent, new OfColumn(change.table(), change.from().name()));
    }

    private void constraints(Table from, Table to, Predicate<Constraint> kind, Keys lost) {
        for (Constraint constraint : from.constraints()) {
            if (kind.test(constraint)
                    && operations.on(from.name(), DropConstraint.class).noneMatch(drop -> drop.constraint()
                            .equals(constraint))
                    && isInTheWay(from.name(), constraint, lost)) {
                operations.add(new DropConstraint(from.name(), constraint));
                operations.add(new AddConstraint(to.name(), renamed(from.name(), constraint)));
            }
        }
    }

    /** The constraint under the name that it would have got by a rename, which is then needless. */
    private Constraint renamed(QualifiedName table, Constraint constraint) {
        Optional<RenameConstraint> rename = operations.rename(table, constraint);
        rename.ifPresent(operations::remove);
        return rename.map(each -> constraint.named(each.newName())).orElse(constraint);
    }

    private void indexes(Table from) {
        for (Index index : from.indexes()) {
            if (operations
                            .on(from.name(), DropIndex.class)
                            .noneMatch(drop -> drop.index().qualifiedName().equals(index.qualifiedName()))
                    && isInTheWay(index)) {
                Optional<RenameIndex> rename = operations.rename(index);
                rename.ifPresent(operations::remove);
                operations.add(new DropIndex(index));
                operations.add(new CreateIndex(
                        rename.map(each -> index.named(each.newName())).orElse(index)));
            }
        }
    }

    private boolean isInTheWay(Index index) {
        return lostOf(index.table()).in(index)
                || dependents.contain(index)
                || (Expressions.of(index).findAny().isPresent()
                        && asksForAttributes(index.table(), new OfIndex(index.qualifiedName())));
    }

    private boolean isInTheWay(QualifiedName table, Constraint constraint, Keys lost) {
        return lostOf(table).in(constraint)
                || dependents.contain(table, constraint)
                || (Expressions.of(constraint).findAny().isPresent()
                        && constraint.name() != null
                        && asksForAttributes(table, new OfConstraint(table, constraint.name())))
                || (constraint instanceof ForeignKey key && isInTheWay(table, key, lost));
    }

    /** Whether it is about a column of a composite type that holds its values as text meanwhile, which has no attributes. */
    private boolean asksForAttributes(QualifiedName table, ObjectId dependent) {
        return operations
                .on(table, ChangeColumn.class)
                .filter(released -> composites.contain(released.from().type()))
                .filter(released -> operations
                        .on(table, ChangeColumn.class)
                        .anyMatch(back -> !back.equals(released)
                                && back.from().equals(released.to())
                                && back.to().type().equals(released.from().type())))
                .anyMatch(released -> needs(dependent, released));
    }

    private boolean isInTheWay(QualifiedName table, ForeignKey key, Keys lost) {
        return lostOf(key.target()).inNames(key.targetColumns())
                || operations.makeIncompatible(table, key.columns())
                || isMadeAnewInVain(table, key)
                || operations.makeIncompatible(key.target(), key.targetColumns())
                || dependents.contain(table, key)
                || lost.has(key);
    }

    private boolean isMadeAnewInVain(QualifiedName table, ForeignKey key) {
        return Descendants.ancestors(table, before).stream()
                .flatMap(each -> operations.on(each, ChangeColumn.class))
                .filter(ColumnDiff::retypes)
                .anyMatch(change -> Keys.isMadeAnewInVain(
                        table, key.columns(), change.from().name(), before));
    }

    /** The use of columns that are dropped, here or on the way back, and so take everything along that contains them. */
    private ColumnUse lostOf(QualifiedName table) {
        return new ColumnUse(Stream.concat(
                        operations.on(table, DropColumn.class).map(drop -> drop.column()),
                        operations
                                .on(table, ChangeColumn.class)
                                .filter(ColumnDiff::losesFormula)
                                .map(change -> change.from()))
                .map(Column::name)
                .collect(Collectors.toUnmodifiableSet()));
    }
}
