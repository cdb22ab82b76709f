package dev.migrate.autogen.diff.dependency;

import dev.migrate.autogen.diff.comparison.EnumDiff;
import dev.migrate.autogen.diff.comparison.TypeFamily;
import dev.migrate.operation.EnumOperation.ChangeEnum;
import dev.migrate.operation.ObjectOperation.CreateDomain;
import dev.migrate.operation.ObjectOperation.DropDomain;
import dev.migrate.operation.Reversible;
import dev.migrate.schema.Column;
import dev.migrate.schema.Domain;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Table;
import dev.migrate.schema.Type;
import java.util.List;

/**
 * A domain that is dropped and created anew while columns use it: they hold values of its underlying type in between, and
 * their own changes go on from there.
 */
public final class ReplacedDomains {

    private ReplacedDomains() {}

    /** The operations together with what frees the domains before they are dropped. */
    public static List<Reversible> released(List<Reversible> operations, Schema before) {
        ReleasedColumns columns = new ReleasedColumns(operations);
        for (Reversible operation : operations) {
            if (operation instanceof DropDomain drop && isReleased(drop, operations)) {
                before.tables().stream()
                        .filter(table -> table.partitionOf() == null) // A partition's columns follow their parent's.
                        .forEach(table -> release(drop.domain(), table, columns));
            }
        }
        return columns.operations();
    }

    /** Whether it goes while columns use it: because it comes back, or because the enum that it is over is replaced. */
    public static boolean isReleased(DropDomain drop, List<Reversible> operations) {
        return isCreatedAgain(drop, operations)
                || operations.stream()
                        .anyMatch(operation -> operation instanceof ChangeEnum change
                                && EnumDiff.isOf(
                                        drop.domain().type(), change.from().name()));
    }

    private static boolean isCreatedAgain(DropDomain drop, List<Reversible> operations) {
        return operations.stream()
                .anyMatch(operation -> operation instanceof CreateDomain create
                        && create.domain().name().equals(drop.domain().name()));
    }

    private static void release(Domain domain, Table table, ReleasedColumns columns) {
        for (Column column : table.columns()) {
            if (EnumDiff.isOf(column.type(), domain.name())) {
                String dimensions = column.type()
                        .sql()
                        .substring(TypeFamily.element(column.type()).sql().length());
                columns.release(table.name(), column, new Type(domain.type().sql() + dimensions));
            }
        }
    }
}
