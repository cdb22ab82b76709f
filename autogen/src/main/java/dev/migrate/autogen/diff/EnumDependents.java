package dev.migrate.autogen.diff;

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
import dev.migrate.operation.ObjectOperation.CreateAuxiliaryObject;
import dev.migrate.operation.Reversible;
import dev.migrate.schema.AuxiliaryObject;
import dev.migrate.schema.Column;
import dev.migrate.schema.Constraint;
import dev.migrate.schema.EnumType;
import dev.migrate.schema.Index;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * What beside columns depends on an enum type, and so keeps PostgreSQL from dropping it when it is replaced, as the
 * operations that make it again.
 */
final class EnumDependents {

    private static final String CAST = "cast ";

    private final OperationsByTable operations;
    private final Schema before;

    private EnumDependents(List<Reversible> operations, Schema before) {
        this.operations = new OperationsByTable(operations);
        this.before = before;
    }

    /** The operations, of which those that change an enum know what they have to rebuild. */
    static List<Reversible> addedTo(List<Reversible> operations, Schema before) {
        EnumDependents dependents = new EnumDependents(operations, before);
        return operations.stream()
                .map(operation -> operation instanceof ChangeEnum change ? dependents.addedTo(change) : operation)
                .toList();
    }

    /**
     * A replacement's tables are seen to by {@link Rebuilds}, together with all else that changes them. An addition has
     * nothing to rebuild, but taking the value away again does.
     */
    private ChangeEnum addedTo(ChangeEnum change) {
        List<Reversible> rebuilt = new ArrayList<>();
        if (change.onlyAdds()) {
            before.tables().forEach(table -> rebuilt.addAll(inTable(change.from(), table)));
        }
        rebuilt.addAll(composites(change.from(), before));
        rebuilt.addAll(casts(change.from(), before));
        return change.rebuilding(rebuilt);
    }

    /** The casts from and to the type. */
    private static List<Reversible> casts(EnumType type, Schema schema) {
        return schema.auxiliaryObjects().stream()
                .filter(object -> object.identity().startsWith(CAST))
                .filter(object -> mentions(type, object.identity()))
                .<Reversible>map(CreateAuxiliaryObject::new)
                .toList();
    }

    /** The composite types with an attribute of the type, and those with an attribute of such a one, behind it. */
    private static List<Reversible> composites(EnumType type, Schema schema) {
        List<AuxiliaryObject> found = new ArrayList<>();
        List<AuxiliaryObject> others = new ArrayList<>(schema.auxiliaryObjects().stream()
                .filter(CompositeChange::isComposite)
                .toList());
        boolean isMore = true;
        while (isMore) {
            List<AuxiliaryObject> next = others.stream()
                    .filter(other -> mentions(type, other.create())
                            || found.stream().anyMatch(object -> ObjectDependencies.isAbout(other.create(), object)))
                    .toList();
            found.addAll(next);
            isMore = others.removeAll(next);
        }
        return found.stream().<Reversible>map(CreateAuxiliaryObject::new).toList();
    }

    /**
     * What a table says in terms of the type's values while the type changes: generated columns, checks, indexes. Others
     * have dropped some of it by then, and named some of it anew.
     */
    private List<Reversible> inTable(EnumType type, Table table) {
        List<Reversible> dependents = new ArrayList<>();
        List<Column> columns = table.columns().stream()
                .filter(column -> isGeneratedFrom(type, column) && !isLost(table, column))
                .toList();
        ColumnUse lost = new ColumnUse(columns.stream().map(Column::name).collect(Collectors.toUnmodifiableSet()));
        columns.forEach(column -> dependents.add(new AddColumn(table.name(), column)));
        table.constraints().stream()
                .filter(constraint -> lost.in(constraint)
                        || Expressions.of(constraint).anyMatch(each -> mentions(type, each.normal())))
                .filter(constraint -> operations
                        .on(table.name(), DropConstraint.class)
                        .noneMatch(drop -> Objects.equals(drop.constraint().name(), constraint.name())))
                .forEach(constraint -> dependents.add(new AddConstraint(table.name(), renamed(table, constraint))));
        table.indexes().stream()
                .filter(index ->
                        lost.in(index) || Expressions.of(index).anyMatch(each -> mentions(type, each.normal())))
                .filter(index -> operations
                        .on(table.name(), DropIndex.class)
                        .noneMatch(drop -> drop.index().qualifiedName().equals(index.qualifiedName())))
                .forEach(index -> dependents.add(new CreateIndex(renamed(index))));
        return dependents;
    }

    private boolean isLost(Table table, Column column) {
        return operations
                        .on(table.name(), DropColumn.class)
                        .anyMatch(drop -> drop.column().name().equals(column.name()))
                || operations
                        .on(table.name(), ChangeColumn.class)
                        .anyMatch(change ->
                                change.from().name().equals(column.name()) && ColumnDiff.losesFormula(change));
    }

    private Constraint renamed(Table table, Constraint constraint) {
        return operations
                .on(table.name(), RenameConstraint.class)
                .filter(rename -> rename.constraint().equals(constraint.name()))
                .findFirst()
                .map(rename -> constraint.named(rename.newName()))
                .orElse(constraint);
    }

    private Index renamed(Index index) {
        return operations
                .of(RenameIndex.class)
                .filter(rename -> rename.index().equals(index.qualifiedName()))
                .findFirst()
                .map(rename -> index.named(rename.newName()))
                .orElse(index);
    }

    private static boolean isGeneratedFrom(EnumType type, Column column) {
        return column.generated() != null
                && mentions(type, column.generated().expression().normal());
    }

    private static boolean mentions(EnumType type, String sql) {
        return SqlText.mentions(sql, type.name().name());
    }
}
