package dev.migrate.autogen.online;

import dev.migrate.autogen.diff.comparison.OfferedCode;
import dev.migrate.ddl.SqlIdentifiers;
import dev.migrate.schema.Column;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Table;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A table that looks like what Hibernate's {@code GenerationType.TABLE} counts in: names and numbers.
 *
 * @param name the column that is its key
 * @param number the column that counts
 */
record GeneratorTable(Table table, Column name, Column number) {

    static Stream<GeneratorTable> among(Schema schema) {
        return schema.tables().stream().flatMap(table -> of(table).stream());
    }

    private static Optional<GeneratorTable> of(Table table) {
        Optional<Column> name = table.primaryKey()
                .filter(key -> key.columns().size() == 1 && table.columns().size() == 2)
                .flatMap(key -> table.column(key.columns().get(0)))
                .filter(column -> column.type().base().equals("character varying"));
        Optional<Column> number = table.columns().stream()
                .filter(column -> column.type().sql().equals("bigint"))
                .findFirst();
        return name.flatMap(named -> number.map(counting -> new GeneratorTable(table, named, counting)));
    }

    /** How one that is new goes on behind rows; nothing if it doesn't look like one. */
    static List<String> hint(Table table) {
        return of(table).map(GeneratorTable::hint).orElse(List.of());
    }

    private List<String> hint() {
        String insert = "INSERT INTO " + SqlIdentifiers.quote(table.name()) + " (" + SqlIdentifiers.quote(name.name())
                + ", " + SqlIdentifiers.quote(number.name()) + ") SELECT 'default', max(id) + 50 FROM <table>";
        return List.of(
                "If Hibernate's generators count in " + table.name() + ", they begin anew. To let one go on behind rows"
                        + " that it numbers, once the table is there:",
                OfferedCode.execute(insert) + ";");
    }
}
