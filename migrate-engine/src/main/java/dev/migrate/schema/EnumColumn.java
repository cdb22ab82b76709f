package dev.migrate.schema;

import java.util.List;

/**
 * A column that holds constants of a Java enum (Jakarta Persistence, 11.1.18 Enumerated Annotation).
 *
 * @param constants in their order; where several enums share the column, or parts of a document or struct are enums, each
 *     with what it belongs to and a dot before
 * @param ordinal whether it holds their ordinals; otherwise their names
 * @param array whether it holds arrays of them
 */
public record EnumColumn(QualifiedName table, String column, List<String> constants, boolean ordinal, boolean array) {

    public EnumColumn {
        constants = List.copyOf(constants);
    }

    /** The same of a table that has another name. */
    EnumColumn of(QualifiedName otherTable) {
        return new EnumColumn(otherTable, column, constants, ordinal, array);
    }
}
