package dev.migrate.ddl;

import dev.migrate.operation.DataOperation.Assignment;
import dev.migrate.operation.DataOperation.BulkInsert;
import dev.migrate.operation.DataOperation.Update;
import dev.migrate.operation.Statement;
import dev.migrate.schema.Literals;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Rows as SQL, with literals: what a script has, and what a live run does unless it knows a faster way. */
final class DataDdl {

    private DataDdl() {}

    /** An INSERT for each portion of the rows. It stores what COPY would where the rows were to be copied. */
    static List<Statement> insert(BulkInsert insert) {
        String into = "INSERT INTO " + SqlIdentifiers.quote(insert.table()) + " " + Clause.columns(insert.columns())
                + Clause.when(insert.isCopied(), " OVERRIDING SYSTEM VALUE") + " VALUES\n    ";
        List<Statement> statements = new ArrayList<>();
        insert.forEachPortion(portion -> {
            StringJoiner values = new StringJoiner(",\n    ", into, "");
            portion.forEachRow(row -> values.add(row(row)));
            statements.add(Statement.of(values.toString()));
        });
        return statements;
    }

    private static String row(List<? extends @Nullable Object> values) {
        return values.stream().map(Literals::literal).collect(Collectors.joining(", ", "(", ")"));
    }

    static Statement update(Update update) {
        return Statement.of("UPDATE " + SqlIdentifiers.quote(update.table()) + " SET " + set(update.assignments())
                + (update.where() == null ? "" : "\nWHERE " + update.where()));
    }

    static String set(List<Assignment> assignments) {
        return assignments.stream()
                .map(assignment ->
                        SqlIdentifiers.quote(assignment.column()) + " = " + WrittenSql.part(assignment.sql()))
                .collect(Collectors.joining(", "));
    }
}
