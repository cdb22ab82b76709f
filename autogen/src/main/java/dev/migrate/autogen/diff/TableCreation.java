package dev.migrate.autogen.diff;

import dev.migrate.operation.ConstraintOperation.AddConstraint;
import dev.migrate.operation.Reversible;
import dev.migrate.operation.TableOperation.CreateTable;
import dev.migrate.schema.Constraint;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.PartitionOf;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * New tables in an order in which each can be created: what a table inherits from or references comes before it. A
 * foreign key that closes a cycle, or that references a key which exists only later, is added after all tables. Dropping
 * is the exact reverse.
 */
final class TableCreation {

    private final List<Table> waiting;
    private final Predicate<ForeignKey> isLate;
    private final List<Reversible> creations = new ArrayList<>();
    private final List<Reversible> foreignKeys = new ArrayList<>();

    private TableCreation(List<Table> tables, Predicate<ForeignKey> isLate) {
        this.waiting = new ArrayList<>(
                tables.stream().sorted(Comparator.comparing(Table::name)).toList());
        this.isLate = isLate;
    }

    /**
     * @param isLate foreign keys whose target doesn't exist yet when the tables are created
     * @return the tables, then the foreign keys that have to wait for all of them
     */
    static List<Reversible> of(List<Table> tables, Predicate<ForeignKey> isLate) {
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
        Set<QualifiedName> names = new HashSet<>();
        waiting.forEach(table -> names.add(table.name()));
        return waiting.stream()
                .filter(table -> parents(table).stream().noneMatch(names::contains))
                .min(Comparator.comparingLong(table -> targets(table, names)))
                .orElseThrow(() -> new IllegalStateException("Tables inherit from one another in a circle: " + names));
    }

    private static List<QualifiedName> parents(Table table) {
        List<QualifiedName> parents = new ArrayList<>(table.inherits());
        PartitionOf partition = table.partitionOf();
        if (partition != null) {
            parents.add(partition.parent());
        }
        return parents;
    }

    private static long targets(Table table, Set<QualifiedName> names) {
        return table.constraintsOf(ForeignKey.class).stream()
                .map(ForeignKey::target)
                .filter(target -> names.contains(target) && !target.equals(table.name()))
                .distinct()
                .count();
    }

    private void create(Table table) {
        waiting.remove(table);
        Set<QualifiedName> missing = new HashSet<>();
        waiting.forEach(other -> missing.add(other.name()));
        List<Constraint> now = new ArrayList<>();
        for (Constraint unnamed : table.constraints()) {
            Constraint constraint = GeneratedNames.named(table, unnamed);
            if (constraint instanceof ForeignKey key && (missing.contains(key.target()) || isLate.test(key))) {
                foreignKeys.add(new AddConstraint(table.name(), key));
            } else {
                now.add(constraint);
            }
        }
        creations.add(new CreateTable(table.withConstraints(now)));
    }
}
