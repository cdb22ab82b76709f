package dev.migrate.autogen.diff.ownership;

import dev.migrate.schema.Column;
import dev.migrate.schema.Constraint;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.Index;
import dev.migrate.schema.IndexKey;
import dev.migrate.schema.Partitioning;
import dev.migrate.schema.PrimaryKey;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Leaves out what PostgreSQL can't do to a table that exists: give a partitioned one a key without the columns that it
 * is partitioned by (PostgreSQL manual, 5.12.2.3 Limitations), and partition one that isn't.
 */
public final class PartitionLimits {

    private final Schema before;
    private final List<String> sentences = new ArrayList<>();

    /** The columns of keys that are left out, by table. */
    private final Map<QualifiedName, List<Set<String>>> leftOut = new HashMap<>();

    public PartitionLimits(Schema before) {
        this.before = before;
    }

    /** Why something isn't written, one sentence each. */
    public List<String> sentences() {
        return List.copyOf(sentences);
    }

    /** The wanted schema without what can't be done; what the database has instead stays. */
    public Schema within(Schema wanted) {
        Schema possible = wanted.withTables(wanted.tables().stream()
                .map(table -> before.table(table.name())
                        .map(present -> possible(present, table))
                        .orElse(table))
                .toList());
        return leftOut.isEmpty()
                ? possible
                : possible.withTables(possible.tables().stream()
                        .map(table -> referencing(table, possible))
                        .toList());
    }

    private Table possible(Table present, Table declared) {
        Partitioning partitioning = present.partitioning();
        Partitioning wanted = declared.partitioning();
        if (wanted != null && !isSame(partitioning, wanted)) {
            sentences.add("The declared PARTITION BY of table " + declared.name() + " isn't written: the table exists, "
                    + (partitioning == null ? "isn't partitioned" : "is partitioned otherwise")
                    + ", and PostgreSQL can't change that. Write a migration that renames it, creates the partitioned"
                    + " one, and copies the rows (mvn migrate:revision).");
        }
        if (partitioning == null) {
            return declared;
        }
        Optional<Set<String>> required = columns(partitioning.keys());
        Table table = declared;
        for (Constraint constraint : declared.constraints()) {
            Set<String> columns = keyColumns(constraint);
            if (!columns.isEmpty() && isImpossible(columns, required)) {
                leaveOut(
                        constraint instanceof PrimaryKey ? "Primary key" : "Unique constraint",
                        columns,
                        present.name(),
                        required);
                table = table.withConstraints(replaced(
                        table.constraints(),
                        constraint,
                        present.constraints().stream()
                                .filter(other -> other.getClass() == constraint.getClass()
                                        && (other instanceof PrimaryKey
                                                || keyColumns(other).containsAll(columns)))
                                .toList()));
            }
        }
        for (Index index : declared.indexes()) {
            Set<String> columns = columns(index.keys()).orElse(Set.of());
            if (index.isUnique() && !present.indexes().contains(index) && isImpossible(columns, required)) {
                leaveOut("Unique index", columns, present.name(), required);
                table = table.withIndexes(replaced(
                        table.indexes(),
                        index,
                        present.indexes().stream()
                                .filter(other -> other.name().equals(index.name()))
                                .toList()));
            }
        }
        return withoutNullsInKey(table);
    }

    private static boolean isImpossible(Set<String> columns, Optional<Set<String>> required) {
        return required.isEmpty() || !columns.containsAll(required.get());
    }

    private void leaveOut(String kind, Set<String> columns, QualifiedName table, Optional<Set<String>> required) {
        leftOut.computeIfAbsent(table, name -> new ArrayList<>()).add(columns);
        sentences.add(kind + " (" + String.join(", ", columns) + ") of table " + table + " isn't written: "
                + required.map(by -> "the table is partitioned by " + String.join(", ", by)
                                + ", and PostgreSQL requires these columns in each of its keys. Mark the attributes of "
                                + String.join(", ", by)
                                + " with @PartitionKey, so that Hibernate adds them to the key.")
                        .orElse("the table is partitioned by an expression, and PostgreSQL allows no key on such a"
                                + " table."));
    }

    /** The table without the foreign keys that reference what isn't unique. */
    private Table referencing(Table table, Schema possible) {
        List<Constraint> kept = table.constraints();
        for (ForeignKey key : table.constraintsOf(ForeignKey.class)) {
            Set<String> columns = Set.copyOf(key.targetColumns());
            boolean isLeftOut = leftOut.getOrDefault(key.target(), List.of()).contains(columns)
                    && possible.table(key.target()).stream()
                            .flatMap(target -> target.constraints().stream())
                            .noneMatch(other -> keyColumns(other).equals(columns));
            if (isLeftOut) {
                sentences.add("Foreign key (" + String.join(", ", key.columns()) + ") of table " + table.name()
                        + " isn't written: it references " + key.target() + " ("
                        + String.join(", ", key.targetColumns()) + "), which no key makes unique.");
                List<Constraint> present = before.table(table.name()).stream()
                        .flatMap(each -> each.constraintsOf(ForeignKey.class).stream())
                        .filter(other -> other.target().equals(key.target())
                                && other.columns().containsAll(key.columns()))
                        .map(Constraint.class::cast)
                        .toList();
                kept = replaced(kept, key, present);
            }
        }
        return table.withConstraints(kept);
    }

    private static Table withoutNullsInKey(Table table) {
        Set<String> keyed =
                table.primaryKey().map(key -> Set.copyOf(key.columns())).orElse(Set.of());
        List<Column> columns = table.columns().stream()
                .map(column -> keyed.contains(column.name()) ? column.notNull() : column)
                .toList();
        return table.withColumns(columns);
    }

    private static Set<String> keyColumns(Constraint constraint) {
        return new LinkedHashSet<>(constraint.keyColumns().orElse(List.of()));
    }

    /** Empty if one of the keys is an expression. */
    private static Optional<Set<String>> columns(List<IndexKey> keys) {
        return keys.stream().anyMatch(key -> key.column().isEmpty())
                ? Optional.empty()
                : Optional.of(keys.stream()
                        .map(key -> key.column().orElseThrow())
                        .collect(Collectors.toCollection(LinkedHashSet::new)));
    }

    /** What is partitioned by expressions isn't compared. */
    private static boolean isSame(@Nullable Partitioning present, Partitioning declared) {
        return present != null
                && present.strategy() == declared.strategy()
                && (columns(present.keys()).isEmpty()
                        || columns(declared.keys()).isEmpty()
                        || columns(present.keys()).equals(columns(declared.keys())));
    }

    private static <T> List<T> replaced(List<T> all, T impossible, List<T> present) {
        return Stream.concat(all.stream().filter(each -> !each.equals(impossible)), present.stream())
                .distinct()
                .toList();
    }
}
