package dev.migrate.autogen.diff.dependency;

import dev.migrate.schema.ObjectId;
import dev.migrate.schema.ObjectId.OfColumn;
import dev.migrate.schema.PartitionOf;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Table;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Tables that have a table's columns because they are partitions of it or inherit from it, through any number of others. */
public final class Descendants {

    private Descendants() {}

    /** The table itself and its descendants. */
    public static Set<QualifiedName> of(QualifiedName table, Schema schema) {
        Set<QualifiedName> found = new LinkedHashSet<>(Set.of(table));
        int before;
        do {
            before = found.size();
            schema.tables().stream()
                    .filter(candidate -> isChild(candidate, found))
                    .map(Table::name)
                    .forEach(found::add);
        } while (found.size() > before);
        return found;
    }

    /** A column of a table, and the same of its descendants. */
    public static Set<ObjectId> columns(QualifiedName table, String column, Schema schema) {
        return of(table, schema).stream()
                .map(each -> new OfColumn(each, column))
                .collect(Collectors.toSet());
    }

    /** The table itself and those it is a descendant of. A search up from it: the schema may have thousands of others. */
    public static Set<QualifiedName> ancestors(QualifiedName table, Schema schema) {
        Set<QualifiedName> found = new LinkedHashSet<>();
        Deque<QualifiedName> next = new ArrayDeque<>(List.of(table));
        while (!next.isEmpty()) {
            QualifiedName name = next.remove();
            if (found.add(name)) {
                schema.table(name).ifPresent(descendant -> next.addAll(parents(descendant)));
            }
        }
        return found;
    }

    private static List<QualifiedName> parents(Table table) {
        PartitionOf partition = table.partitionOf();
        return partition == null ? table.inherits() : List.of(partition.parent());
    }

    private static boolean isChild(Table candidate, Set<QualifiedName> parents) {
        return parents(candidate).stream().anyMatch(parents::contains);
    }
}
