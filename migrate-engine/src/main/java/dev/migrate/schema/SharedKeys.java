package dev.migrate.schema;

import java.util.List;

/**
 * Tables that never have the same key in two of them: those of an entity and its subclasses where each class has a table
 * (Jakarta Persistence, 2.13.3 Table per Concrete Class Strategy). One sequence numbers the rows of all of them, of which
 * no catalog tells.
 *
 * @param root the table that the entity itself has, or would have if it weren't abstract
 * @param tables those that there are
 */
public record SharedKeys(QualifiedName root, List<QualifiedName> tables) {

    public SharedKeys {
        tables = List.copyOf(tables);
    }
}
