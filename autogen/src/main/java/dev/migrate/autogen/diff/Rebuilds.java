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
import dev.migrate.operation.Reversible;
import dev.migrate.schema.Check;
import dev.migrate.schema.Column;
import dev.migrate.schema.Constraint;
import dev.migrate.schema.EnumType;
import dev.migrate.schema.Exclusion;
import dev.migrate.schema.Expression;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.Generated;
import dev.migrate.schema.Index;
import dev.migrate.schema.IndexKey;
import dev.migrate.schema.PrimaryKey;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Table;
import dev.migrate.schema.Unique;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What stays as it is and yet has to go and come back, because it stands in the way of a change or disappears with it:
 * PostgreSQL refuses a new type for a column that a generated column uses, drops a column's indexes with the column,
 * keeps a key as long as a foreign key needs it, and compares a foreign key's columns only while their types have a
 * common operator (PostgreSQL manual, ALTER TABLE, Notes).
 */
final class Rebuilds {

    private final Schema before;
    private final Schema after;
    private final OperationsByTable operations;
    private final List<EnumType> replacedTypes;

    private Rebuilds(List<Reversible> operations, Schema before, Schema after) {
        this.operations = new OperationsByTable(operations);
        this.replacedTypes = this.operations
                .of(ChangeEnum.class)
                .filter(change -> !change.onlyAdds())
                .map(ChangeEnum::from)
                .toList();
        this.before = before;
        this.after = after;
    }

    /** The operations together with the drops and additions that they need. */
    static List<Reversible> addedTo(List<Reversible> operations, Schema before, Schema after) {
        Rebuilds rebuilds = new Rebuilds(operations, before, after);
        rebuilds.forEachTable((from, to) -> rebuilds.generatedColumns(from, to));
        Keys none = new Keys(Set.of());
        rebuilds.forEachTable((from, to) -> rebuilds.constraints(from, to, c -> !(c instanceof ForeignKey), none));
        rebuilds.forEachTable((from, to) -> rebuilds.indexes(from));
        Keys lost = Keys.removedBy(rebuilds.operations.all());
        rebuilds.forEachTable((from, to) -> rebuilds.constraints(from, to, c -> c instanceof ForeignKey, lost));
        return rebuilds.operations.all();
    }

    private void forEachTable(BiConsumer<Table, Table> action) {
        for (Table from : before.tables()) {
            after.table(from.name()).ifPresent(to -> action.accept(from, to));
        }
    }

    private void generatedColumns(Table from, Table to) {
        for (Column column : from.columns()) {
            Generated formula = column.generated();
            Optional<Column> wanted = to.column(column.name());
            if (formula != null
                    && wanted.isPresent()
                    && !isLost(from.name(), List.of(column.name()))
                    && standsInTheWay(from.name(), formula.expression().normal())) {
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

    /** A formula over a column that gets another type, or over values of a type that is replaced. */
    private boolean standsInTheWay(QualifiedName table, String formula) {
        return operations
                        .on(table, ChangeColumn.class)
                        .filter(change ->
                                !change.from().type().equals(change.to().type()))
                        .anyMatch(change ->
                                SqlText.mentions(formula, change.from().name()))
                || mentionsReplacedType(formula);
    }

    private boolean mentionsReplacedType(String sql) {
        return replacedTypes.stream()
                .anyMatch(type -> SqlText.mentions(sql, type.name().name()));
    }

    private void constraints(Table from, Table to, Predicate<Constraint> kind, Keys lost) {
        for (Constraint constraint : from.constraints()) {
            if (kind.test(constraint)
                    && operations.on(from.name(), DropConstraint.class).noneMatch(drop -> drop.constraint()
                            .equals(constraint))
                    && constraint.accept(new InTheWay(from.name(), lost))) {
                operations.add(new DropConstraint(from.name(), constraint));
                operations.add(new AddConstraint(to.name(), renamed(from.name(), constraint)));
            }
        }
    }

    /** The constraint under the name that it would have got by a rename, which is then needless. */
    private Constraint renamed(QualifiedName table, Constraint constraint) {
        Optional<RenameConstraint> rename = operations
                .on(table, RenameConstraint.class)
                .filter(each -> each.constraint().equals(constraint.name()))
                .findFirst();
        rename.ifPresent(operations::remove);
        return rename.map(each -> constraint.named(each.newName())).orElse(constraint);
    }

    private void indexes(Table from) {
        for (Index index : from.indexes()) {
            if (operations
                            .on(from.name(), DropIndex.class)
                            .noneMatch(drop -> drop.index().qualifiedName().equals(index.qualifiedName()))
                    && isInTheWay(index)) {
                Optional<RenameIndex> rename = operations
                        .of(RenameIndex.class)
                        .filter(each -> each.index().equals(index.qualifiedName()))
                        .findFirst();
                rename.ifPresent(operations::remove);
                operations.add(new DropIndex(index));
                operations.add(new CreateIndex(
                        rename.map(each -> index.named(each.newName())).orElse(index)));
            }
        }
    }

    private boolean isInTheWay(Index index) {
        return isLost(index.table(), index.include())
                || index.keys().stream().anyMatch(key -> isInTheWay(index.table(), key))
                || isInTheWay(index.table(), index.where());
    }

    private boolean isInTheWay(QualifiedName table, IndexKey key) {
        return key.target() instanceof IndexKey.Target.OfColumn column
                ? isLost(table, List.of(column.name()))
                : key.target() instanceof IndexKey.Target.OfExpression formula
                        && isInTheWay(table, formula.expression());
    }

    private boolean isInTheWay(QualifiedName table, @Nullable Expression expression) {
        return expression != null
                && (mentionsReplacedType(expression.normal())
                        || operations
                                .on(table, DropColumn.class)
                                .anyMatch(drop -> SqlText.mentions(
                                        expression.normal(), drop.column().name())));
    }

    /** Whether one of the columns is dropped, and so takes everything along that contains it. */
    private boolean isLost(QualifiedName table, Collection<String> columns) {
        return operations
                .on(table, DropColumn.class)
                .anyMatch(drop -> columns.contains(drop.column().name()));
    }

    private boolean isIncompatible(QualifiedName table, Collection<String> columns) {
        return operations
                .on(table, ChangeColumn.class)
                .filter(change -> columns.contains(change.from().name()))
                .anyMatch(change -> TypeFamily.isIncompatible(
                        change.from().type(), change.to().type()));
    }

    /** Whether a constraint of one table can't stay while the operations run. */
    private final class InTheWay implements Constraint.Visitor<Boolean> {
        private final QualifiedName table;
        private final Keys lost;

        InTheWay(QualifiedName table, Keys lost) {
            this.table = table;
            this.lost = lost;
        }

        @Override
        public Boolean primaryKey(PrimaryKey key) {
            return isLost(table, key.columns()) || isLost(table, key.include());
        }

        @Override
        public Boolean unique(Unique unique) {
            return isLost(table, unique.columns()) || isLost(table, unique.include());
        }

        @Override
        public Boolean foreignKey(ForeignKey key) {
            return isLost(table, key.columns())
                    || isLost(key.target(), key.targetColumns())
                    || isIncompatible(table, key.columns())
                    || isIncompatible(key.target(), key.targetColumns())
                    || lost.has(key);
        }

        @Override
        public Boolean check(Check check) {
            return isInTheWay(table, check.expression());
        }

        @Override
        public Boolean exclusion(Exclusion exclusion) {
            return isLost(table, exclusion.include())
                    || isInTheWay(table, exclusion.where())
                    || exclusion.elements().stream().anyMatch(element -> isInTheWay(table, element.key()));
        }
    }
}
