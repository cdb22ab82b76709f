package dev.migrate.autogen.catalog;

import dev.migrate.schema.Index;
import dev.migrate.schema.IndexKey;
import dev.migrate.schema.QualifiedName;
import java.sql.SQLException;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** An index of the catalog: one of its own, or the one behind a constraint. */
record IndexRow(
        long id,
        long table,
        String name,
        String method,
        boolean isUnique,
        boolean nullsCollide,
        int keyCount,
        IndexKeys.Vectors vectors,
        @Nullable String predicate,
        SortedMap<String, String> storageParameters,
        @Nullable String tablespace,
        boolean isValid) {

    static IndexRow read(Row row) throws SQLException {
        return new IndexRow(
                row.number("id"),
                row.number("table_id"),
                row.text("name"),
                row.text("method"),
                row.flag("is_unique"),
                row.flag("nulls_collide"),
                row.count("key_count"),
                new IndexKeys.Vectors(
                        row.number("id"),
                        row.numbers("columns"),
                        row.numbers("operator_classes"),
                        row.numbers("collations"),
                        row.numbers("options"),
                        row.texts("expressions")),
                row.optional("predicate"),
                row.options("storage_parameters"),
                row.optional("tablespace"),
                row.flag("is_valid"));
    }

    List<IndexKey> keys(IndexKeys decoder, TableColumns columns) {
        return decoder.decode(vectors, keyCount, columns);
    }

    /** The columns that it carries without their being keys. */
    List<String> include(TableColumns columns) {
        List<Long> all = vectors.columns();
        return keyCount == all.size() ? List.of() : columns.names(all.subList(keyCount, all.size()));
    }

    Index index(QualifiedName tableName, IndexKeys decoder, TableColumns columns) {
        return new Index(
                name,
                tableName,
                method,
                isUnique,
                nullsCollide,
                keys(decoder, columns),
                include(columns),
                IndexKeys.predicate(predicate),
                storageParameters,
                tablespace,
                isValid,
                false,
                false);
    }
}
