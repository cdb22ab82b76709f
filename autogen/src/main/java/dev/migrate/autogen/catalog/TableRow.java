package dev.migrate.autogen.catalog;

import dev.migrate.ddl.SqlReader;
import dev.migrate.schema.Partitioning;
import dev.migrate.schema.QualifiedName;
import java.sql.SQLException;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * A table of the catalog, by itself.
 *
 * @param schema the schema it is in, also if that is the default one
 * @param strategy of a partitioned table; null if it is none
 * @param bound of a partition, as SQL; null if it is none
 */
record TableRow(
        long id,
        String schema,
        QualifiedName name,
        boolean isUnlogged,
        SortedMap<String, String> storageParameters,
        @Nullable String tablespace,
        Partitioning.@Nullable Strategy strategy,
        IndexKeys.Vectors partitionKeys,
        @Nullable String bound,
        @Nullable String comment) {

    static TableRow read(CatalogSession session, Row row) throws SQLException {
        String expressions = row.optional("partition_expressions");
        return new TableRow(
                row.number("id"),
                row.text("schema"),
                session.name(row.text("schema"), row.text("name")),
                row.flag("is_unlogged"),
                row.options("options"),
                row.optional("tablespace"),
                strategy(row.optional("strategy")),
                new IndexKeys.Vectors(
                        0,
                        row.numbers("partition_columns"),
                        row.numbers("partition_operator_classes"),
                        row.numbers("partition_collations"),
                        List.of(),
                        expressions == null ? List.of() : SqlReader.list(expressions)),
                row.optional("bound"),
                row.optional("comment"));
    }

    private static Partitioning.@Nullable Strategy strategy(@Nullable String code) {
        if (code == null) {
            return null;
        }
        return switch (code) {
            case "r" -> Partitioning.Strategy.RANGE;
            case "l" -> Partitioning.Strategy.LIST;
            case "h" -> Partitioning.Strategy.HASH;
            default -> throw new IllegalStateException("The catalog has an unknown partition strategy '" + code + "'");
        };
    }

    @Nullable
    Partitioning partitioning(IndexKeys decoder, TableColumns columns) {
        return strategy == null
                ? null
                : new Partitioning(
                        strategy,
                        decoder.decode(partitionKeys, partitionKeys.columns().size(), columns));
    }
}
