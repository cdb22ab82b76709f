package dev.migrate.autogen.diff.ordering;

import dev.migrate.autogen.diff.comparison.GeneratedNames;
import dev.migrate.operation.ConstraintOperation.AddConstraint;
import dev.migrate.operation.Reversible;
import dev.migrate.operation.TableOperation.CreateTable;
import dev.migrate.schema.Constraint;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.PartitionOf;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * New tables in an order in which each can be created: what a table inherits from or references comes before it, together
 * with the partitions of what it references, since PostgreSQL drops no partition while a foreign key depends on it. A
 * foreign key that closes a cycle, or that references a key which exists only later, is added after all tables. Dropping
 * is the exact reverse.
 */
public final class TableCreation {

    private final NavigableMap<QualifiedName, Table> waiting = new TreeMap<>();
    private final Map<QualifiedName, Set<QualifiedName>> targets = new HashMap<>();
    private final Map<QualifiedName, Set<QualifiedName>> partitions = new HashMap<>();
    private final Predicate<ForeignKey> isLate;
    private final List<Reversible> creations = new ArrayList<>();
    private final List<Reversible> foreignKeys = new ArrayList<>();

    private TableCreation(List<Table> tables, Predicate<ForeignKey> isLate) {
        for (Table table : tables) {
            waiting.put(table.name(), table);
            PartitionOf partition = table.partitionOf();
            if (partition != null) {
                partitions
                        .computeIfAbsent(partition.parent(), name -> new HashSet<>())
                        .add(table.name());
            }
        }
        tables.forEach(table -> targets.put(table.name(), targets(table)));
        this.isLate = isLate;
    }

    /**
     * @param isLate foreign keys whose target doesn't exist yet when the tables are created
     * @return the tables, then the foreign keys that have to wait for all of them
     */
    public static List<Reversible> of(List<Table> tables, Predicate<ForeignKey> isLate) {
        TableCreation creation = new TableCreation(tables, isLate);
        while (!creation.waiting.isEmpty()) {
            creation.create(creation.next());
        }
        List<Reversible> all = new ArrayList<>(creation.creations);
        all.addAll(creation.foreignKeys);
        return List.copyOf(all);
    }

    /** The first table that waits for none; in a cycle, the one that waits for the fewest. */
    private Table next() {
        Optional<Table> next = Optional.empty();
        long fewest = Long.MAX_VALUE;
        for (Table table : waiting.values()) {
            long missing = parents(table).stream().anyMatch(waiting::containsKey) ? Long.MAX_VALUE : missing(table);
            if (missing < fewest) {
                next = Optional.of(table);
                fewest = missing;
            }
            if (missing == 0) {
                break;
            }
        }
        return next.orElseThrow(
                () -> new IllegalStateException("Tables inherit from one another in a circle: " + waiting.keySet()));
    }

    private long missing(Table table) {
        return targets.getOrDefault(table.name(), Set.of()).stream()
                .filter(waiting::containsKey)
                .count();
    }

    private static List<QualifiedName> parents(Table table) {
        List<QualifiedName> parents = new ArrayList<>(table.inherits());
        PartitionOf partition = table.partitionOf();
        if (partition != null) {
            parents.add(partition.parent());
        }
        return parents;
    }

    private Set<QualifiedName> targets(Table table) {
        Set<QualifiedName> targets = table.constraintsOf(ForeignKey.class).stream()
                .flatMap(key -> withPartitions(key.target()))
                .collect(Collectors.toCollection(HashSet::new));
        targets.remove(table.name());
        return targets;
    }

    private Stream<QualifiedName> withPartitions(QualifiedName table) {
        return Stream.concat(
                Stream.of(table),
                partitions.getOrDefault(table, Set.of()).stream().flatMap(this::withPartitions));
    }

    private void create(Table table) {
        waiting.remove(table.name());
        List<Constraint> now = new ArrayList<>();
        for (Constraint unnamed : table.constraints()) {
            Constraint constraint = GeneratedNames.named(table, unnamed);
            if (constraint instanceof ForeignKey key && (isWaiting(key) || isLate.test(key))) {
                foreignKeys.add(new AddConstraint(table.name(), key));
            } else {
                now.add(constraint);
            }
        }
        creations.add(new CreateTable(table.withConstraints(now)));
    }

    private boolean isWaiting(ForeignKey key) {
        return withPartitions(key.target()).anyMatch(waiting::containsKey);
    }
}
