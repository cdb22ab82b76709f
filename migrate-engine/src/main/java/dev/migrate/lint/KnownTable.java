package dev.migrate.lint;

import dev.migrate.operation.ConstraintOperation.AddConstraintUsingIndex;
import dev.migrate.schema.Check;
import dev.migrate.schema.Column;
import dev.migrate.schema.Constraint;
import dev.migrate.schema.Exclusion;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.Index;
import dev.migrate.schema.IndexKey;
import dev.migrate.schema.PrimaryKey;
import dev.migrate.schema.Table;
import dev.migrate.schema.Unique;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the history has told of a table so far. Columns that raw SQL made are not known. */
final class KnownTable {

    private static final Pattern NOT_NULL = Pattern.compile(
            "\\(*\\s*(?<column>\\w+|\"(?:[^\"]|\"\")+\")\\s+IS\\s+NOT\\s+NULL\\s*\\)*", Pattern.CASE_INSENSITIVE);

    private final boolean isNew;
    private final boolean isPartitioned;
    private boolean isInherited;
    private final Map<String, Column> columns = new TreeMap<>();
    private final Set<String> newColumns = new HashSet<>();
    private final Map<String, List<String>> indexes = new HashMap<>();
    private final Set<String> neverNull = new HashSet<>();
    private final Map<String, String> notNullChecks = new HashMap<>();
    private final Set<String> validated = new HashSet<>();

    /** Which words each check and each index with an expression or a condition has, and so which columns. */
    private final Map<String, Set<String>> checks = new TreeMap<>();

    private final Map<String, Set<String>> computedIndexes = new TreeMap<>();

    /** @param isNew whether it is created by the revisions that are looked at, so that nobody uses it yet */
    KnownTable(boolean isNew, boolean isPartitioned) {
        this.isNew = isNew;
        this.isPartitioned = isPartitioned;
    }

    static KnownTable of(Table table, boolean isNew) {
        KnownTable known = new KnownTable(isNew, table.partitioning() != null);
        table.columns().forEach(column -> known.columns.put(column.name(), column));
        table.constraints().forEach(known::add);
        table.indexes().forEach(known::add);
        return known;
    }

    boolean isNew() {
        return isNew;
    }

    /** Whether its rows are known to be in partitions, so that nothing is read of it {@code ONLY}. */
    boolean isPartitioned() {
        return isPartitioned;
    }

    /** Whether what is done to it is done to other tables, too, for all that is known. */
    boolean hasChildren() {
        return isPartitioned || isInherited;
    }

    void inherited() {
        isInherited = true;
    }

    Optional<Column> column(String name) {
        return Optional.ofNullable(columns.get(name));
    }

    boolean isNewColumn(String name) {
        return newColumns.contains(name);
    }

    /** Whether no row can have NULL there: by the column itself, or by a check that has been validated. */
    boolean isNeverNull(String column) {
        return column(column).filter(known -> !known.nullable()).isPresent()
                || neverNull.contains(column)
                || notNullChecks.entrySet().stream()
                        .anyMatch(check -> check.getValue().equals(column) && validated.contains(check.getKey()));
    }

    /** Another column that is called nearly so. */
    Optional<String> similarTo(String name) {
        return columns.keySet().stream()
                .filter(other -> !other.equals(name) && simplified(other).equals(simplified(name)))
                .findFirst();
    }

    private static String simplified(String name) {
        return name.replace("_", "").toLowerCase(Locale.ROOT);
    }

    /** Whether an index begins with these columns, in whichever order. */
    boolean hasIndexOn(Collection<String> keys) {
        return indexes.values().stream()
                .anyMatch(index -> index.size() >= keys.size()
                        && new HashSet<>(index.subList(0, keys.size())).equals(new HashSet<>(keys)));
    }

    /** The columns that an index begins with; none if it isn't known. */
    List<String> columnsOf(String index) {
        return indexes.getOrDefault(index, List.of());
    }

    boolean hasIndexNamed(String name) {
        return indexes.containsKey(name) || computedIndexes.containsKey(name);
    }

    /** Whether the column is there, so that adding it if it is missing does nothing. */
    boolean isLeftAloneBy(Column added) {
        return added.onlyIfMissing() && columns.containsKey(added.name());
    }

    void add(Column column, boolean inRange) {
        if (isLeftAloneBy(column)) {
            return;
        }
        columns.put(column.name(), column);
        if (inRange) {
            newColumns.add(column.name());
        }
    }

    void change(Column column) {
        columns.put(column.name(), column);
        setNullable(column.name(), column.nullable());
    }

    /** What a column is made, whether or not it is known itself. */
    void setNullable(String column, boolean nullable) {
        columns.computeIfPresent(column, (name, known) -> known.nullable(nullable));
        if (nullable) {
            neverNull.remove(column);
        } else {
            neverNull.add(column);
        }
    }

    void drop(String column) {
        columns.remove(column);
        neverNull.remove(column);
        newColumns.remove(column);
        indexes.values().removeIf(keys -> keys.contains(column));
        List.of(checks, computedIndexes).forEach(all -> all.values().removeIf(words -> words.contains(column)));
    }

    void rename(String column, String newName) {
        Column known = columns.remove(column);
        if (known != null) {
            columns.put(newName, known.name(newName));
        }
        List.of(newColumns, neverNull).stream()
                .filter(names -> names.remove(column))
                .forEach(names -> names.add(newName));
        indexes.replaceAll((name, keys) ->
                keys.stream().map(key -> key.equals(column) ? newName : key).toList());
        notNullChecks.replaceAll((name, checked) -> checked.equals(column) ? newName : checked);
        List.of(checks, computedIndexes)
                .forEach(all -> all.replaceAll((name, words) -> words.stream()
                        .map(word -> word.equals(column) ? newName : word)
                        .collect(Collectors.toSet())));
    }

    void add(Index index) {
        boolean isPlain = index.where() == null
                && index.keys().stream().allMatch(key -> key.column().isPresent());
        if (!isPlain) {
            Set<String> words = new HashSet<>(index.include());
            index.keys().forEach(key -> words.addAll(wordsOf(key)));
            words.addAll(
                    index.where() == null
                            ? Set.of()
                            : RawText.wordsOf(index.where().sql()));
            computedIndexes.put(index.name(), words);
        }
        if (index.where() == null) {
            List<String> keys = new ArrayList<>();
            index.keys().stream()
                    .map(IndexKey::column)
                    .takeWhile(Optional::isPresent)
                    .forEach(key -> key.ifPresent(keys::add));
            indexes.put(index.name(), List.copyOf(keys));
        }
    }

    /** Whether it has a check that all rows are known to meet. */
    boolean hasValidCheck() {
        return checks.keySet().stream().anyMatch(validated::contains);
    }

    /** The first check that is about the column: it is made anew with another type of that, valid if it was valid. */
    Optional<String> checkOn(String column) {
        return namedWith(checks, column).filter(validated::contains).findFirst();
    }

    /**
     * The first index that is built anew if the column gets another type that needs no rewriting of rows (PostgreSQL
     * tells so only of indexes of plain columns), or another collation.
     */
    Optional<String> indexBuiltAnew(String column, boolean byCollation) {
        return namedWith(computedIndexes, column).findFirst().or(() -> indexes.entrySet().stream()
                .filter(index -> byCollation && index.getValue().contains(column))
                .map(Map.Entry::getKey)
                .sorted()
                .findFirst());
    }

    private static Stream<String> namedWith(Map<String, Set<String>> words, String column) {
        return words.entrySet().stream()
                .filter(one -> one.getValue().contains(column))
                .map(Map.Entry::getKey);
    }

    private static Set<String> wordsOf(IndexKey key) {
        return key.column().map(Set::of).orElseGet(() -> RawText.wordsOf(key.text()));
    }

    /** An index that raw SQL makes. */
    void addIndex(String name, List<String> keys) {
        indexes.put(name, List.copyOf(keys));
    }

    /** An index with an expression or a condition that raw SQL makes. */
    void addComputedIndex(String name, Set<String> words) {
        computedIndexes.put(name, words);
    }

    void dropIndex(String name) {
        indexes.remove(name);
        computedIndexes.remove(name);
    }

    /** An index becomes a constraint's, and gets its name. */
    void use(AddConstraintUsingIndex add) {
        List<String> keys = indexes.remove(add.index());
        if (keys != null) {
            indexes.put(add.constraint(), keys);
            if (add.primary()) {
                keys.forEach(key -> setNullable(key, false));
            }
        }
    }

    void add(Constraint constraint) {
        constraint.accept(new Adding());
    }

    /** A NOT NULL constraint with a name. */
    void addNotNull(String constraint, String column, boolean valid) {
        notNullChecks.put(constraint, column);
        if (valid) {
            validated.add(constraint);
        }
    }

    void validate(String constraint) {
        validated.add(constraint);
    }

    void renameConstraint(String constraint, String newName) {
        List.of(indexes, checks, computedIndexes, notNullChecks).forEach(named -> rename(named, constraint, newName));
        if (validated.remove(constraint)) {
            validated.add(newName);
        }
    }

    void renameIndex(String index, String newName) {
        List.of(indexes, computedIndexes).forEach(named -> rename(named, index, newName));
    }

    private static <T> void rename(Map<String, T> named, String name, String newName) {
        T value = named.remove(name);
        if (value != null) {
            named.put(newName, value);
        }
    }

    void dropConstraint(String constraint) {
        indexes.remove(constraint);
        notNullChecks.remove(constraint);
        validated.remove(constraint);
        checks.remove(constraint);
    }

    /** What is there once a constraint is: a key's index, a check's promise. */
    private final class Adding implements Constraint.Visitor<Boolean> {

        @Override
        public Boolean primaryKey(PrimaryKey key) {
            key.columns().forEach(column -> setNullable(column, false));
            return index(key.name(), key.columns());
        }

        @Override
        public Boolean unique(Unique unique) {
            return index(unique.name(), unique.columns());
        }

        private boolean index(@Nullable String name, List<String> keys) {
            indexes.put(name == null ? String.join("_", keys) : name, keys);
            return true;
        }

        @Override
        public Boolean foreignKey(ForeignKey key) {
            return false;
        }

        @Override
        public Boolean check(Check check) {
            String sql = check.expression().sql();
            String name = check.name() == null ? sql : check.name();
            checks.put(name, RawText.wordsOf(sql));
            if (check.valid()) {
                validated.add(name);
            }
            Matcher matcher = NOT_NULL.matcher(sql);
            if (check.name() == null || !matcher.matches()) {
                return false;
            }
            addNotNull(check.name(), RawText.name(matcher.group("column")), check.valid());
            return true;
        }

        @Override
        public Boolean exclusion(Exclusion exclusion) {
            return false;
        }
    }
}
