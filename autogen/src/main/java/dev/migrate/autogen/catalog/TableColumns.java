package dev.migrate.autogen.catalog;

import dev.migrate.schema.Column;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The columns of one table, and what attribute numbers in constraints and indexes stand for. */
final class TableColumns {

    private record Attribute(String name, long collation) {}

    /** By their numbers, from 1 on; null for a number whose column has been dropped. */
    private final List<@Nullable Attribute> attributes = new ArrayList<>();

    private final List<Column> own = new ArrayList<>();

    /** @param isLocal false for a column that the table has from a parent only */
    void add(int number, Column column, long collation, boolean isLocal) {
        while (attributes.size() < number) {
            attributes.add(null);
        }
        attributes.set(number - 1, new Attribute(column.name(), collation));
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
        List<String> names = new ArrayList<>(numbers.size());
        for (long number : numbers) {
            names.add(name(number));
        }
        return names;
    }

    /** The OID of the column's collation; 0 if its type has none. */
    long collation(long number) {
        return attribute(number).collation();
    }

    private Attribute attribute(long number) {
        Attribute attribute = number < 1 || number > attributes.size() ? null : attributes.get((int) number - 1);
        if (attribute == null) {
            throw new IllegalStateException("The catalog names no column " + number + " among " + attributes);
        }
        return attribute;
    }
}
