package dev.migrate.autogen.online;

import dev.migrate.autogen.diff.comparison.OfferedCode;
import dev.migrate.ddl.SqlIdentifiers;
import dev.migrate.schema.Column;
import dev.migrate.schema.Table;
import java.util.List;
import java.util.Optional;

/** What Hibernate's {@code GenerationType.TABLE} counts in: a table of names and numbers. */
final class GeneratorTable {

    private GeneratorTable() {}

    /** How one that is new goes on behind rows; nothing if it doesn't look like one. */
    static List<String> hint(Table table) {
        Optional<Column> name = table.primaryKey()
                .filter(key -> key.columns().size() == 1 && table.columns().size() == 2)
                .flatMap(key -> table.column(key.columns().get(0)))
                .filter(column -> column.type().base().equals("character varying"));
        Optional<Column> number = table.columns().stream()
                .filter(column -> column.type().sql().equals("bigint"))
                .findFirst();
        if (name.isEmpty() || number.isEmpty()) {
            return List.of();
        }
        String insert = "INSERT INTO " + SqlIdentifiers.quote(table.name()) + " ("
                + SqlIdentifiers.quote(name.get().name()) + ", "
                + SqlIdentifiers.quote(number.get().name()) + ") SELECT 'default', max(id) + 50 FROM <table>";
        return List.of(
                "If Hibernate's generators count in " + table.name() + ", they begin anew. To let one go on behind rows"
                        + " that it numbers, once the table is there:",
                OfferedCode.execute(insert) + ";");
    }
}
