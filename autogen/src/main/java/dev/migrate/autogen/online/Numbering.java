package dev.migrate.autogen.online;

import dev.migrate.autogen.diff.comparison.OfferedCode;
import dev.migrate.autogen.java.Paragraph;
import dev.migrate.ddl.SqlIdentifiers;
import dev.migrate.operation.ColumnOperation.AddColumn;
import dev.migrate.operation.ColumnOperation.ChangeColumn;
import dev.migrate.operation.ColumnOperation.DropColumn;
import dev.migrate.operation.ObjectOperation.Execute;
import dev.migrate.operation.Reversible;
import dev.migrate.operation.SequenceOperation.CreateSequence;
import dev.migrate.operation.SequenceOperation.DropSequence;
import dev.migrate.operation.TableOperation.CreateTable;
import dev.migrate.operation.TableOperation.DropTable;
import dev.migrate.schema.Column;
import dev.migrate.schema.Expression;
import dev.migrate.schema.Identity;
import dev.migrate.schema.Literals;
import dev.migrate.schema.NumberedTables;
import dev.migrate.schema.PrimaryKey;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Sequence;
import dev.migrate.schema.SequenceOptions;
import dev.migrate.schema.Table;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Lets what is to number the rows of an existing table go on behind those that there are. A new identity or sequence
 * counts from its start, and the first row that is inserted would have the key of one that is there.
 *
 * <p>An entity's sequence isn't tied to its table in the catalog. The entities tell which tables it numbers. On the way back
 * to a sequence that they don't know any more, it is the one that is called like the table, as Hibernate calls it; or else
 * that of the only table which loses what numbered it.
 */
final class Numbering {

    private static final Set<String> INTEGERS = Set.of("smallint", "integer", "bigint");

    private final List<Reversible> operations;
    private final Schema existing;
    private final Schema wanted;
    private final List<NumberedTables> numberedTables;

    /** Found out once, since each takes a look at all operations. */
    private final Map<Sequence, List<Key>> keysBySequence = new HashMap<>();

    private final Map<Sequence, Optional<Reversible>> turns = new HashMap<>();
    private @Nullable List<Key> losers;

    /**
     * @param existing what there is before, under the names that it has meanwhile
     * @param wanted what there is after; one of both tells which tables the entities number by which sequence
     */
    Numbering(List<Reversible> operations, Schema existing, Schema wanted) {
        this.operations = operations;
        this.existing = existing;
        this.wanted = wanted;
        this.numberedTables = Stream.of(existing, wanted)
                .flatMap(schema -> schema.mapping().numberedTables().stream())
                .toList();
    }

    /** A column with its table. */
    private record Key(Table table, Column column) {}

    /** What has to follow the operation; nothing if it numbers no rows that are there. */
    List<Paragraph> behind(Reversible operation) {
        if (operation instanceof ChangeColumn change) {
            return Stream.concat(
                            behind(change).stream().map(Numbering::goesOn),
                            created()
                                    .filter(sequence -> turn(sequence)
                                            .filter(change::equals)
                                            .isPresent())
                                    .flatMap(sequence -> behind(sequence).stream())
                                    .map(Numbering::takesOver))
                    .toList();
        }
        if (operation instanceof CreateSequence create) {
            Stream<Paragraph> setval =
                    turn(create.sequence()).filter(create::equals).isPresent()
                            ? behind(create.sequence()).stream().map(Numbering::goesOn)
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
                .filter(operation -> operation instanceof AddColumn add && isDefault(sequence, add.column()))
                .map(add -> ((AddColumn) add).table())
                .filter(table -> existing.table(table).isPresent());
        return Stream.concat(extended, numbered(sequence).stream().map(key -> key.table()
                        .name()))
                .distinct()
                .toList();
    }

    /**
     * What has to follow everything else.
     *
     * @param commitsBefore whether rows may have been inserted since the first operations
     */
    List<Paragraph> last(boolean commitsBefore) {
        Stream<Paragraph> sequences = created()
                .filter(sequence -> turn(sequence).isEmpty())
                .flatMap(sequence -> behind(sequence).stream())
                .map(Numbering::takesOver);
        // Whoever doesn't know the identity yet has gone on with the numbers of the sequence.
        Stream<Paragraph> identities = operations.stream()
                .filter(operation -> commitsBefore && isAnyDropped() && operation instanceof ChangeColumn)
                .flatMap(change -> behind((ChangeColumn) change).stream())
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
        List<Key> keys = numbered(sequence);
        if (keys.stream().anyMatch(this::isDropped)) {
            return Optional.of(creation);
        }
        List<Reversible> changes = operations.stream()
                // An identity whose own sequence is in the way is gone by then, and its table locked.
                .dropWhile(operation -> !operation.equals(creation))
                .filter(operation -> operation instanceof ChangeColumn change
                        && keys.stream().anyMatch(key -> isOf(key, change.table(), change.to()))
                        && !(isNumberedAlike(change) && isInteger(change.from())))
                .toList();
        boolean isNumberedMeanwhile = changes.size() < keys.size() && isAnyDropped();
        return isNumberedMeanwhile || keys.stream().anyMatch(this::isFilled)
                ? Optional.empty()
                : changes.stream().reduce((one, next) -> next).or(() -> Optional.of(creation));
    }

    private boolean isAnyDropped() {
        return operations.stream().anyMatch(DropSequence.class::isInstance);
    }

    /** Whether rows get their numbers only behind the operation. */
    private boolean isFilled(Key key) {
        return operations.stream()
                .anyMatch(operation -> (operation instanceof AddColumn add && isOf(key, add.table(), add.column()))
                        || (operation instanceof ChangeColumn change
                                && isOf(key, change.table(), change.to())
                                && change.from().nullable()
                                && !change.to().nullable()));
    }

    private boolean isDropped(Key key) {
        return operations.stream()
                .anyMatch(operation -> (operation instanceof DropTable table
                                && table.table().name().equals(key.table().name()))
                        || (operation instanceof DropColumn drop && isOf(key, drop.table(), drop.column())));
    }

    private static boolean isOf(Key key, QualifiedName table, Column column) {
        return key.table().name().equals(table) && key.column().name().equals(column.name());
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

    private Optional<String> behind(ChangeColumn change) {
        Identity generator = change.to().generator();
        if (generator == null || change.from().generator() != null) {
            return Optional.empty();
        }
        String sequence = "pg_get_serial_sequence(" + Literals.literal(SqlIdentifiers.quote(change.table())) + ", "
                + Literals.literal(change.to().name()) + ")";
        return existing.table(change.table())
                .map(table -> setval(
                        sequence,
                        generator.options().type(change.to().type()),
                        SqlIdentifiers.quote(table.name()),
                        SqlIdentifiers.quote(change.to().name())));
    }

    private Optional<String> behind(Sequence sequence) {
        List<Key> keys = numbered(sequence);
        return keys.stream()
                .findFirst()
                .map(key -> setval(
                        literal(sequence),
                        sequence.options(),
                        rows(keys),
                        SqlIdentifiers.quote(key.column().name())));
    }

    /** What stands behind FROM. */
    private static String rows(List<Key> keys) {
        return keys.size() == 1 && isInteger(keys.get(0).column())
                ? SqlIdentifiers.quote(keys.get(0).table().name())
                : keys.stream()
                        .map(Numbering::integers)
                        .collect(Collectors.joining(" UNION ALL ", "(", ") AS numbered"));
    }

    private static String integers(Key key) {
        return "SELECT " + SqlIdentifiers.quote(key.column().name()) + (isInteger(key.column()) ? "" : "::bigint")
                + " FROM " + SqlIdentifiers.quote(key.table().name());
    }

    /** What to write where nothing says which rows are numbered by what is new, though some that there are may be. */
    List<String> hint(Reversible operation) {
        if (operation instanceof CreateTable create && isReplacement()) {
            return GeneratorTable.hint(create.table());
        }
        if (!(operation instanceof CreateSequence create)
                || !isReplacement()
                || isForNewTable(create.sequence())
                || !numbered(create.sequence()).isEmpty()
                || numbersWhatComes(create.sequence())) {
            return List.of();
        }
        Sequence sequence = create.sequence();
        String setval = setval(literal(sequence), sequence.options(), "<table>", "id");
        return List.of(
                sequence.name() + " counts from its start. To let it go on behind rows that it numbers:",
                OfferedCode.execute(setval) + ";");
    }

    private static String literal(Sequence sequence) {
        return Literals.literal(SqlIdentifiers.quote(sequence.name()));
    }

    /** By a column's default, by its name, or since nothing else numbers the column any more. */
    private List<Key> numbered(Sequence sequence) {
        return keysBySequence.computeIfAbsent(sequence, this::findNumbered);
    }

    private List<Key> findNumbered(Sequence sequence) {
        Optional<Key> defaulted = defaulted(sequence);
        if (defaulted.isPresent() || numbersWhatComes(sequence)) {
            return defaulted.stream().toList();
        }
        return tables(sequence).stream()
                .flatMap(table -> existing.table(table).flatMap(this::key).stream())
                .toList();
    }

    private List<QualifiedName> tables(Sequence sequence) {
        return numberedTables.stream()
                .filter(numbered -> numbered.sequence().equals(sequence.name()))
                .map(NumberedTables::tables)
                .findFirst()
                .orElseGet(() -> keys().filter(key -> isCalledLike(sequence, key))
                        .map(key -> key.table().name())
                        .findFirst()
                        .or(() -> onlyReplacement(sequence))
                        .map(List::of)
                        .orElse(List.of()));
    }

    /** A column that holds numbers already, whether it is a key or not. */
    private Optional<Key> defaulted(Sequence sequence) {
        return operations.stream()
                .filter(operation -> operation instanceof ChangeColumn change && isDefault(sequence, change.to()))
                .map(ChangeColumn.class::cast)
                .filter(change -> isInteger(change.from()))
                .flatMap(change -> existing.table(change.table()).map(table -> new Key(table, change.to())).stream())
                .findFirst();
    }

    /** Whether it is there for a column that comes: PostgreSQL gives existing rows their numbers as it adds one. */
    private boolean numbersWhatComes(Sequence sequence) {
        return operations.stream()
                .anyMatch(operation -> (operation instanceof AddColumn add && isDefault(sequence, add.column()))
                        || (operation instanceof CreateTable create
                                && create.table().columns().stream().anyMatch(column -> isDefault(sequence, column))));
    }

    private Optional<QualifiedName> onlyReplacement(Sequence sequence) {
        boolean isOnly = operations.stream()
                .noneMatch(operation -> operation instanceof CreateSequence other
                        && !other.sequence().equals(sequence));
        return isOnly && losers().size() == 1 && !isForNewTable(sequence)
                ? Optional.of(losers().get(0).table().name())
                : Optional.empty();
    }

    private Stream<Key> keys() {
        return existing.tables().stream().flatMap(table -> key(table).stream());
    }

    /** The key that the table will have, which is what is numbered from now on. */
    private Optional<Key> key(Table table) {
        Table becoming = wanted.table(table.name()).orElse(table);
        return becoming.primaryKey()
                .map(PrimaryKey::columns)
                .filter(columns -> columns.size() == 1)
                .flatMap(columns -> becoming.column(columns.get(0)))
                .filter(Numbering::isNumber)
                .map(column -> new Key(becoming, column));
    }

    private static boolean isInteger(Column column) {
        return INTEGERS.contains(column.type().sql());
    }

    private static boolean isNumber(Column column) {
        return isInteger(column) || column.type().base().equals("numeric");
    }

    private static boolean isDefault(Sequence sequence, Column column) {
        return isNextval(column.defaultExpression(), literal(sequence));
    }

    private static boolean isNextval(@Nullable Expression expression, String sequence) {
        return expression != null && expression.normal().startsWith("nextval(" + sequence);
    }

    private static boolean isCalledLike(Sequence sequence, Key key) {
        String table = key.table().name().name();
        return Stream.of(table, table + "_" + key.column().name())
                .map(base -> key.table().name().sibling(base + "_seq"))
                .anyMatch(sequence.name()::equals);
    }

    /** The keys that nothing numbers any more as it did. */
    private List<Key> losers() {
        if (losers == null) {
            losers = keys().filter(this::losesNumbers).toList();
        }
        return losers;
    }

    private boolean losesNumbers(Key key) {
        return changes(key).anyMatch(change -> isNumbered(change.from()) && !isNumbered(change.to()));
    }

    private static boolean isNumbered(Column column) {
        return column.generator() != null || isNextval(column.defaultExpression(), "");
    }

    private Stream<ChangeColumn> changes(Key key) {
        return operations.stream()
                .filter(ChangeColumn.class::isInstance)
                .map(ChangeColumn.class::cast)
                .filter(change -> isOf(key, change.table(), change.to()));
    }

    /** Whether something that numbered rows goes, so that what comes may number the same rows. */
    private boolean isReplacement() {
        return !losers().isEmpty() || isAnyDropped();
    }

    private boolean isForNewTable(Sequence sequence) {
        return numberedTables.stream().anyMatch(numbered -> numbered.sequence().equals(sequence.name()))
                || operations.stream()
                        .anyMatch(operation -> operation instanceof CreateTable create
                                && key(create.table())
                                        .filter(key -> isCalledLike(sequence, key))
                                        .isPresent());
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
