package dev.migrate.autogen.diff;

import dev.migrate.schema.PartitionOf;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Table;
import java.util.LinkedHashSet;
import java.util.Set;

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

    private static boolean isChild(Table candidate, Set<QualifiedName> parents) {
        PartitionOf partition = candidate.partitionOf();
        return (partition != null && parents.contains(partition.parent()))
                || candidate.inherits().stream().anyMatch(parents::contains);
    }
}
