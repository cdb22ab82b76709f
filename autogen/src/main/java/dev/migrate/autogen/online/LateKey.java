package dev.migrate.autogen.online;

import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.Index;
import dev.migrate.schema.QualifiedName;
import java.util.Set;

/** Columns that are unique only in the end. */
record LateKey(QualifiedName table, Set<String> columns, boolean primary) {

    LateKey {
        columns = Set.copyOf(columns);
    }

    /** Those of a unique index. */
    static LateKey of(Index index) {
        return new LateKey(index.table(), Set.copyOf(index.columns()), false);
    }

    boolean isReferencedBy(ForeignKey reference) {
        return reference.target().equals(table)
                && (reference.targetColumns().isEmpty()
                        ? primary
                        : Set.copyOf(reference.targetColumns()).equals(columns));
    }
}
