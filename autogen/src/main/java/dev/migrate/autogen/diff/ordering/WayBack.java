package dev.migrate.autogen.diff.ordering;

import dev.migrate.autogen.diff.comparison.ColumnDiff;
import dev.migrate.operation.ColumnOperation.AddColumn;
import dev.migrate.operation.ColumnOperation.ChangeColumn;
import dev.migrate.operation.ColumnOperation.DropColumn;
import dev.migrate.operation.EnumOperation.ChangeMeanings;
import dev.migrate.operation.Reversible;
import dev.migrate.schema.Column;
import dev.migrate.schema.Generated;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The way back: the inverses, in reverse. There is no inverse of what a column's formula is about: PostgreSQL lets a
 * stored generated column become a plain one, with the values that it has, but makes a plain one generated only as a new
 * column (PostgreSQL manual, ALTER TABLE, DROP EXPRESSION).
 */
public final class WayBack {

    private final List<Reversible> operations;

    /** @param operations the way there */
    public WayBack(List<Reversible> operations) {
        this.operations = operations;
    }

    public List<Reversible> operations() {
        List<Reversible> reversed = new ArrayList<>(operations);
        Collections.reverse(reversed);
        return reversed.stream().flatMap(this::inverse).toList();
    }

    private Stream<Reversible> inverse(Reversible operation) {
        if (operation instanceof ChangeColumn change && ColumnDiff.losesFormula(change)) {
            Reversible add = new AddColumn(change.table(), change.from());
            boolean goesOn = operations.stream().anyMatch(other -> goesOn(change, other));
            return goesOn ? Stream.of(add) : Stream.of(new DropColumn(change.table(), change.to()), add);
        }
        if (operation instanceof AddColumn add && plainBefore(add).isPresent()) {
            return Stream.of(plain(add));
        }
        if (operation instanceof DropColumn drop) {
            Optional<ChangeColumn> computed = generatedAfter(drop).map(WayBack::plain);
            if (computed.isPresent()) {
                Column values = computed.get().to();
                return values.equals(drop.column())
                        ? Stream.empty()
                        : Stream.of(new ChangeColumn(drop.table(), values, drop.column(), null, null));
            }
        }
        if (operation instanceof ChangeMeanings change && change.from().isEmpty()) {
            // It has changed nothing.
            return Stream.empty();
        }
        return isSecondHalf(operation) && operation instanceof ChangeColumn change
                ? Stream.of(new DropColumn(change.table(), change.to()))
                : Stream.of(operation.inverse());
    }

    /** The column keeps what was computed. */
    private static ChangeColumn plain(AddColumn generated) {
        Column column = generated.column();
        return new ChangeColumn(generated.table(), column, column.generated(null), null, null);
    }

    private Optional<DropColumn> plainBefore(AddColumn add) {
        return operations.stream()
                .filter(DropColumn.class::isInstance)
                .map(DropColumn.class::cast)
                .filter(drop -> becomesGenerated(drop, add))
                .findFirst();
    }

    private Optional<AddColumn> generatedAfter(DropColumn drop) {
        return operations.stream()
                .filter(AddColumn.class::isInstance)
                .map(AddColumn.class::cast)
                .filter(add -> becomesGenerated(drop, add))
                .findFirst();
    }

    /** A type of either may be there on that side only, and so the values of another one are not kept. */
    private static boolean becomesGenerated(DropColumn drop, AddColumn add) {
        Generated formula = add.column().generated();
        return formula != null
                && formula.kind() == Generated.Kind.STORED
                && drop.column().generated() == null
                && drop.table().equals(add.table())
                && drop.column().name().equals(add.column().name())
                && drop.column().type().equals(add.column().type());
    }

    private boolean isSecondHalf(Reversible operation) {
        return operations.stream()
                .anyMatch(other -> other instanceof ChangeColumn change
                        && ColumnDiff.losesFormula(change)
                        && goesOn(change, operation));
    }

    /** Whether {@code operation} changes the column further. */
    private static boolean goesOn(ChangeColumn first, Reversible operation) {
        return operation instanceof ChangeColumn next
                && next.table().equals(first.table())
                && next.from().equals(first.to());
    }
}
