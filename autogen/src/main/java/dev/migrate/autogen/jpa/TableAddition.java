package dev.migrate.autogen.jpa;

import dev.migrate.autogen.ConventionalNames;
import dev.migrate.ddl.SqlReader;
import dev.migrate.schema.Constraint;
import dev.migrate.schema.Index;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Table;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * What a mapping adds to a table by a statement of its own: {@code create index …}, {@code alter table … add constraint …}.
 *
 * @param table which one
 * @param add puts it into the table
 */
record TableAddition(QualifiedName table, UnaryOperator<Table> add) {

    /** What {@code sql} adds; empty if it does something else. */
    static Optional<TableAddition> of(String sql, SqlNames names, ConventionalNames conventional) {
        String written = new SqlReader(sql).rest();
        String statement = written.endsWith(";") ? written.substring(0, written.length() - 1) : written;
        return IndexText.of(statement, names, conventional)
                .map(TableAddition::of)
                .or(() -> ConstraintText.of(statement, names, conventional));
    }

    private static TableAddition of(Index index) {
        return new TableAddition(
                index.table(),
                table -> table.withIndexes(Stream.concat(table.indexes().stream(), Stream.of(index))
                        .toList()));
    }

    static TableAddition of(QualifiedName name, Constraint constraint) {
        return new TableAddition(name, table -> table.constraints(constraint));
    }
}
