package dev.migrate.autogen.online;

import dev.migrate.autogen.diff.comparison.OfferedCode;
import dev.migrate.autogen.java.Paragraph;
import dev.migrate.ddl.IdentitySequence;
import dev.migrate.ddl.SqlIdentifiers;
import dev.migrate.operation.ColumnOperation.AddColumn;
import dev.migrate.operation.ColumnOperation.ChangeColumn;
import dev.migrate.operation.ColumnOperation.DropColumn;
import dev.migrate.operation.ColumnOperation.RenameColumn;
import dev.migrate.operation.ObjectOperation.Execute;
import dev.migrate.operation.Reversible;
import dev.migrate.operation.SequenceOperation.ChangeSequence;
import dev.migrate.operation.SequenceOperation.CreateSequence;
import dev.migrate.operation.TableOperation.CreateTable;
import dev.migrate.operation.TableOperation.DropTable;
import dev.migrate.operation.TableOperation.TableRenaming;
import dev.migrate.schema.Identity;
import dev.migrate.schema.Literals;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Sequence;
import dev.migrate.schema.SequenceOptions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Lets what is to number the rows of an existing table go on behind those that there are. A new identity or sequence
 * counts from its start, and the first row that is inserted would have the key of one that is there.
 */
final class Numbering {

    private final List<Reversible> operations;
    private final Schema existing;
    private final NumberedKeys keys;

    /** Found out once, since each takes a look at all operations. */
    private final Map<Sequence, Optional<Reversible>> turns = new HashMap<>();

    /**
     * @param existing what there is before, under the names that it has meanwhile
     * @param wanted what there is after; one of both tells which tables the entities number by which sequence
     */
    Numbering(List<Reversible> operations, Schema existing, Schema wanted) {
        this.operations = operations;
        this.existing = existing;
        this.keys = new NumberedKeys(operations, existing, wanted);
    }

    /**
     * What has to precede the operation: where a sequence's steps become smaller, what is behind its value has been given
     * away if Hibernate's numbers begin with that value (the optimizer pooled-lo), and would be given once more.
     */
    List<Paragraph> before(Reversible operation) {
        return operation instanceof ChangeSequence change
                        && step(change.to().options()) < step(change.from().options())
                        && keys.isForEntities(change.to())
                ? List.of(new Paragraph(
                        List.of(
                                "Leaves out the numbers that may have been given behind the last value, by the greater step."),
                        List.of(new Execute("SELECT nextval(" + NumberedKeys.literal(change.to()) + ")"))))
                : List.of();
    }

    private static long step(SequenceOptions options) {
        return Math.abs(Objects.requireNonNull(options.resolved().increment()));
    }

    /** What has to follow the operation; nothing if it numbers no rows that are there. */
    List<Paragraph> behind(Reversible operation) {
        if (operation instanceof ChangeColumn change) {
            return Stream.concat(
                            behind(change, List.of()).stream().map(Numbering::goesOn),
                            created()
                                    .filter(sequence -> turn(sequence)
                                            .filter(change::equals)
                                            .isPresent())
                                    .flatMap(sequence -> behind(sequence, List.of()).stream())
                                    .map(Numbering::takesOver))
                    .toList();
        }
        if (operation instanceof CreateSequence create) {
            Stream<Paragraph> setval =
                    turn(create.sequence()).filter(create::equals).isPresent()
                            ? behind(create.sequence(), List.of()).stream().map(Numbering::goesOn)
                            : Stream.empty();
            return Stream.concat(isLast(create) ? rights().stream() : Stream.empty(), setval)
                    .toList();
        }
        return List.of();
    }

    private boolean isLast(CreateSequence create) {
        return created().reduce((one, next) -> next).stream().anyMatch(create.sequence()::equals);
    }

    /** The right to take numbers from what is new, for those who insert the rows that it numbers from now on. */
    private Optional<Paragraph> rights() {
        return SequenceRights.toNumber(
                created().collect(Collectors.toMap(Sequence::name, this::tablesOf, (a, b) -> a, TreeMap::new)));
    }

    private List<QualifiedName> tablesOf(Sequence sequence) {
        Stream<QualifiedName> extended = operations.stream()
                .filter(operation ->
                        operation instanceof AddColumn add && NumberedKeys.isDefault(sequence, add.column()))
                .map(add -> ((AddColumn) add).table())
                .filter(table -> existing.table(table).isPresent());
        // A table that only refers to what is numbered tells how far the numbers go, and takes none.
        Stream<QualifiedName> numbered = keys.numbered(sequence).stream()
                .filter(key -> NumberedKeys.isDefault(sequence, key.column()) || keys.isOfItsTable(key))
                .map(key -> key.table().name());
        return Stream.concat(extended, numbered).distinct().toList();
    }

    /**
     * What has to follow everything else.
     *
     * @param commitsBefore whether rows may have been inserted since the first operations
     */
    List<Paragraph> last(boolean commitsBefore) {
        Stream<Paragraph> sequences = created()
                .filter(sequence -> turn(sequence).isEmpty())
                .flatMap(sequence -> behind(sequence, renamesBehind(new CreateSequence(sequence))).stream())
                .map(Numbering::takesOver);
        // Whoever doesn't know the identity yet has gone on with the numbers of the sequence.
        Stream<Paragraph> identities = operations.stream()
                .filter(operation -> commitsBefore && keys.isAnyDropped() && operation instanceof ChangeColumn)
                .flatMap(change -> behind((ChangeColumn) change, renamesBehind(change)).stream())
                .map(Numbering::takesOver);
        return Stream.concat(sequences, identities).toList();
    }

    private Stream<Sequence> created() {
        return operations.stream().filter(CreateSequence.class::isInstance).map(create -> ((CreateSequence) create)
                .sequence());
    }

    /**
     * What a new sequence has to wait for: what numbered the rows before may number some more until it is gone, since
     * writes go on. A change of the column waits for them, and so does the drop of a sequence that they have used. What
     * isn't there yet, or no number, can't tell how far the rows have come.
     *
     * @return the sequence's own creation if there is no such thing, or if the rows are gone by then; empty if it has to
     *     wait for everything
     */
    private Optional<Reversible> turn(Sequence sequence) {
        return turns.computeIfAbsent(sequence, this::findTurn);
    }

    private Optional<Reversible> findTurn(Sequence sequence) {
        Reversible creation = new CreateSequence(sequence);
        List<NumberedKey> numbered = keys.numbered(sequence);
        if (numbered.stream().anyMatch(this::isDropped)) {
            return Optional.of(creation);
        }
        List<Reversible> changes = operations.stream()
                // An identity whose own sequence is in the way is gone by then, and its table locked.
                .dropWhile(operation -> !operation.equals(creation))
                .filter(operation -> operation instanceof ChangeColumn change
                        && numbered.stream().anyMatch(key -> key.is(change.table(), change.to()))
                        && !(isNumberedAlike(change) && change.from().type().isInteger()))
                .toList();
        boolean isNumberedMeanwhile = changes.size() < numbered.size() && keys.isAnyDropped();
        return isNumberedMeanwhile || numbered.stream().anyMatch(this::isFilled)
                ? Optional.empty()
                : changes.stream().reduce((one, next) -> next).or(() -> Optional.of(creation));
    }

    /** Whether rows get their numbers only behind the operation. */
    private boolean isFilled(NumberedKey key) {
        return operations.stream()
                .anyMatch(operation -> (operation instanceof AddColumn add && key.is(add.table(), add.column()))
                        || (operation instanceof ChangeColumn change
                                && key.is(change.table(), change.to())
                                && change.from().nullable()
                                && !change.to().nullable()));
    }

    private boolean isDropped(NumberedKey key) {
        return operations.stream()
                .anyMatch(operation -> (operation instanceof DropTable table
                                && table.table().name().equals(key.table().name()))
                        || (operation instanceof DropColumn drop && key.is(drop.table(), drop.column())));
    }

    private static boolean isNumberedAlike(ChangeColumn change) {
        return Objects.equals(change.from().generator(), change.to().generator())
                && Objects.equals(change.from().defaultExpression(), change.to().defaultExpression());
    }

    private static Paragraph goesOn(String setval) {
        return new Paragraph(List.of("Goes on behind the rows that there are."), List.of(new Execute(setval)));
    }

    private static Paragraph takesOver(String setval) {
        return new Paragraph(
                List.of("Goes on behind the rows that there are, now that nothing else numbers any."),
                List.of(new Execute(setval)));
    }

    /** What still has its old name behind the operation, as on the way back, when it is called so no longer in the end. */
    private List<Reversible> renamesBehind(Reversible operation) {
        return operations.stream()
                .dropWhile(each -> !each.equals(operation))
                .filter(each -> each instanceof TableRenaming || each instanceof RenameColumn)
                .toList();
    }

    private Optional<String> behind(ChangeColumn change, List<Reversible> renames) {
        Identity generator = change.to().generator();
        if (generator == null || change.from().generator() != null) {
            return Optional.empty();
        }
        return existing.table(change.table())
                .map(table -> new NumberedKey(table, change.to()).after(renames))
                .map(key -> setval(
                        ownsSequence(change)
                                ? IdentitySequence.of(
                                        key.table().name(), key.column().name())
                                : "pg_get_serial_sequence("
                                        + Literals.literal(
                                                SqlIdentifiers.quote(key.table().name())) + ", "
                                        + Literals.literal(key.column().name()) + ")",
                        generator.options().type(change.to().type()),
                        SqlIdentifiers.quote(key.table().name()),
                        SqlIdentifiers.quote(key.column().name())));
    }

    /** Whether the column has a sequence beside the new identity's, such as that of the serial which it was or will be. */
    private boolean ownsSequence(ChangeColumn change) {
        Sequence.Owner owner = new Sequence.Owner(change.table(), change.to().name());
        List<ChangeSequence> changes = operations.stream()
                .filter(ChangeSequence.class::isInstance)
                .map(ChangeSequence.class::cast)
                .toList();
        return Stream.concat(
                        existing.sequences().stream().filter(sequence -> changes.stream()
                                .noneMatch(each -> each.from().equals(sequence))),
                        changes.stream().map(ChangeSequence::to))
                .anyMatch(sequence -> owner.equals(sequence.ownedBy()));
    }

    private Optional<String> behind(Sequence sequence, List<Reversible> renames) {
        List<NumberedKey> numbered =
                keys.numbered(sequence).stream().map(key -> key.after(renames)).toList();
        return numbered.stream()
                .findFirst()
                .map(key -> setval(
                        NumberedKeys.literal(sequence),
                        sequence.options(),
                        NumberedKey.rows(numbered),
                        SqlIdentifiers.quote(key.column().name())));
    }

    /** What to write where nothing says which rows are numbered by what is new, though some that there are may be. */
    List<String> hint(Reversible operation) {
        if (operation instanceof CreateTable create && keys.isReplacement() && !keys.isGenerator(create.table())) {
            return GeneratorTable.hint(create.table());
        }
        if (!(operation instanceof CreateSequence create)
                || !keys.isReplacement()
                || keys.isForNewTable(create.sequence())
                || !keys.numbered(create.sequence()).isEmpty()
                || keys.numbersWhatComes(create.sequence())) {
            return List.of();
        }
        Sequence sequence = create.sequence();
        String setval = setval(NumberedKeys.literal(sequence), sequence.options(), "<table>", "id");
        return List.of(
                sequence.name() + " counts from its start. To let it go on behind rows that it numbers:",
                OfferedCode.execute(setval) + ";");
    }

    /**
     * One increment further than the last row, since Hibernate's pooled numbers end with the value of the sequence; where
     * there is no row, the start.
     */
    private static String setval(String sequence, SequenceOptions options, String table, String column) {
        SequenceOptions counting = options.resolved();
        long step = Objects.requireNonNull(counting.increment());
        String next = step > 0
                ? "greatest(max(" + column + ") + " + step + ", " + counting.start() + ")"
                : "least(min(" + column + ") - " + -step + ", " + counting.start() + ")";
        return "SELECT setval(" + sequence + ", " + next + ", false) FROM " + table;
    }
}
