package dev.migrate.autogen.online;

import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.Index;
import dev.migrate.schema.IndexKey;
import dev.migrate.schema.QualifiedName;
import java.util.Set;
import java.util.stream.Collectors;

/** Columns that are unique only in the end. */
record LateKey(QualifiedName table, Set<String> columns, boolean primary) {

    LateKey {
        columns = Set.copyOf(columns);
    }

    /** Those of a unique index. */
    static LateKey of(Index index) {
        Set<String> columns = index.keys().stream()
                .map(key -> key.target() instanceof IndexKey.Target.OfColumn column ? column.name() : "")
                .collect(Collectors.toUnmodifiableSet());
        return new LateKey(index.table(), columns, false);
    }

    boolean isReferencedBy(ForeignKey reference) {
        return reference.target().equals(table)
                && (reference.targetColumns().isEmpty()
                        ? primary
                        : Set.copyOf(reference.targetColumns()).equals(columns));
    }
}
