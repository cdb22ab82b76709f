package dev.migrate.autogen.diff;

import dev.migrate.operation.ColumnOperation.ChangeColumn;
import dev.migrate.operation.ConstraintOperation.DropConstraint;
import dev.migrate.operation.IndexOperation.DropIndex;
import dev.migrate.operation.Operation;
import dev.migrate.operation.Reversible;
import dev.migrate.operation.TableOperation.DropTable;
import dev.migrate.schema.Column;
import dev.migrate.schema.Constraint;
import dev.migrate.schema.Expression;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.Index;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Table;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What stays and is in the way of an operation, said in a sentence: a foreign key that references a key which goes, and
 * what mentions a column that gets a type of another kind. PostgreSQL parses checks, indexes and exclusion constraints again
 * with the new type (manual, ALTER TABLE, Notes), and refuses it where {@code paid = 'Y'} makes no sense any more. What
 * would, or what to reference instead, nobody but their owner knows.
 */
final class Hindrance {

    private final Schema before;
    private final Schema after;
    private final List<Operation> operations;

    /** @param operations how the one schema becomes the other */
    Hindrance(Schema before, Schema after, List<? extends Operation> operations) {
        this.before = before;
        this.after = after;
        this.operations = List.copyOf(operations);
    }

    /** The sentence; empty if nothing is in the way. */
    Optional<String> to(Operation operation) {
        if (operation instanceof ChangeColumn change
                && !TypeFamily.convertsByItself(
                        change.from().type(), change.to().type())) {
            return to(change);
        }
        return operation instanceof DropConstraint || operation instanceof DropIndex
                ? toKey((Reversible) operation)
                : Optional.empty();
    }

    private Optional<String> toKey(Reversible drop) {
        Keys key = Keys.removedBy(List.of(drop));
        if (key.keys().isEmpty()) {
            return Optional.empty();
        }
        List<String> names = before.tables().stream()
                .flatMap(table -> foreignKeys(table)
                        .filter(key::isReferencedBy)
                        .filter(foreignKey -> stays(table, foreignKey))
                        .map(foreignKey -> foreignKey.name() + " on " + table.name()))
                .toList();
        return names.isEmpty()
                ? Optional.empty()
                : Optional.of("Fails if what foreign key " + String.join(", ", names) + " references is the key that"
                        + " goes: drop such ones before, and create behind it what takes their place.");
    }

    private boolean stays(Table table, Constraint constraint) {
        return operations.stream().noneMatch(operation -> takesAway(operation, table, constraint));
    }

    private static boolean takesAway(Operation operation, Table table, Constraint constraint) {
        if (operation instanceof DropConstraint drop) {
            return drop.table().equals(table.name())
                    && Objects.equals(drop.constraint().name(), constraint.name());
        }
        return operation instanceof DropTable drop && drop.table().name().equals(table.name());
    }

    private static Stream<ForeignKey> foreignKeys(Table table) {
        return table.constraints().stream().filter(ForeignKey.class::isInstance).map(ForeignKey.class::cast);
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
                .filter(constraint -> stays(table, constraint))
                .filter(constraint -> mentions(Expressions.of(constraint), column))
                .map(Constraint::name)
                .map(name -> "constraint " + name);
    }

    private Stream<String> indexes(Table table, Column column) {
        return before.table(table.name()).stream()
                .flatMap(present -> present.indexes().stream())
                .filter(table.indexes()::contains)
                .filter(index -> operations.stream()
                        .noneMatch(operation -> operation instanceof DropIndex drop
                                && drop.index().qualifiedName().equals(index.qualifiedName())))
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
