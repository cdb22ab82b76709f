package dev.migrate.schema;

import java.util.ArrayList;
import java.util.List;

/**
 * A column whose values stand for something that only the application knows: constants of a Java enum (Jakarta Persistence,
 * 11.1.18 Enumerated Annotation), or the entities of a hierarchy (11.1.12 DiscriminatorColumn Annotation).
 *
 * @param values what its values stand for; constants are in their order, and where several enums share the column, or parts
 *     of a document or struct are enums, each has what it belongs to and a dot before it
 * @param array whether it holds arrays of them
 */
public record MeaningColumn(QualifiedName table, String column, Kind kind, List<StoredValue> values, boolean array) {

    /** What tells what a value stands for. */
    public enum Kind {
        /** A constant is stored by its name. */
        NAMES,
        /** A constant is stored by its place in the enum. */
        ORDINALS,
        /** An entity is stored by its discriminator value. */
        DISCRIMINATORS
    }

    public MeaningColumn {
        values = List.copyOf(values);
    }

    /** What its values stand for, without the values. */
    public List<String> meanings() {
        return values.stream().map(StoredValue::meaning).toList();
    }

    /** The same column, if it held the ordinals of its constants. */
    public MeaningColumn byOrdinal() {
        List<StoredValue> ordinals = new ArrayList<>();
        for (String constant : meanings()) {
            ordinals.add(new StoredValue(String.valueOf(ordinals.size()), constant));
        }
        return new MeaningColumn(table, column, Kind.ORDINALS, ordinals, array);
    }

    /** The same of a table that has another name. */
    MeaningColumn of(QualifiedName otherTable) {
        return new MeaningColumn(otherTable, column, kind, values, array);
    }
}
