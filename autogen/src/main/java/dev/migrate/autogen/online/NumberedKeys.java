package dev.migrate.autogen.online;

import dev.migrate.autogen.ConventionalNames;
import dev.migrate.ddl.SqlIdentifiers;
import dev.migrate.operation.ColumnOperation.AddColumn;
import dev.migrate.operation.ColumnOperation.ChangeColumn;
import dev.migrate.operation.ConstraintOperation.AddConstraint;
import dev.migrate.operation.Reversible;
import dev.migrate.operation.SequenceOperation.CreateSequence;
import dev.migrate.operation.SequenceOperation.DropSequence;
import dev.migrate.operation.TableOperation.CreateTable;
import dev.migrate.schema.Column;
import dev.migrate.schema.Expression;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.Literals;
import dev.migrate.schema.NumberedTables;
import dev.migrate.schema.PrimaryKey;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Sequence;
import dev.migrate.schema.Table;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which keys of tables that are there a new sequence numbers from now on.
 *
 * <p>An entity's sequence isn't tied to its table in the catalog. The entities tell which tables it numbers. On the way back
 * to a sequence that they don't know any more, it is the one that is called like the table, as Hibernate calls it. Or else
 * it is taken for that of all tables which lose what numbered them, or, where none does, which shared a sequence: to begin
 * further than it must is no harm.
 */
final class NumberedKeys {

    private final List<Reversible> operations;
    private final Schema existing;
    private final Schema wanted;
    private final List<NumberedTables> numberedTables;

    /** Found out once, since each takes a look at all operations. */
    private final Map<Sequence, List<NumberedKey>> keysBySequence = new HashMap<>();

    private @Nullable List<NumberedKey> losers;

    /** What comes and isn't known to number anything. */
    private @Nullable List<Sequence> unclaimed;

    /**
     * @param existing what there is before, under the names that it has meanwhile
     * @param wanted what there is after; one of both tells which tables the entities number by which sequence
     */
    NumberedKeys(List<Reversible> operations, Schema existing, Schema wanted) {
        this.operations = operations;
        this.existing = existing;
        this.wanted = wanted;
        this.numberedTables = Stream.of(existing, wanted)
                .flatMap(schema -> schema.mapping().numberedTables().stream())
                .toList();
    }

    /** By a column's default, by its name, or since nothing else numbers the column any more. */
    List<NumberedKey> numbered(Sequence sequence) {
        return keysBySequence.computeIfAbsent(sequence, this::findNumbered);
    }

    private List<NumberedKey> findNumbered(Sequence sequence) {
        Optional<NumberedKey> defaulted = defaulted(sequence);
        if (defaulted.isPresent() || numbersWhatComes(sequence)) {
            return defaulted.stream().toList();
        }
        return tables(sequence).stream()
                .flatMap(table -> existing.table(table).isPresent()
                        ? existing.table(table).flatMap(this::key).stream()
                        : referring(table))
                .toList();
    }

    /** Where values are that a table which comes will have as its keys: columns that are there and refer to it then. */
    private Stream<NumberedKey> referring(QualifiedName table) {
        return operations.stream()
                .filter(operation -> operation instanceof AddConstraint add
                        && add.constraint() instanceof ForeignKey key
                        && key.target().equals(table)
                        && key.columns().size() == 1)
                .map(AddConstraint.class::cast)
                .flatMap(add -> existing.table(add.table()).stream()
                        .flatMap(there -> there
                                .column(((ForeignKey) add.constraint())
                                        .columns()
                                        .get(0))
                                .filter(NumberedKeys::isNumber)
                                .map(column -> new NumberedKey(there, column))
                                .stream()));
    }

    private List<QualifiedName> tables(Sequence sequence) {
        return numberedTables.stream()
                .filter(numbered -> numbered.sequence().equals(sequence.name()))
                .map(NumberedTables::tables)
                .findFirst()
                .orElseGet(() -> keys().filter(key -> isCalledLike(sequence, key))
                        .findFirst()
                        .map(this::togetherWith)
                        .orElseGet(() -> replaced(sequence)));
    }

    /** A column that holds numbers already, whether it is a key or not. */
    private Optional<NumberedKey> defaulted(Sequence sequence) {
        return operations.stream()
                .filter(operation -> operation instanceof ChangeColumn change && isDefault(sequence, change.to()))
                .map(ChangeColumn.class::cast)
                .filter(change -> change.from().type().isInteger())
                .flatMap(change ->
                        existing.table(change.table()).map(table -> new NumberedKey(table, change.to())).stream())
                .findFirst();
    }

    /** Whether it is there for a column that comes: PostgreSQL gives existing rows their numbers as it adds one. */
    boolean numbersWhatComes(Sequence sequence) {
        return operations.stream()
                .anyMatch(operation -> (operation instanceof AddColumn add && isDefault(sequence, add.column()))
                        || (operation instanceof CreateTable create
                                && create.table().columns().stream().anyMatch(column -> isDefault(sequence, column))));
    }

    /** Its table, and those that lose the same sequence and get none of their own: each class of an entity may have one. */
    private List<QualifiedName> togetherWith(NumberedKey called) {
        QualifiedName table = called.table().name();
        Stream<QualifiedName> others = ofDropped(table)
                .flatMap(other -> existing.table(other).flatMap(this::key).stream())
                .filter(key -> !isCalledLikeCreated(key))
                .map(key -> key.table().name());
        return Stream.concat(Stream.of(table), others).distinct().toList();
    }

    /** The tables that a sequence numbers which goes, and this one among them. */
    private Stream<QualifiedName> ofDropped(QualifiedName table) {
        return existing.mapping().numberedTables().stream()
                .filter(numbered -> numbered.tables().contains(table)
                        && operations.stream()
                                .anyMatch(operation -> operation instanceof DropSequence drop
                                        && drop.sequence().name().equals(numbered.sequence())))
                .flatMap(numbered -> numbered.tables().stream());
    }

    private Stream<Sequence> created() {
        return operations.stream().filter(CreateSequence.class::isInstance).map(create -> ((CreateSequence) create)
                .sequence());
    }

    private boolean isCalledLikeCreated(NumberedKey key) {
        return created().anyMatch(sequence -> isCalledLike(sequence, key));
    }

    private List<QualifiedName> replaced(Sequence sequence) {
        if (unclaimed == null) {
            unclaimed = created()
                    .filter(one -> !isForNewTable(one) && !isCalledLikeAny(one))
                    .toList();
        }
        if (!unclaimed.contains(sequence)) {
            return List.of();
        }
        // Which of several numbered which table is not known: behind all of them each is behind its own.
        List<QualifiedName> losing = losers().stream()
                .filter(key -> !isCalledLikeCreated(key))
                .map(key -> key.table().name())
                .filter(table -> !isForEntities(table))
                .toList();
        return losing.isEmpty() ? sharing() : losing;
    }

    /** Each may have been numbered by the sequence before; if no table with a key comes, which it may be for. */
    private List<QualifiedName> sharing() {
        return operations.stream()
                        .anyMatch(operation -> operation instanceof CreateTable create
                                && key(create.table()).isPresent())
                ? List.of()
                : existing.mapping().numberedTables().stream()
                        .map(NumberedTables::tables)
                        .filter(tables -> tables.size() > 1)
                        .flatMap(List::stream)
                        .toList();
    }

    private Stream<NumberedKey> keys() {
        return existing.tables().stream().flatMap(table -> key(table).stream());
    }

    /** The key that the table will have, which is what is numbered from now on. */
    Optional<NumberedKey> key(Table table) {
        Table becoming = wanted.table(table.name()).orElse(table);
        return becoming.primaryKey()
                .map(PrimaryKey::columns)
                .filter(columns -> columns.size() == 1)
                .flatMap(columns -> becoming.column(columns.get(0)))
                .filter(NumberedKeys::isNumber)
                .map(column -> new NumberedKey(becoming, column));
    }

    /** Whether it is what the rows of its table are numbered by. */
    boolean isOfItsTable(NumberedKey key) {
        return key(key.table())
                .filter(own -> own.column().name().equals(key.column().name()))
                .isPresent();
    }

    private static boolean isNumber(Column column) {
        return column.type().isInteger() || column.type().base().equals("numeric");
    }

    static boolean isDefault(Sequence sequence, Column column) {
        return isNextval(column.defaultExpression(), literal(sequence));
    }

    private static boolean isNextval(@Nullable Expression expression, String sequence) {
        return expression != null && expression.normal().startsWith("nextval(" + sequence);
    }

    boolean isCalledLikeAny(Sequence sequence) {
        return keys().anyMatch(key -> isCalledLike(sequence, key));
    }

    private static boolean isCalledLike(Sequence sequence, NumberedKey key) {
        QualifiedName table = key.table().name();
        return sequence.name().equals(ConventionalNames.entitySequence(table))
                || sequence.name()
                        .equals(table.sibling(new ConventionalNames()
                                .sequence(table, key.column().name())));
    }

    /** The keys that nothing numbers any more as it did. */
    List<NumberedKey> losers() {
        if (losers == null) {
            losers = keys().filter(this::losesNumbers).toList();
        }
        return losers;
    }

    private boolean losesNumbers(NumberedKey key) {
        return changes(key).anyMatch(change -> isNumbered(change.from()) && !isNumbered(change.to()))
                || (changes(key).noneMatch(change -> isNumbered(change.to()))
                        && (ofDropped(key.table().name()).findAny().isPresent() || losesGenerator(key)));
    }

    /** Whether a row of a generator's table has numbered it, and nothing is known to do so any more. */
    private boolean losesGenerator(NumberedKey key) {
        return wanted.mapping().hierarchies().isEmpty()
                && existing.mapping().generatorRows().stream()
                        .anyMatch(row -> row.tables().contains(key.table().name()));
    }

    static boolean isNumbered(Column column) {
        return column.generator() != null || isNextval(column.defaultExpression(), "");
    }

    private Stream<ChangeColumn> changes(NumberedKey key) {
        return operations.stream()
                .filter(ChangeColumn.class::isInstance)
                .map(ChangeColumn.class::cast)
                .filter(change -> key.is(change.table(), change.to()));
    }

    /** Whether something that numbered rows goes, so that what comes may number the same rows. */
    boolean isReplacement() {
        return !losers().isEmpty() || isAnyDropped();
    }

    /** Whether the entities of one side say which tables it numbers. */
    boolean isForEntities(Sequence sequence) {
        return numberedTables.stream().anyMatch(numbered -> numbered.sequence().equals(sequence.name()));
    }

    private boolean isForEntities(QualifiedName table) {
        return wanted.mapping().numberedTables().stream()
                .anyMatch(numbered -> numbered.tables().contains(table));
    }

    boolean isForNewTable(Sequence sequence) {
        return isForEntities(sequence)
                || operations.stream()
                        .anyMatch(operation -> operation instanceof CreateTable create
                                && key(create.table())
                                        .filter(key -> isCalledLike(sequence, key))
                                        .isPresent());
    }

    /** Whether the entities say that it counts, and for whom. */
    boolean isGenerator(Table table) {
        return wanted.mapping().generatorRows().stream()
                .anyMatch(row -> row.table().equals(table.name()));
    }

    boolean isAnyDropped() {
        return operations.stream().anyMatch(DropSequence.class::isInstance);
    }

    /** Its name as {@code nextval} and {@code setval} take it. */
    static String literal(Sequence sequence) {
        return Literals.literal(SqlIdentifiers.quote(sequence.name()));
    }
}
