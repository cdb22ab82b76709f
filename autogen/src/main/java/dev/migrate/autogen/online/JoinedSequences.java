package dev.migrate.autogen.online;

import dev.migrate.autogen.ConventionalNames;
import dev.migrate.autogen.java.Paragraph;
import dev.migrate.ddl.SqlIdentifiers;
import dev.migrate.operation.ColumnOperation.ChangeColumn;
import dev.migrate.operation.ObjectOperation.Execute;
import dev.migrate.operation.Reversible;
import dev.migrate.operation.SequenceOperation.CreateSequence;
import dev.migrate.operation.SequenceOperation.DropSequence;
import dev.migrate.schema.Column;
import dev.migrate.schema.NumberedTables;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Sequence;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Sequences that are there and begin to number the rows of one more table: of an entity that shares the generator of
 * others from now on. They go on where they are, unless that table's rows are further.
 */
final class JoinedSequences {

    private final List<Reversible> operations;
    private final Schema existing;
    private final Schema wanted;
    private final NumberedKeys keys;

    /**
     * @param existing what there is before
     * @param wanted what there is after, with the tables that the entities number by each sequence
     */
    JoinedSequences(List<Reversible> operations, Schema existing, Schema wanted) {
        this.operations = operations;
        this.existing = existing;
        this.wanted = wanted;
        this.keys = new NumberedKeys(operations, existing, wanted);
    }

    /** What has to be done once nothing else numbers these tables. */
    List<Paragraph> paragraphs() {
        boolean isAnyLost = isAnyDroppedThatIsNobodys();
        return wanted.mapping().numberedTables().stream()
                .flatMap(numbered ->
                        joined(numbered, isAnyLost && numbered.tables().size() > 1))
                .toList();
    }

    /** @param anyMayJoin whether each of the tables may be one that joins */
    private Stream<Paragraph> joined(NumberedTables numbered, boolean anyMayJoin) {
        Optional<Sequence> sequence = wanted.sequences().stream()
                .filter(one -> one.name().equals(numbered.sequence()) && !operations.contains(new CreateSequence(one)))
                .findFirst();
        List<QualifiedName> joining = numbered.tables().stream()
                .filter(table -> (anyMayJoin && existing.table(table).isPresent()) || isNumberedElsewhere(table))
                .toList();
        return sequence.isEmpty() || joining.isEmpty()
                ? Stream.empty()
                : Stream.concat(
                        SequenceRights.toNumber(Map.of(numbered.sequence(), joining)).stream(),
                        joining.stream().flatMap(table -> goesOn(sequence.get(), table).stream()));
    }

    /** Whether its rows had their numbers from what goes now: an identity, a default, or a sequence called like it. */
    private boolean isNumberedElsewhere(QualifiedName table) {
        return operations.stream()
                .anyMatch(operation -> (operation instanceof ChangeColumn change
                                && change.table().equals(table)
                                && isKey(table, change.to())
                                && isNumbered(change.from())
                                && !isNumbered(change.to()))
                        || (operation instanceof DropSequence drop
                                && existing.table(table).isPresent()
                                && drop.sequence().name().equals(ConventionalNames.entitySequence(table))));
    }

    /** Whether a sequence goes whose name doesn't tell what it numbered: it may have been a table that shares one now. */
    private boolean isAnyDroppedThatIsNobodys() {
        return operations.stream()
                .anyMatch(
                        operation -> operation instanceof DropSequence drop && !keys.isCalledLikeAny(drop.sequence()));
    }

    private boolean isKey(QualifiedName table, Column column) {
        return key(table).filter(key -> key.is(table, column)).isPresent();
    }

    private static boolean isNumbered(Column column) {
        return column.generator() != null || column.defaultExpression() != null;
    }

    private Optional<NumberedKey> key(QualifiedName table) {
        return wanted.table(table).flatMap(keys::key);
    }

    private Optional<Paragraph> goesOn(Sequence sequence, QualifiedName table) {
        String name = SqlIdentifiers.quote(sequence.name());
        long step = Objects.requireNonNull(sequence.options().resolved().increment());
        return key(table).map(key -> {
            String column = SqlIdentifiers.quote(key.column().name());
            String next = step > 0 ? "max(" + column + ") + " + step : "min(" + column + ") - " + -step;
            return new Paragraph(
                    List.of("Goes on behind the rows that it numbers from now on, too."),
                    List.of(new Execute(
                            "SELECT setval(" + NumberedKeys.literal(sequence) + ", " + next + ", false) FROM "
                                    + NumberedKey.rows(List.of(key)) + " HAVING " + next + (step > 0 ? " > " : " < ")
                                    + "(SELECT last_value FROM " + name + ")")));
        });
    }
}
