package dev.migrate.autogen.jpa;

import dev.migrate.ddl.SqlReader;
import dev.migrate.schema.IndexKey;
import dev.migrate.schema.Partitioning;
import dev.migrate.schema.Table;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What a mapping writes behind the parenthesis of {@code create table} (PostgreSQL manual, CREATE TABLE). */
final class TableOptions {

    private TableOptions() {}

    /** The table with what {@code options} say: {@code partition by range (created) with (fillfactor = 70)}. */
    static Table applied(Table bare, String options) {
        SqlReader text = new SqlReader(options);
        Table table = bare;
        while (!text.isAtEnd()) {
            if (text.accept("with")) {
                for (Map.Entry<String, String> parameter :
                        ParameterText.parameters(text.group()).entrySet()) {
                    table = table.with(parameter.getKey(), parameter.getValue());
                }
            } else if (text.accept("tablespace")) {
                table = table.tablespace(SqlNames.simple(text.next()));
            } else if (text.accept("inherits")) {
                for (String parent : SqlReader.list(text.group())) {
                    table = table.inherits(parent);
                }
            } else if (text.accept("partition", "by")) {
                table = table.withPartitioning(partitioning(text));
            } else {
                throw Unreadable.clause("Table " + bare.name(), text.rest());
            }
        }
        return table;
    }

    private static Partitioning partitioning(SqlReader text) {
        Partitioning.Strategy strategy =
                Partitioning.Strategy.valueOf(text.next().toUpperCase(Locale.ROOT));
        List<IndexKey> keys =
                SqlReader.list(text.group()).stream().map(IndexText::key).toList();
        return new Partitioning(strategy, keys);
    }
}
