package dev.migrate.lint;

import dev.migrate.operation.Statement;
import dev.migrate.schema.QualifiedName;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What raw SQL does to tables in use, as far as its key words tell: PostgreSQL is the only one that really understands it
 * (a statement that isn't recognized is no hazard).
 */
final class RawHazards {

    private static final String NAME = "((?:\\S+ \\. )?\\S+)";

    private static final Pattern CREATE_TABLE =
            pattern("CREATE (?:(?:(?:(?:GLOBAL|LOCAL) )?(?:TEMP|TEMPORARY)|UNLOGGED) )?(?:TABLE|MATERIALIZED VIEW) "
                    + "(IF NOT EXISTS )?" + NAME + "(?: .*)?");
    private static final Pattern CREATE_PARTITION =
            pattern("CREATE (?:UNLOGGED )?TABLE (?:IF NOT EXISTS )?" + NAME + " PARTITION OF " + NAME + " .*");
    private static final Pattern PARTITIONED = pattern(".*(?<!\\() PARTITION BY (?:RANGE|LIST|HASH) \\(.*");
    private static final Pattern CREATE_DOMAIN = pattern("(CREATE DOMAIN " + NAME + "(?: AS)?) .*");
    private static final Pattern CREATE_UNUSED = pattern(
            "CREATE (?:UNLOGGED )?(?:SEQUENCE (?:IF NOT EXISTS )?" + NAME + "(?: .*)?|TYPE " + NAME + " AS ENUM .*)");
    private static final Pattern RENAME_SEQUENCE =
            pattern("ALTER SEQUENCE (?:IF EXISTS )?" + NAME + " RENAME TO (\\S+)");
    private static final Pattern DROP_SEQUENCE = pattern("(DROP SEQUENCE (?:IF EXISTS )?)\\S.*");
    private static final Pattern RENAME_ENUM_VALUE = pattern("ALTER TYPE " + NAME + " RENAME VALUE .*");
    private static final Pattern SELECT_INTO =
            pattern("SELECT .*? INTO (?:(?:TEMP|TEMPORARY|UNLOGGED) )?(?:TABLE )?" + NAME + "(?: .*)?");
    private static final Pattern DROP_TABLE = pattern("(DROP TABLE (?:IF EXISTS )?)\\S.*");
    private static final Pattern ALTER_TABLE =
            pattern("(ALTER TABLE (?:IF EXISTS )?(?<only>ONLY )?" + NAME + "(?: \\*)?) .+");
    private static final Pattern ALTER_TYPE = pattern("(ALTER TYPE " + NAME + ") .+");
    private static final Pattern DROP_ATTRIBUTE = pattern("DROP ATTRIBUTE (?:IF EXISTS )?(\\S+)(?: .*)?");
    private static final Pattern ADD_ATTRIBUTE = pattern("ADD ATTRIBUTE (\\S+) .*");
    private static final Pattern SET_TYPE =
            pattern("\\bALTER (?:COLUMN )?\\S+ (?:SET DATA )?TYPE " + NAME + " USING\\b");
    private static final Pattern CREATE_INDEX = pattern("CREATE (?:UNIQUE )?INDEX (CONCURRENTLY )?(?:IF NOT EXISTS )?"
            + "(?:(\\S+) )?ON (?<only>ONLY )?" + NAME + "(?: USING \\S+)? \\( (.*?) \\)(?<rest>.*)");
    private static final Pattern DROP_INDEX = pattern("(DROP INDEX (CONCURRENTLY )?(?:IF EXISTS )?)\\S.*");
    private static final Pattern RENAME_INDEX = pattern("ALTER INDEX (?:IF EXISTS )?" + NAME + " RENAME TO (\\S+)");
    private static final Pattern CHANGE_ROWS = pattern("(?:UPDATE|DELETE FROM) (?:ONLY )?" + NAME + "(?: .*)?");
    private static final Pattern MERGE = pattern("MERGE INTO (?:ONLY )?" + NAME + " .*");
    private static final Pattern ALTER_VIEW = pattern("(ALTER (?:MATERIALIZED )?VIEW (?:IF EXISTS )?" + NAME + ") .+");
    private static final Pattern TRUNCATE = pattern("(TRUNCATE (?:TABLE )?)\\S.*");
    private static final Pattern ONE_OF_LIST = pattern("(?:ONLY )?" + NAME + "(?: .*)?");
    private static final Pattern BLOCKING = pattern(
            "(VACUUM) (?:FULL(?: .*)?|\\( (?:[^)]* )?FULL\\b(?! (?:FALSE|OFF|0) ).*)|(CLUSTER)(?: .*)?|(LOCK) .*"
                    + "|(REINDEX) (?!.*\\bCONCURRENTLY\\b).*|(REFRESH MATERIALIZED VIEW) (?!CONCURRENTLY ).*");
    private static final Pattern WORDS_BEFORE_NAMES =
            pattern("(?:VACUUM|CLUSTER|LOCK|REINDEX|REFRESH MATERIALIZED VIEW)(?: \\( [^)]*\\))?"
                    + "(?: (?:FULL|FREEZE|VERBOSE|ANALYZE|TABLE)\\b)*(?<index> INDEX)?");

    private final KnownSchema schema;
    private final RawTableHazards tables;
    private final Findings findings;
    private Set<QualifiedName> readAnew = Set.of();

    RawHazards(KnownSchema schema, RawTableHazards tables, Findings findings) {
        this.schema = schema;
        this.tables = tables;
        this.findings = findings;
    }

    private static Pattern pattern(String regex) {
        return Pattern.compile(regex, Pattern.CASE_INSENSITIVE);
    }

    /** Looks ahead at all that a revision does. */
    void revision(List<Statement> statements) {
        readAnew = statements.stream()
                .flatMap(statement ->
                        SET_TYPE.matcher(RawText.of(statement.sql()).shape()).results())
                .map(found -> RawText.qualifiedName(found.group(1)))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** @param inRange whether the statement belongs to the revisions that are looked at */
    void statement(String sql, boolean inRange) {
        RawText text = RawText.of(sql);
        String shape = text.shape();
        match(
                CREATE_TABLE,
                shape,
                found -> schema.create(
                        RawText.qualifiedName(found.group(2)),
                        found.group(1) != null,
                        inRange,
                        PARTITIONED.matcher(shape).matches()));
        match(
                CREATE_PARTITION,
                shape,
                found -> tables.createPartition(
                        RawText.qualifiedName(found.group(1)), RawText.qualifiedName(found.group(2))));
        match(
                DROP_TABLE,
                shape,
                found -> each(text.behind(found.group(1)), table -> {
                    dropTable(table);
                    schema.drop(table);
                }));
        match(
                ALTER_TABLE,
                shape,
                found -> tables.alter(
                        RawText.qualifiedName(found.group(3)),
                        found.group("only") != null,
                        text.behind(found.group(1)),
                        inRange));
        match(
                ALTER_TYPE,
                shape,
                found -> alterType(RawText.qualifiedName(found.group(2)), text.behind(found.group(1))));
        match(CREATE_INDEX, shape, this::createIndex);
        match(
                DROP_INDEX,
                shape,
                found -> each(text.behind(found.group(1)), index -> {
                    dropIndex(index, found.group(2) != null);
                    schema.tableOfIndex(index.name()).ifPresent(table -> table.dropIndex(index.name()));
                }));
        match(
                CREATE_DOMAIN,
                shape,
                found -> schema.create(
                        RawText.qualifiedName(found.group(2)), RawColumn.domain(text.behind(found.group(1)))));
        match(
                CREATE_UNUSED,
                shape,
                found -> schema.create(
                        RawText.qualifiedName(found.group(1) == null ? found.group(2) : found.group(1)), inRange));
        match(
                RENAME_SEQUENCE,
                shape,
                found -> renameSequence(RawText.qualifiedName(found.group(1)), RawText.name(found.group(2))));
        match(DROP_SEQUENCE, shape, found -> each(text.behind(found.group(1)), this::dropSequence));
        match(RENAME_ENUM_VALUE, shape, found -> renameEnumValue(RawText.qualifiedName(found.group(1))));
        match(
                RENAME_INDEX,
                shape,
                found ->
                        schema.renameIndex(RawText.qualifiedName(found.group(1)).name(), RawText.name(found.group(2))));
        match(SELECT_INTO, shape, found -> schema.create(RawText.qualifiedName(found.group(1)), false, inRange, false));
        match(
                ALTER_VIEW,
                shape,
                found -> tables.alter(
                        RawText.qualifiedName(found.group(2)), false, text.behind(found.group(1)), inRange));
        text.changesOfRows().forEach(this::changeRows);
        match(TRUNCATE, shape, found -> each(text.behind(found.group(1)), table -> allRows(table, text)));
        match(BLOCKING, shape, found -> blocking(found, text));
    }

    private interface Action {
        void with(Matcher found);
    }

    private static void match(Pattern pattern, String shape, Action action) {
        Matcher matcher = pattern.matcher(shape);
        if (matcher.matches()) {
            action.with(matcher);
        }
    }

    /** The names of a list, without the words that may stand before and behind them. */
    static List<QualifiedName> names(RawText list) {
        List<QualifiedName> names = new ArrayList<>();
        for (RawText one : list.splitAtCommas()) {
            match(ONE_OF_LIST, one.shape(), found -> names.add(RawText.qualifiedName(found.group(1))));
        }
        return names;
    }

    private static void each(RawText list, Consumer<QualifiedName> action) {
        names(list).forEach(action);
    }

    void dropTable(QualifiedName table) {
        if (!schema.table(table).isNew()) {
            findings.loses(
                    Rule.DROP_TABLE, table, "The rows of " + table + " are lost, and whoever still uses it fails.");
        }
    }

    void dropSequence(QualifiedName sequence) {
        if (!schema.isUnused(sequence)) {
            findings.add(Rule.SEQUENCE_GONE, sequence, "Whoever still uses " + sequence + " fails once it is gone.");
        }
    }

    void renameSequence(QualifiedName sequence, String newName) {
        if (!schema.isUnused(sequence)) {
            findings.add(
                    Rule.SEQUENCE_GONE,
                    sequence,
                    "Whoever still uses " + sequence + " fails once it is " + newName + ".");
        }
    }

    void renameEnumValue(QualifiedName type) {
        if (!schema.isUnused(type)) {
            findings.add(
                    Rule.RENAME_ENUM_VALUE,
                    type,
                    "Whoever still writes the old value of " + type + ", or compares with it, fails.");
        }
    }

    /**
     * Which columns hold values of a composite type isn't known. Where a column becomes one of the type in the same revision,
     * an attribute that comes back at once has only got another place.
     */
    private void alterType(QualifiedName type, RawText actions) {
        Set<String> added = new HashSet<>();
        actions.splitAtCommas()
                .forEach(action ->
                        match(ADD_ATTRIBUTE, action.shape(), found -> added.add(RawText.name(found.group(1)))));
        for (RawText action : actions.splitAtCommas()) {
            match(DROP_ATTRIBUTE, action.shape(), found -> {
                String name = RawText.name(found.group(1));
                if (!added.contains(name) || !readAnew.contains(type)) {
                    findings.loses(
                            Rule.DROP_COLUMN,
                            type + "." + name,
                            "The values of " + type + "." + name
                                    + " in all columns of that type are lost, and whoever still uses it fails.");
                }
            });
        }
    }

    void dropIndex(QualifiedName index, boolean concurrently) {
        if (!concurrently && !isOfNewTable(index)) {
            findings.add(
                    Rule.DROP_INDEX_NOT_CONCURRENT,
                    index,
                    "Dropping " + index
                            + " waits for whoever uses its table, and everybody else waits behind it (ACCESS"
                            + " EXCLUSIVE).");
        }
    }

    private void createIndex(Matcher found) {
        @Nullable String given = found.group(2);
        QualifiedName table = RawText.qualifiedName(found.group(4));
        String name = given == null ? "an index" : RawText.name(given);
        boolean isWithoutRows =
                found.group("only") != null && schema.table(table).isPartitioned();
        if (found.group(1) == null && !isWithoutRows) {
            buildIndex(name, table);
        }
        boolean isPartial = found.group("rest").toUpperCase(Locale.ROOT).contains(" WHERE ");
        List<String> keys = columns(found.group(5));
        if (given != null && !isPartial) {
            schema.table(table).addIndex(name, keys);
        }
        if (given != null && (isPartial || keys.size() < found.group(5).split(" , ", -1).length)) {
            schema.table(table)
                    .addComputedIndex(name, RawText.wordsOf(RawText.written(found.group(5) + found.group("rest"))));
        }
    }

    private static List<String> columns(String keys) {
        return Arrays.stream(keys.split(" , ", -1))
                .takeWhile(key -> key.matches("\\w+( .*)?|\"[^\"]+\"( .*)?") && !key.contains("("))
                .map(key -> RawText.name(key.split(" ", -1)[0]))
                .toList();
    }

    /** An index that is not built concurrently. */
    void buildIndex(String name, QualifiedName table) {
        if (!schema.table(table).isNew()) {
            findings.add(
                    Rule.INDEX_NOT_CONCURRENT,
                    name,
                    "Building " + name + " reads all of " + table + ": writes wait until it is done (SHARE).");
        }
    }

    private void changeRows(RawText text) {
        match(CHANGE_ROWS, text.shape(), found -> changeRows(RawText.qualifiedName(found.group(1)), text));
        match(MERGE, text.shape(), found -> {
            if (text.hasWord("UPDATE") || text.hasWord("DELETE")) {
                someRows(RawText.qualifiedName(found.group(1)));
            }
        });
    }

    private void changeRows(QualifiedName table, RawText text) {
        if (text.hasWord("WHERE")) {
            someRows(table);
        } else {
            allRows(table, text);
        }
    }

    /** Some rows are changed within the revision's transaction. */
    void someRows(QualifiedName table) {
        if (!schema.table(table).isNew()) {
            findings.add(
                    Rule.ROWS_IN_TRANSACTION,
                    table,
                    "Every row of " + table + " that is changed stays locked until the revision commits.");
        }
    }

    /** All rows are changed, or deleted. */
    private void allRows(QualifiedName table, RawText text) {
        allRows(table, text.tokens().get(0).toUpperCase(Locale.ROOT));
    }

    void allRows(QualifiedName table, String command) {
        if (!schema.table(table).isNew()) {
            String text = command + " of all rows of " + table
                    + ": what they held is lost, and they stay locked until the revision commits.";
            if (command.equals("UPDATE")) {
                // It mostly fills what nothing was in.
                findings.add(Rule.WITHOUT_WHERE, table, text);
            } else {
                findings.loses(Rule.WITHOUT_WHERE, table, text);
            }
        }
    }

    private void blocking(Matcher found, RawText text) {
        if (isAboutNewTables(text)) {
            return;
        }
        String shape = text.shape();
        String command = Arrays.stream(new int[] {1, 2, 3, 4, 5})
                .mapToObj(found::group)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(shape)
                .toUpperCase(Locale.ROOT);
        findings.add(
                Rule.BLOCKING_COMMAND,
                RawText.written(shape.substring(command.length()).strip()),
                RawText.written(shape) + " keeps others away for as long as it takes.");
    }

    private boolean isAboutNewTables(RawText text) {
        Matcher words = WORDS_BEFORE_NAMES.matcher(text.shape());
        if (!words.lookingAt()) {
            return false;
        }
        Predicate<QualifiedName> isNew =
                words.group("index") == null ? name -> schema.table(name).isNew() : this::isOfNewTable;
        List<QualifiedName> names = names(text.behind(words.group()));
        return !names.isEmpty() && names.stream().allMatch(isNew);
    }

    private boolean isOfNewTable(QualifiedName index) {
        return schema.tableOfIndex(index.name()).filter(KnownTable::isNew).isPresent();
    }
}
