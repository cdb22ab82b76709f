package dev.migrate.autogen.diff.ordering;

import dev.migrate.autogen.diff.comparison.ColumnDiff;
import dev.migrate.autogen.diff.comparison.CompositeChange;
import dev.migrate.autogen.diff.comparison.EnumDiff;
import dev.migrate.autogen.diff.comparison.ObjectDiff;
import dev.migrate.autogen.diff.dependency.CompositeColumns;
import dev.migrate.autogen.diff.dependency.Dependents;
import dev.migrate.autogen.diff.dependency.EnumDependents;
import dev.migrate.autogen.diff.dependency.EnumTurns;
import dev.migrate.autogen.diff.dependency.Mentions;
import dev.migrate.autogen.diff.dependency.ObjectDependencies;
import dev.migrate.autogen.diff.dependency.RelationNames;
import dev.migrate.autogen.diff.dependency.ReplacedDomains;
import dev.migrate.autogen.diff.dependency.ReplacedIdentities;
import dev.migrate.autogen.diff.renaming.RenameChains;
import dev.migrate.operation.ColumnOperation.AddColumn;
import dev.migrate.operation.ColumnOperation.ChangeColumn;
import dev.migrate.operation.ColumnOperation.DropColumn;
import dev.migrate.operation.EnumOperation.DropEnum;
import dev.migrate.operation.ObjectOperation.CreateAuxiliaryObject;
import dev.migrate.operation.ObjectOperation.DropAuxiliaryObject;
import dev.migrate.operation.ObjectOperation.DropDomain;
import dev.migrate.operation.Reversible;
import dev.migrate.operation.TableOperation.CreateTable;
import dev.migrate.operation.TableOperation.DropTable;
import dev.migrate.schema.AuxiliaryObject;
import dev.migrate.schema.Column;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Brings operations into an order that runs, and whose reverse runs too. Operations of one phase keep the order they
 * came in.
 */
public final class OperationOrder {

    /** What tables may use in defaults and formulas, and what may stand before them. */
    private static final Pattern FOUNDATION = Pattern.compile("(?i)(function|cast|procedure|aggregate|collation)\\b.*");

    private static final String TYPE = "type ";

    private final List<Reversible> operations;
    private final Schema before;
    private final Dependents dependents;
    private final Set<String> takenNames = new HashSet<>();

    /** The enum types and domains that go for good, and whose name a table or another type gets. */
    private final List<Reversible> typesInTheWay;

    /** Those that go while something lives on without them: columns of them are released before. */
    private final Set<AuxiliaryObject> replacedComposites;

    /** The tables that go and hold a name or a type that is needed, with those that go and refer to them. */
    private final List<Table> tablesInTheWay;

    private OperationOrder(List<Reversible> operations, Schema before) {
        this.operations = operations;
        this.before = before;
        this.dependents = Dependents.of(operations, before);
        operations.forEach(operation -> takenNames.addAll(RelationNames.takenBy(operation)));
        this.typesInTheWay = operations.stream()
                .filter(operation -> operation instanceof DropEnum
                        || (operation instanceof DropDomain drop && !ReplacedDomains.isReleased(drop, operations)))
                .filter(this::isInTheWay)
                .toList();
        this.tablesInTheWay = tablesInTheWay();
        this.replacedComposites = Set.copyOf(CompositeColumns.withDependents(
                operations.stream()
                        .filter(operation -> operation instanceof DropAuxiliaryObject drop
                                && CompositeChange.isComposite(drop.object()))
                        .map(drop -> ((DropAuxiliaryObject) drop).object())
                        .toList(),
                before,
                type -> isCreatedAgain(type) || dependents.ofDomainsContain(type)));
    }

    /**
     * The operations in their order.
     *
     * @param before what there is before them
     * @param after what there is behind them
     */
    public static List<Reversible> ordered(List<Reversible> operations, Schema before, Schema after) {
        OperationOrder order = new OperationOrder(operations, before);
        List<Reversible> sorted =
                ReplacedDomains.ordered(ObjectDependencies.ordered(operations, before, after)).stream()
                        .sorted(Comparator.comparing(order::phase))
                        .toList();
        return EnumTurns.of(RenameChains.untangled(sorted));
    }

    private Phase phase(Reversible operation) {
        if (operation instanceof DropTable drop && tablesInTheWay.contains(drop.table())) {
            return Phase.DROP_IN_THE_WAY;
        }
        if (operation instanceof DropColumn drop
                && drop.column().generated() == null
                && (usesTypeInTheWay(drop.column()) || ColumnDiff.isAddedAgain(drop, operations))) {
            return Phase.DROP_IN_THE_WAY;
        }
        if (operation instanceof ChangeColumn change && ColumnDiff.losesFormula(change)) {
            return Phase.DROP_EXPRESSION;
        }
        if (operation instanceof ChangeColumn change
                && (isHalfWay(change)
                        || usesTypeInTheWay(change.from())
                        || ReplacedIdentities.isInTheWay(change, operations))) {
            return Phase.RELEASE;
        }
        if (operation instanceof DropAuxiliaryObject cast && EnumDependents.isCastOf(cast, typesInTheWay)) {
            return Phase.DROP_REPLACED_COMPOSITE;
        }
        if (typesInTheWay.contains(operation)) {
            return Phase.DROP_REPLACED_TYPE;
        }
        if (operation instanceof DropDomain drop && ReplacedDomains.isReleased(drop, operations)) {
            return Phase.DROP_REPLACED_TYPE;
        }
        if (operation instanceof CreateAuxiliaryObject create && isReplacedRoutine(create.object())) {
            return Phase.CREATE_AUXILIARY_OBJECT;
        }
        if (operation instanceof CreateAuxiliaryObject create && isType(create.object())) {
            return isBehindRetyping(create.object()) ? Phase.ATTRIBUTE : Phase.TYPE;
        }
        if (operation instanceof CreateAuxiliaryObject create
                && isFoundation(create.object(), true)
                && !comesBack(create.object())) {
            return Phase.CREATE_FOUNDATION;
        }
        if (operation instanceof DropAuxiliaryObject drop && replacedComposites.contains(drop.object())) {
            return Phase.DROP_REPLACED_COMPOSITE;
        }
        if (operation instanceof DropAuxiliaryObject drop
                && (isType(drop.object()) || isFoundation(drop.object(), false))
                && !isCreatedAgain(drop.object())
                && !dependents.ofDomainsContain(drop.object())) {
            return Phase.DROP_FOUNDATION;
        }
        return Phase.of(operation);
    }

    private List<Table> tablesInTheWay() {
        List<Table> dropped = operations.stream()
                .filter(DropTable.class::isInstance)
                .map(operation -> ((DropTable) operation).table())
                .collect(Collectors.toCollection(ArrayList::new));
        List<Table> found = new ArrayList<>();
        Predicate<Table> isNext = table -> isInTheWay(new DropTable(table)) || usesTypeInTheWay(table);
        while (dropped.stream().anyMatch(isNext)) {
            List<Table> next = dropped.stream().filter(isNext).toList();
            Set<QualifiedName> names = next.stream().map(Table::name).collect(Collectors.toSet());
            found.addAll(next);
            dropped.removeAll(next);
            isNext = table -> table.constraints().stream()
                    .anyMatch(constraint -> constraint instanceof ForeignKey key && names.contains(key.target()));
        }
        return found;
    }

    /** Whether it holds a name that another operation needs. */
    private boolean isInTheWay(Reversible drop) {
        return RelationNames.takenBy(drop.inverse()).stream().anyMatch(takenNames::contains);
    }

    private boolean usesTypeInTheWay(Table table) {
        return table.columns().stream().anyMatch(this::usesTypeInTheWay);
    }

    private boolean usesTypeInTheWay(Column column) {
        return typesInTheWay.stream()
                .anyMatch(drop -> EnumDiff.isOf(
                        column.type(),
                        drop instanceof DropEnum type
                                ? type.type().name()
                                : ((DropDomain) drop).domain().name()));
    }

    /** Whether a later operation goes on from where this one gets the column. */
    private boolean isHalfWay(ChangeColumn change) {
        return operations.subList(operations.indexOf(change) + 1, operations.size()).stream()
                .anyMatch(operation -> (operation instanceof ChangeColumn next
                                && next.table().equals(change.table())
                                && next.from().equals(change.to()))
                        || (operation instanceof DropColumn drop
                                && drop.table().equals(change.table())
                                && drop.column().equals(change.to()))
                        || (operation instanceof DropTable dropped
                                && dropped.table().name().equals(change.table())));
    }

    private boolean isCreatedAgain(AuxiliaryObject object) {
        return operations.stream()
                .anyMatch(operation -> operation instanceof CreateAuxiliaryObject create
                        && create.object().identity().equals(object.identity()));
    }

    /** A type has to be there before the tables with columns of it, and may have fields of an enum type. */
    private static boolean isType(AuxiliaryObject object) {
        return object.identity().startsWith(TYPE);
    }

    /** Whether it adds and drops attributes of a type of which others get another type. */
    private boolean isBehindRetyping(AuxiliaryObject change) {
        return ObjectDiff.isChange(change)
                && !CompositeChange.retypes(change)
                && operations.stream()
                        .anyMatch(operation -> operation instanceof CreateAuxiliaryObject other
                                && other.object().identity().equals(change.identity())
                                && CompositeChange.retypes(other.object()));
    }

    /** One that is replaced in place may use what is new, and is there for what uses it. */
    private static boolean isReplacedRoutine(AuxiliaryObject object) {
        return ObjectDiff.isChange(object) && !isType(object);
    }

    /** A routine that was in the way of a change to what it reads. */
    private boolean comesBack(AuxiliaryObject object) {
        return Mentions.isParsed(object)
                && operations.stream()
                        .anyMatch(operation -> operation instanceof DropAuxiliaryObject drop
                                && drop.object().identity().equals(object.identity()));
    }

    /**
     * A function that mentions a table which comes or goes has to come after it, and go before it; and PostgreSQL changes
     * no column's type while one reads it whose body it knows.
     */
    private boolean isFoundation(AuxiliaryObject object, boolean created) {
        return FOUNDATION.matcher(object.identity()).matches()
                && !readsWhatChanges(object)
                && operations.stream()
                        .map(operation -> created ? operation : operation.inverse())
                        .noneMatch(operation -> (operation instanceof CreateTable create
                                        && Mentions.of(object, create.table().name()))
                                || (operation instanceof AddColumn add
                                        && Mentions.of(
                                                object,
                                                add.table(),
                                                add.column().name())));
    }

    private boolean readsWhatChanges(AuxiliaryObject object) {
        return Mentions.isParsed(object)
                && (dependents.contain(object)
                        || operations.stream()
                                .anyMatch(operation -> operation instanceof ChangeColumn change
                                        && ColumnDiff.retypes(change)
                                        && isNew(object)
                                        && Mentions.of(
                                                object,
                                                change.table(),
                                                change.from().name())));
    }

    private boolean isNew(AuxiliaryObject object) {
        return before.auxiliaryObjects().stream()
                .noneMatch(each -> each.identity().equals(object.identity()));
    }
}
