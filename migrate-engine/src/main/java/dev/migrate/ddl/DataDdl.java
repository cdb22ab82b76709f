package dev.migrate.ddl;

import dev.migrate.operation.DataOperation.Assignment;
import dev.migrate.operation.DataOperation.BulkInsert;
import dev.migrate.operation.DataOperation.Update;
import dev.migrate.schema.Literals;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Rows as SQL, with literals: what a script has, and what a live run does unless it knows a faster way. */
final class DataDdl {

    /** Rows to an INSERT: enough that their number doesn't matter, few enough for an editor. */
    private static final int ROWS_PER_INSERT = 500;

    private DataDdl() {}

    static List<Statement> insert(BulkInsert insert) {
        String into = "INSERT INTO " + SqlIdentifiers.quote(insert.table()) + " " + Clause.columns(insert.columns())
                + " VALUES\n    ";
        List<Statement> statements = new ArrayList<>();
        List<List<@Nullable Object>> rows = insert.rows();
        for (int start = 0; start < rows.size(); start += ROWS_PER_INSERT) {
            int end = Math.min(rows.size(), start + ROWS_PER_INSERT);
            statements.add(Statement.of(
                    into + rows.subList(start, end).stream().map(DataDdl::row).collect(Collectors.joining(",\n    "))));
        }
        return statements;
    }

    private static String row(List<@Nullable Object> values) {
        return values.stream().map(Literals::literal).collect(Collectors.joining(", ", "(", ")"));
    }

    static Statement update(Update update) {
        return Statement.of("UPDATE " + SqlIdentifiers.quote(update.table()) + " SET " + set(update.assignments())
                + (update.where() == null ? "" : "\nWHERE " + update.where()));
    }

    static String set(List<Assignment> assignments) {
        return assignments.stream()
                .map(assignment -> SqlIdentifiers.quote(assignment.column()) + " = " + assignment.sql())
                .collect(Collectors.joining(", "));
    }
}
