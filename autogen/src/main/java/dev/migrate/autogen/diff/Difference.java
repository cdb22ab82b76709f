package dev.migrate.autogen.diff;

import dev.migrate.operation.ColumnOperation.AddColumn;
import dev.migrate.operation.ColumnOperation.ChangeColumn;
import dev.migrate.operation.ColumnOperation.DropColumn;
import dev.migrate.operation.Reversible;
import dev.migrate.schema.Schema;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/**
 * How one schema becomes another.
 *
 * @param operations in an order that runs
 * @param candidates drops and additions among them that may be renames
 * @param leftAlone what is in the database and not declared, and stays because this history didn't create it: one
 *     line each, such as {@code table legacy_users}
 * @param undeclarable what stays because entities have no words for it: one line each, such as {@code index
 *     ix_agents_labels on agents (gin)}
 * @param unwritten what the mapping declares by statements of which no catalog tells whether they have been executed: one
 *     line each, such as {@code grant select on agents to reader}
 * @param before what there is to begin with, under the names that it has after all renames
 * @param after what there is in the end
 */
public record Difference(
        List<Reversible> operations,
        List<RenameCandidate> candidates,
        List<String> leftAlone,
        List<String> undeclarable,
        List<String> unwritten,
        Schema before,
        Schema after) {

    public Difference {
        operations = List.copyOf(operations);
        candidates = List.copyOf(candidates);
        leftAlone = List.copyOf(leftAlone);
        undeclarable = List.copyOf(undeclarable);
        unwritten = List.copyOf(unwritten);
    }

    /** Whether there is nothing to do. */
    public boolean isEmpty() {
        return operations.isEmpty();
    }

    /** The way back: the inverses, in reverse. A plain column becomes a generated one as a new column. */
    public List<Reversible> inverse() {
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
        boolean isSecondHalf = operations.stream()
                .anyMatch(other -> other instanceof ChangeColumn change
                        && ColumnDiff.losesFormula(change)
                        && goesOn(change, operation));
        return isSecondHalf && operation instanceof ChangeColumn change
                ? Stream.of(new DropColumn(change.table(), change.to()))
                : Stream.of(operation.inverse());
    }

    /** Whether {@code operation} changes the column further. */
    private static boolean goesOn(ChangeColumn first, Reversible operation) {
        return operation instanceof ChangeColumn next
                && next.table().equals(first.table())
                && next.from().equals(first.to());
    }

    /** What the operations destroy, one sentence each. */
    public List<String> losses() {
        return operations.stream()
                .flatMap(operation -> Loss.of(operation).stream())
                .toList();
    }
}
