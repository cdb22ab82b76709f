package dev.migrate.schema;

import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * An entity, and where its rows are.
 *
 * @param superclass the entity that it extends; null of a root
 * @param value what a discriminator says of its rows
 * @param table the table that has its own columns
 * @param key the table's key
 * @param columns those of its own columns that are in that table, without the key
 * @param secondary further tables
 */
public record MappedClass(
        String entity,
        @Nullable String superclass,
        boolean isAbstract,
        String value,
        Storage storage,
        QualifiedName table,
        List<String> key,
        List<String> columns,
        List<SecondaryTable> secondary) {

    /** Where the columns of a class are, by its strategy of inheritance. */
    public enum Storage {
        /** In a table that begins here: of a root. */
        ROOT,
        /** In the table of its superclass. */
        SHARED,
        /** In a table of its own, with the superclass's in the superclass's table. */
        JOINED,
        /** In a table of its own, together with the superclass's. */
        WHOLE
    }

    /**
     * A table with some of an entity's columns.
     *
     * @param isOptional whether a row without values has none there
     */
    public record SecondaryTable(QualifiedName table, List<String> key, List<String> columns, boolean isOptional) {
        public SecondaryTable {
            key = List.copyOf(key);
            columns = List.copyOf(columns);
        }
    }

    public MappedClass {
        key = List.copyOf(key);
        columns = List.copyOf(columns);
        secondary = List.copyOf(secondary);
    }

    /** The same of tables that have other names. */
    MappedClass named(UnaryOperator<QualifiedName> names) {
        return new MappedClass(
                entity,
                superclass,
                isAbstract,
                value,
                storage,
                names.apply(table),
                key,
                columns,
                secondary.stream()
                        .map(each -> new SecondaryTable(
                                names.apply(each.table()), each.key(), each.columns(), each.isOptional()))
                        .toList());
    }
}
