package dev.migrate.autogen.diff.dependency;

import dev.migrate.autogen.diff.comparison.DomainLayers;
import dev.migrate.autogen.diff.comparison.EnumDiff;
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
        DomainLayers domains = new DomainLayers(operations.stream()
                .filter(operation -> operation instanceof DropDomain drop && isReleased(drop, operations))
                .map(drop -> ((DropDomain) drop).domain())
                .toList());
        ReleasedColumns columns = new ReleasedColumns(operations);
        before.tables().stream()
                .filter(table -> table.partitionOf() == null) // A partition's columns follow their parent's.
                .forEach(table -> release(domains, table, columns));
        return columns.operations();
    }

    /**
     * Whether it goes while columns use it: because it comes back, or because the enum or the domain that it is over is
     * replaced.
     */
    public static boolean isReleased(DropDomain drop, List<Reversible> operations) {
        return isCreatedAgain(drop, operations) || isOverReplaced(drop.domain(), operations);
    }

    /** Whether the type that it is over is replaced. */
    public static boolean isOverReplaced(Domain domain, List<Reversible> operations) {
        return operations.stream()
                .anyMatch(operation -> (operation instanceof ChangeEnum change
                                && EnumDiff.isOf(domain.type(), change.from().name()))
                        || (operation instanceof DropDomain drop
                                && EnumDiff.isOf(domain.type(), drop.domain().name())
                                && isReleased(drop, operations)));
    }

    private static boolean isCreatedAgain(DropDomain drop, List<Reversible> operations) {
        return operations.stream()
                .anyMatch(operation -> operation instanceof CreateDomain create
                        && create.domain().name().equals(drop.domain().name()));
    }

    private static void release(DomainLayers domains, Table table, ReleasedColumns columns) {
        for (Column column : table.columns()) {
            Type base = domains.base(column.type());
            if (!base.equals(column.type())) {
                columns.release(table.name(), column, base);
            }
        }
    }
}
