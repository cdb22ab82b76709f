package dev.migrate.autogen.catalog;

import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.SequenceOptions;
import dev.migrate.schema.Type;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * A sequence of the catalog.
 *
 * @param column the column that owns it; null if none does
 * @param isIdentity whether it is an identity column's generator
 */
record SequenceRow(
        QualifiedName name,
        SequenceOptions options,
        @Nullable ColumnId column,
        boolean isIdentity,
        @Nullable String comment) {

    /** A column by its table's OID and its attribute number. */
    record ColumnId(long table, int number) {

        // Written out: docs/decisions/0015.
        @Override
        public boolean equals(Object other) {
            return other instanceof ColumnId that && table == that.table && number == that.number;
        }

        @Override
        public int hashCode() {
            return 31 * Long.hashCode(table) + number;
        }
    }

    static SequenceRow read(CatalogSession session, Row row) throws SQLException {
        String ownership = row.optional("ownership");
        return new SequenceRow(
                session.name(row.text("schema"), row.text("name")),
                new SequenceOptions(
                        new Type(row.text("type")),
                        row.number("start"),
                        row.number("increment"),
                        row.number("min"),
                        row.number("max"),
                        row.number("cache"),
                        row.flag("is_cycling")),
                ownership == null ? null : new ColumnId(row.number("table_id"), row.count("column_number")),
                "i".equals(ownership),
                row.optional("comment"));
    }
}
