package dev.migrate.autogen.diff.dependency;

import dev.migrate.operation.ColumnOperation.ChangeColumn;
import dev.migrate.operation.ColumnOperation.DropColumn;
import dev.migrate.operation.EnumOperation.ChangeEnum;
import dev.migrate.operation.EnumOperation.Use;
import dev.migrate.operation.Reversible;
import dev.migrate.operation.TableOperation.DropTable;
import dev.migrate.schema.Column;
import dev.migrate.schema.Constant;
import dev.migrate.schema.Expression;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A default that is a value which goes away from an enum type: it is taken off before the type changes, and the column's
 * own change goes on from there.
 */
public final class LostDefaults {

    private final List<Reversible> operations;

    private LostDefaults(List<Reversible> operations) {
        this.operations = new ArrayList<>(operations);
    }

    public static List<Reversible> released(List<Reversible> operations) {
        LostDefaults defaults = new LostDefaults(operations);
        operations.stream()
                .filter(ChangeEnum.class::isInstance)
                .map(ChangeEnum.class::cast)
                .forEach(defaults::release);
        return List.copyOf(defaults.operations);
    }

    private void release(ChangeEnum change) {
        List<Use> uses = new ArrayList<>();
        for (Use use : change.uses()) {
            Optional<Column> column = isLost(change, use.defaultExpression()) ? release(use) : Optional.empty();
            uses.add(column.isPresent() ? new Use(use.table(), use.column(), use.array(), null) : use);
        }
        operations.set(operations.indexOf(change), change.uses(uses));
    }

    private static boolean isLost(ChangeEnum change, @Nullable Expression expression) {
        return expression != null
                && Constant.of(expression)
                        .filter(constant -> !change.to().values().contains(constant.text()))
                        .isPresent();
    }

    /** The column as it was; empty if nothing else happens to it, and so its default is what it has to be. */
    private Optional<Column> release(Use use) {
        for (int i = 0; i < operations.size(); i++) {
            if (operations.get(i) instanceof ChangeColumn change
                    && change.table().equals(use.table())
                    && change.from().name().equals(use.column())) {
                Column free = change.from().defaultExpression(null);
                operations.set(i, new ChangeColumn(use.table(), free, change.to(), change.using(), change.usingBack()));
                operations.add(0, new ChangeColumn(use.table(), change.from(), free, null, null));
                return Optional.of(change.from());
            }
            if (operations.get(i) instanceof DropColumn drop
                    && drop.table().equals(use.table())
                    && drop.column().name().equals(use.column())) {
                Column free = drop.column().defaultExpression(null);
                operations.set(i, new DropColumn(use.table(), free));
                operations.add(0, new ChangeColumn(use.table(), drop.column(), free, null, null));
                return Optional.of(drop.column());
            }
            if (operations.get(i) instanceof DropTable drop
                    && drop.table().name().equals(use.table())) {
                Column column = drop.table().column(use.column()).orElseThrow();
                Column free = column.defaultExpression(null);
                operations.set(i, new DropTable(ReleasedColumns.withColumn(drop.table(), free)));
                operations.add(0, new ChangeColumn(use.table(), column, free, null, null));
                return Optional.of(column);
            }
        }
        return Optional.empty();
    }
}
