package dev.migrate.schema;

import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A row of a table that numbers the rows of others (Jakarta Persistence, 11.1.48 TableGenerator Annotation).
 *
 * @param nameColumn the column that tells its rows apart
 * @param name what it has in this row
 * @param numberColumn the column that counts
 * @param increment how far it goes on at a time
 * @param tables the tables whose keys are numbered
 */
public record GeneratorRow(
        QualifiedName table,
        String nameColumn,
        String name,
        String numberColumn,
        long increment,
        List<QualifiedName> tables) {

    public GeneratorRow {
        tables = List.copyOf(tables);
    }

    /** The same of tables that have other names. */
    GeneratorRow named(UnaryOperator<QualifiedName> names) {
        return new GeneratorRow(
                names.apply(table),
                nameColumn,
                name,
                numberColumn,
                increment,
                tables.stream().map(names).toList());
    }
}
