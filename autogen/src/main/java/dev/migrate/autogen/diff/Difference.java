package dev.migrate.autogen.diff;

import dev.migrate.autogen.diff.comparison.TypeFamily;
import dev.migrate.autogen.diff.dependency.Hindrance;
import dev.migrate.autogen.diff.ordering.WayBack;
import dev.migrate.autogen.diff.ownership.KeptProperty;
import dev.migrate.autogen.diff.renaming.RenameCandidate;
import dev.migrate.autogen.diff.text.Loss;
import dev.migrate.autogen.rows.RowMoves;
import dev.migrate.operation.EnumOperation.ChangeMeanings;
import dev.migrate.operation.Operation;
import dev.migrate.operation.Reversible;
import dev.migrate.schema.MeaningColumn.Kind;
import dev.migrate.schema.Schema;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * How one schema becomes another.
 *
 * @param operations in an order that runs
 * @param candidates drops and additions among them that may be renames
 * @param leftAlone what is in the database and not declared, and stays because this history didn't create it: one
 *     line each, such as {@code table legacy_users}
 * @param demands what the user has to do because of what stays: why inserts of the application fail, or why something
 *     declared can't be written, one sentence each
 * @param undeclarable what stays because entities have no words for it: one line each, such as {@code index
 *     ix_agents_labels on agents (gin)}
 * @param unwritten what the mapping declares by statements of which no catalog tells whether they have been executed: one
 *     line each, such as {@code grant select on agents to reader}
 * @param kept what columns keep because only a default of Hibernate's is against it
 * @param before what there is to begin with, under the names that it has after all renames
 * @param after what there is in the end
 * @param leftRows the entities and link tables whose rows stay where they are, although the mapping has them elsewhere
 */
public record Difference(
        List<Reversible> operations,
        List<RenameCandidate> candidates,
        List<String> leftAlone,
        List<String> demands,
        List<String> undeclarable,
        List<String> unwritten,
        List<KeptProperty> kept,
        Schema before,
        Schema after,
        Set<String> leftRows) {

    public Difference {
        operations = List.copyOf(operations);
        candidates = List.copyOf(candidates);
        leftAlone = List.copyOf(leftAlone);
        demands = List.copyOf(demands);
        undeclarable = List.copyOf(undeclarable);
        unwritten = List.copyOf(unwritten);
        kept = List.copyOf(kept);
        leftRows = Set.copyOf(leftRows);
    }

    /** The same, with rows of {@code -Dmigrate.leaveRows} that nothing moves. */
    public Difference leavingRows(Set<String> left) {
        return new Difference(
                operations, candidates, leftAlone, demands, undeclarable, unwritten, kept, before, after, left);
    }

    /** Whether there is nothing to do. */
    public boolean isEmpty() {
        return operations.isEmpty();
    }

    /**
     * Whether the tables are as they are declared, and the history only doesn't say yet what the values in them stand for:
     * it is older than such records, or an entity has another name and the same discriminator.
     */
    public boolean onlyRecords() {
        return !operations.isEmpty()
                && operations.stream()
                        .allMatch(operation -> operation instanceof ChangeMeanings change && change.isOnlyRecorded());
    }

    /** The same difference, made up for by other operations. */
    public Difference doing(List<Reversible> others) {
        return new Difference(
                others, candidates, leftAlone, demands, undeclarable, unwritten, kept, before, after, leftRows);
    }

    /** The way back: the inverses, in reverse. */
    public List<Reversible> inverse() {
        return new WayBack(operations).operations();
    }

    /** The way back as a difference of its own. */
    public Difference reversed() {
        return new Difference(
                inverse(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), after, before, leftRows);
    }

    /** What the operations destroy, or may fail because of, one sentence each. */
    public List<String> losses() {
        return losses(operation -> false);
    }

    /**
     * What the operations destroy, or may fail because of, one sentence each.
     *
     * @param isChecked whether rows that an operation fails for are looked for before
     */
    public List<String> losses(Predicate<Operation> isChecked) {
        Hindrance hindrance = new Hindrance(before, after, operations);
        RowMoves moves = moves();
        return operations.stream()
                .flatMap(operation -> losses(operation, isChecked.test(operation), hindrance, moves))
                .toList();
    }

    /** What one of the operations destroys, or may fail because of. */
    public List<String> losses(Operation operation) {
        return losses(operation, any -> false);
    }

    /**
     * What one of the operations destroys, or may fail because of.
     *
     * @param isChecked whether rows that an operation fails for are looked for before
     */
    public List<String> losses(Operation operation, Predicate<Operation> isChecked) {
        return losses(operation, isChecked.test(operation), new Hindrance(before, after, operations), moves())
                .toList();
    }

    private RowMoves moves() {
        return RowMoves.of(before, after, leftRows);
    }

    /** Nobody can tell whether the rows were written with the same meaning. */
    private Optional<String> unrecorded(Operation operation) {
        return operation instanceof ChangeMeanings change
                        && change.from().isEmpty()
                        && before.table(change.table())
                                .flatMap(table -> table.column(change.column()))
                                .filter(column -> change.kind() == Kind.DISCRIMINATORS
                                        || column.type().isInteger()
                                        || TypeFamily.isArray(column.type()))
                                .isPresent()
                ? Optional.of("The history doesn't say yet what the "
                        + (change.kind() == Kind.ORDINALS ? "ordinals" : "discriminators") + " in " + change.table()
                        + "." + change.column() + " stand for: they are taken for " + change.written(change.to())
                        + ", as the entities have them now. No row is changed. If "
                        + (change.kind() == Kind.ORDINALS
                                ? "the enum had another order"
                                : "an entity had another value")
                        + " when the rows were written, record that one, and run autogenerate again.")
                : Optional.empty();
    }

    private Stream<String> losses(Operation operation, boolean required, Hindrance hindrance, RowMoves moves) {
        return Stream.of(
                        moves.keeps(operation) ? Stream.<String>empty() : Loss.of(operation, required).stream(),
                        moves.remainder(operation, after).stream(),
                        hindrance.of(operation, required),
                        unrecorded(operation).stream())
                .flatMap(each -> each);
    }
}
