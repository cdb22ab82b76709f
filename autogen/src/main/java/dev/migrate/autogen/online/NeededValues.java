package dev.migrate.autogen.online;

import dev.migrate.operation.ColumnOperation.AddColumn;
import dev.migrate.operation.Operation;
import dev.migrate.schema.Column;
import dev.migrate.schema.NeededValue;
import dev.migrate.schema.Schema;
import java.util.List;

/** Columns that come, and that accept NULL though the property that they hold doesn't. */
final class NeededValues {

    private final Schema existing;
    private final List<NeededValue> values;

    /**
     * @param existing what there is before
     * @param wanted what there is after, as the entities say
     */
    NeededValues(Schema existing, Schema wanted) {
        this.existing = existing;
        this.values = wanted.mapping().neededValues();
    }

    /** What happens to rows that get no value, and what to do. */
    List<String> warnings(Operation operation) {
        return operation instanceof AddColumn add
                        && !hasValue(add.column())
                        && existing.table(add.table()).isPresent()
                ? values.stream()
                        .filter(value -> value.table().equals(add.table())
                                && value.column().equals(add.column().name()))
                        .map(NeededValues::warning)
                        .toList()
                : List.of();
    }

    private static boolean hasValue(Column column) {
        return column.defaultExpression() != null || column.generated() != null || column.generator() != null;
    }

    private static String warning(NeededValue value) {
        String column = OnlineOptions.key(value.table(), value.column());
        return "Rows of " + value.entity() + " that are there have no value for " + column
                + ": its property is a primitive, and Hibernate can't read them. Fill them in the file, or delete"
                + " it and run again with -Dmigrate.backfill=" + column + "=<SQL>.";
    }
}
