package dev.migrate.autogen.diff;

import dev.migrate.ddl.SqlIdentifiers;
import dev.migrate.operation.ColumnOperation.ChangeColumn;
import dev.migrate.operation.ColumnOperation.DropColumn;
import dev.migrate.operation.EnumOperation.ChangeEnum;
import dev.migrate.operation.ObjectOperation.CreateDomain;
import dev.migrate.operation.ObjectOperation.DropDomain;
import dev.migrate.operation.Reversible;
import dev.migrate.operation.TableOperation.DropTable;
import dev.migrate.schema.Column;
import dev.migrate.schema.Domain;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Table;
import dev.migrate.schema.Type;
import java.util.ArrayList;
import java.util.List;

/**
 * A domain that is dropped and created anew while columns use it: they hold values of its underlying type in between, and
 * their own changes go on from there.
 */
final class ReplacedDomains {

    private final List<Reversible> operations;

    private ReplacedDomains(List<Reversible> operations) {
        this.operations = new ArrayList<>(operations);
    }

    /** The operations together with what frees the domains before they are dropped. */
    static List<Reversible> released(List<Reversible> operations, Schema before) {
        ReplacedDomains domains = new ReplacedDomains(operations);
        for (Reversible operation : operations) {
            if (operation instanceof DropDomain drop && isReleased(drop, operations)) {
                before.tables().stream()
                        .filter(table -> table.partitionOf() == null) // A partition's columns follow their parent's.
                        .forEach(table -> domains.release(drop.domain(), table));
            }
        }
        return List.copyOf(domains.operations);
    }

    /** Whether it goes while columns use it: because it comes back, or because the enum that it is over is replaced. */
    static boolean isReleased(DropDomain drop, List<Reversible> operations) {
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

    private void release(Domain domain, Table table) {
        for (Column column : table.columns()) {
            if (EnumDiff.isOf(column.type(), domain.name())) {
                String dimensions = column.type()
                        .sql()
                        .substring(TypeFamily.element(column.type()).sql().length());
                release(table.name(), column, new Type(domain.type().sql() + dimensions));
            }
        }
    }

    private void release(QualifiedName table, Column column, Type underlying) {
        Column free = column.type(underlying).defaultExpression(null);
        operations.add(0, change(table, column, free));
        for (int i = 1; i < operations.size(); i++) {
            Reversible operation = operations.get(i);
            if (operation instanceof ChangeColumn change
                    && change.table().equals(table)
                    && change.from().equals(column)) {
                operations.set(i, change(table, free, change.to()));
                return;
            }
            if (operation instanceof DropColumn drop
                    && drop.table().equals(table)
                    && drop.column().equals(column)) {
                operations.set(i, new DropColumn(table, free));
                return;
            }
            if (operation instanceof DropTable drop && drop.table().name().equals(table)) {
                operations.set(i, new DropTable(withColumn(drop.table(), free)));
                return;
            }
        }
        operations.add(change(table, free, column));
    }

    /** The table with this column instead of its own of that name. */
    static Table withColumn(Table table, Column column) {
        return table.withColumns(table.columns().stream()
                .map(each -> each.name().equals(column.name()) ? column : each)
                .toList());
    }

    private static ChangeColumn change(QualifiedName table, Column from, Column to) {
        String name = SqlIdentifiers.quote(from.name());
        return new ChangeColumn(
                table,
                from,
                to,
                TypeFamily.conversion(name, from.type(), to.type()),
                TypeFamily.conversion(name, to.type(), from.type()));
    }
}
