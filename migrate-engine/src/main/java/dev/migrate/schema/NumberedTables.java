package dev.migrate.schema;

import java.util.List;

/**
 * Tables whose keys a sequence numbers, as the entities say: no catalog tells of it. They are several where entities share
 * a generator, and where each class of an entity has a table (Jakarta Persistence, 2.13.3 Table per Concrete Class
 * Strategy).
 */
public record NumberedTables(QualifiedName sequence, List<QualifiedName> tables) {

    public NumberedTables {
        tables = List.copyOf(tables);
    }
}
