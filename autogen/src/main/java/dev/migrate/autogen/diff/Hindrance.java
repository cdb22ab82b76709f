package dev.migrate.autogen.diff;

import dev.migrate.operation.ColumnOperation.ChangeColumn;
import dev.migrate.operation.Operation;
import dev.migrate.schema.Column;
import dev.migrate.schema.Constraint;
import dev.migrate.schema.Expression;
import dev.migrate.schema.Index;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Table;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What stays and mentions a column that gets a type of another kind, said in a sentence. PostgreSQL parses checks, indexes
 * and exclusion constraints again with the new type (manual, ALTER TABLE, Notes), and refuses it where
 * {@code paid = 'Y'} makes no sense any more; what would, nobody but their owner knows.
 */
final class Hindrance {

    private final Schema before;
    private final Schema after;

    Hindrance(Schema before, Schema after) {
        this.before = before;
        this.after = after;
    }

    /** The sentence; empty if nothing is in the way. */
    Optional<String> to(Operation operation) {
        return operation instanceof ChangeColumn change
                        && !TypeFamily.convertsByItself(
                                change.from().type(), change.to().type())
                ? to(change)
                : Optional.empty();
    }

    private Optional<String> to(ChangeColumn change) {
        Column column = change.to();
        List<String> names = after.table(change.table()).stream()
                .flatMap(table -> Stream.concat(constraints(table, column), indexes(table, column)))
                .toList();
        return names.isEmpty()
                ? Optional.empty()
                : Optional.of("Fails if " + String.join(", ", names) + " can't do with " + column.type()
                        + " in the place of "
                        + change.table() + "." + column.name() + ": drop such ones before, and create behind it what"
                        + " takes their place.");
    }

    private Stream<String> constraints(Table table, Column column) {
        return before.table(table.name()).stream()
                .flatMap(present -> present.constraints().stream())
                .filter(table.constraints()::contains)
                .filter(constraint -> mentions(Expressions.of(constraint), column))
                .map(Constraint::name)
                .map(name -> "constraint " + name);
    }

    private Stream<String> indexes(Table table, Column column) {
        return before.table(table.name()).stream()
                .flatMap(present -> present.indexes().stream())
                .filter(table.indexes()::contains)
                .filter(index -> mentions(Expressions.of(index), column) || isOfAnotherMethod(index, column))
                .map(index -> "index " + index.name());
    }

    private static boolean mentions(Stream<Expression> expressions, Column column) {
        return expressions.anyMatch(expression -> SqlText.mentionsColumn(expression.normal(), column.name()));
    }

    /** Every type has operators for btree and hardly one for others. */
    private static boolean isOfAnotherMethod(Index index, Column column) {
        return !index.method().equals(Index.BTREE) && new ColumnUse(Set.of(column.name())).in(index);
    }
}
