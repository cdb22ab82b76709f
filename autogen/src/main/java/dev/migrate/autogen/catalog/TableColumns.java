package dev.migrate.autogen.catalog;

import dev.migrate.schema.Column;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The columns of one table, and what attribute numbers in constraints and indexes stand for. */
final class TableColumns {

    private record Attribute(String name, long collation) {}

    private final Map<Integer, Attribute> attributes = new HashMap<>();
    private final List<Column> own = new ArrayList<>();

    /** @param isLocal false for a column that the table has from a parent only */
    void add(int number, Column column, long collation, boolean isLocal) {
        attributes.put(number, new Attribute(column.name(), collation));
        if (isLocal) {
            own.add(column);
        }
    }

    /** The table's own columns in table order. */
    List<Column> own() {
        return own;
    }

    boolean isVarchar(String column) {
        return own.stream()
                .anyMatch(each -> each.name().equals(column)
                        && each.type().sql().startsWith("character varying")
                        && !each.type().sql().endsWith("]"));
    }

    String name(long number) {
        return attribute(number).name();
    }

    List<String> names(List<Long> numbers) {
        return numbers.stream().map(this::name).toList();
    }

    /** The OID of the column's collation; 0 if its type has none. */
    long collation(long number) {
        return attribute(number).collation();
    }

    private Attribute attribute(long number) {
        Attribute attribute = attributes.get((int) number);
        if (attribute == null) {
            throw new IllegalStateException("The catalog names no column " + number + " among " + attributes);
        }
        return attribute;
    }
}
