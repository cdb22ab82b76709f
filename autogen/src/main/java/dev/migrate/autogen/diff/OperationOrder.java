package dev.migrate.autogen.diff;

import dev.migrate.operation.ColumnOperation.AddColumn;
import dev.migrate.operation.ColumnOperation.ChangeColumn;
import dev.migrate.operation.ColumnOperation.DropColumn;
import dev.migrate.operation.ConstraintOperation.RenameConstraint;
import dev.migrate.operation.IndexOperation.RenameIndex;
import dev.migrate.operation.ObjectOperation.CreateAuxiliaryObject;
import dev.migrate.operation.ObjectOperation.DropAuxiliaryObject;
import dev.migrate.operation.Reversible;
import dev.migrate.operation.TableOperation.CreateTable;
import dev.migrate.operation.TableOperation.DropTable;
import dev.migrate.schema.AuxiliaryObject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Brings operations into an order that runs, and whose reverse runs too. Operations of one phase keep the order they
 * came in.
 */
final class OperationOrder {

    /** What tables may use in defaults and formulas, and what may stand before them. */
    private static final Pattern FOUNDATION = Pattern.compile("(?i)(function|cast|procedure|aggregate|collation)\\b.*");

    private static final String TYPE = "type ";

    private final List<Reversible> operations;
    private final Set<String> takenNames = new HashSet<>();

    private OperationOrder(List<Reversible> operations) {
        this.operations = operations;
        operations.forEach(operation -> takenNames.addAll(RelationNames.takenBy(operation)));
    }

    static List<Reversible> ordered(List<Reversible> operations) {
        OperationOrder order = new OperationOrder(operations);
        List<Reversible> sorted =
                operations.stream().sorted(Comparator.comparing(order::phase)).toList();
        return RenameChains.untangled(sorted);
    }

    private Phase phase(Reversible operation) {
        if (operation instanceof DropTable && isInTheWay(operation)) {
            return Phase.DROP_IN_THE_WAY;
        }
        if (operation instanceof DropColumn drop && isAddedAgain(drop)) {
            return Phase.DROP_IN_THE_WAY;
        }
        if (operation instanceof ChangeColumn change && isHalfWay(change)) {
            return Phase.RELEASE;
        }
        if (operation instanceof CreateAuxiliaryObject create && isType(create.object())) {
            return Phase.TYPE;
        }
        if (operation instanceof CreateAuxiliaryObject create && isFoundation(create.object(), true)) {
            return Phase.CREATE_FOUNDATION;
        }
        if (operation instanceof DropAuxiliaryObject drop
                && (isType(drop.object()) || isFoundation(drop.object(), false))
                && !isCreatedAgain(drop.object())) {
            return Phase.DROP_FOUNDATION;
        }
        return Phase.of(operation);
    }

    /** Whether it holds a name that another operation needs. */
    private boolean isInTheWay(Reversible drop) {
        return RelationNames.takenBy(drop.inverse()).stream().anyMatch(takenNames::contains);
    }

    private boolean isAddedAgain(DropColumn drop) {
        return operations.stream()
                .anyMatch(operation -> operation instanceof AddColumn add
                        && add.table().equals(drop.table())
                        && add.column().name().equals(drop.column().name()));
    }

    /** Whether another operation goes on from where this one gets the column. */
    private boolean isHalfWay(ChangeColumn change) {
        return change.from().defaultExpression(null).equals(change.to())
                && operations.stream()
                        .anyMatch(operation -> (operation instanceof ChangeColumn next
                                        && next.table().equals(change.table())
                                        && next.from().equals(change.to()))
                                || (operation instanceof DropColumn drop
                                        && drop.table().equals(change.table())
                                        && drop.column().equals(change.to())));
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

    /** A function that mentions a table which comes or goes has to come after it, and go before it. */
    private boolean isFoundation(AuxiliaryObject object, boolean created) {
        return FOUNDATION.matcher(object.identity()).matches()
                && operations.stream()
                        .map(operation -> created ? operation : operation.inverse())
                        .noneMatch(operation -> operation instanceof CreateTable create
                                && SqlText.mentions(
                                        object.create(), create.table().name().name()));
    }

    /** Renames into a name that another one gives up come after that one. */
    private static final class RenameChains {

        static List<Reversible> untangled(List<Reversible> operations) {
            List<Reversible> result = new ArrayList<>();
            List<Reversible> renames = new ArrayList<>();
            for (Reversible operation : operations) {
                if (operation instanceof RenameConstraint || operation instanceof RenameIndex) {
                    renames.add(operation);
                } else {
                    flush(renames, result);
                    result.add(operation);
                }
            }
            flush(renames, result);
            return List.copyOf(result);
        }

        private static void flush(List<Reversible> renames, List<Reversible> result) {
            while (!renames.isEmpty()) {
                Reversible next = renames.stream()
                        .filter(rename -> renames.stream()
                                .noneMatch(other ->
                                        other != rename && oldName(other).equals(newName(rename))))
                        .findFirst()
                        .orElse(renames.get(0));
                renames.remove(next);
                result.add(next);
            }
        }

        private static String oldName(Reversible rename) {
            return newName(rename.inverse());
        }

        private static String newName(Reversible rename) {
            return rename instanceof RenameConstraint constraint
                    ? constraint.table() + " " + constraint.newName()
                    : rename instanceof RenameIndex index
                            ? index.index().sibling(index.newName()).toString()
                            : Objects.toString(rename);
        }
    }
}
