package dev.migrate.autogen.diff.dependency;

import dev.migrate.autogen.diff.comparison.Expressions;
import dev.migrate.autogen.diff.comparison.FlagLetters;
import dev.migrate.autogen.diff.comparison.SqlText;
import dev.migrate.autogen.diff.comparison.TypeFamily;
import dev.migrate.operation.ColumnOperation.ChangeColumn;
import dev.migrate.operation.ColumnOperation.DropColumn;
import dev.migrate.operation.ConstraintOperation.AddConstraint;
import dev.migrate.operation.ConstraintOperation.DropConstraint;
import dev.migrate.operation.IndexOperation.DropIndex;
import dev.migrate.operation.ObjectOperation.DropAuxiliaryObject;
import dev.migrate.operation.Operation;
import dev.migrate.operation.Reversible;
import dev.migrate.operation.TableOperation.DropTable;
import dev.migrate.schema.AuxiliaryObject;
import dev.migrate.schema.Check;
import dev.migrate.schema.Column;
import dev.migrate.schema.Constant;
import dev.migrate.schema.Constraint;
import dev.migrate.schema.Expression;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.Index;
import dev.migrate.schema.ObjectId;
import dev.migrate.schema.ObjectId.OfColumn;
import dev.migrate.schema.ObjectId.OfObject;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Table;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What stays and is in the way of an operation, said in a sentence: a foreign key that references a key which goes, a
 * view that shows a column or table which goes, values that a new rule doesn't fit, and what mentions a column that gets a
 * type of another kind. PostgreSQL parses checks, indexes and exclusion constraints again with the new type (manual,
 * ALTER TABLE, Notes), and refuses it where {@code paid = 'Y'} makes no sense any more. What would, or what to reference
 * instead, nobody but their owner knows.
 */
public final class Hindrance {

    private final Schema before;
    private final Schema after;
    private final List<Operation> operations;

    /** @param operations how the one schema becomes the other */
    public Hindrance(Schema before, Schema after, List<? extends Operation> operations) {
        this.before = before;
        this.after = after;
        this.operations = List.copyOf(operations);
    }

    /** One sentence each; none if nothing is in the way, or suffers from it. */
    public Stream<String> of(Operation operation) {
        return of(operation, false);
    }

    /** @param required whether rows that the operation fails for are looked for before */
    public Stream<String> of(Operation operation, boolean required) {
        Stream<String> defaults = operation instanceof ChangeColumn change
                ? Stream.of(tooLong(change), new ChildDefaults(change, before).sentence())
                        .flatMap(Optional::stream)
                : Stream.empty();
        Stream<String> parts = operation instanceof DropColumn drop
                ? new ChildParts(drop, before, after).sentence().stream()
                : Stream.empty();
        Stream<String> bodies = new RoutineBodies(before, operations).sentence(operation).stream();
        return Stream.of(to(operation, required).stream(), defaults, parts, bodies)
                .flatMap(Function.identity());
    }

    /** Whether one of these sentences says already which rows a constraint refuses that comes. */
    public boolean tellsOfRows(Operation operation) {
        return operation instanceof AddConstraint add
                && (add.constraint() instanceof ForeignKey key
                        ? new NewReference(before, after, operations).isToNewTable(add, key)
                        : to(operation, false).isPresent());
    }

    /** PostgreSQL takes such a default, and finds out when it is written to a row. */
    private static Optional<String> tooLong(ChangeColumn change) {
        Column column = change.to();
        Expression value = column.defaultExpression();
        List<Integer> length = column.type().modifiers();
        if (value == null || length.isEmpty() || TypeFamily.of(column.type()) != TypeFamily.STRING) {
            return Optional.empty();
        }
        return Constant.of(value)
                .map(Constant::text)
                .filter(text -> text.codePointCount(0, text.length()) > length.get(0))
                .map(text -> "Refuses each row that gets the default of " + change.table() + "." + column.name()
                        + ", since '" + text + "' is longer than " + column.type() + ": set another, or drop it.");
    }

    private Optional<String> to(Operation operation, boolean required) {
        if (operation instanceof ChangeColumn change
                && TypeFamily.isOfAnotherKind(change.from().type(), change.to().type())) {
            return to(change);
        }
        if (operation instanceof DropColumn drop) {
            return toDrop(drop);
        }
        if (operation instanceof DropTable drop) {
            QualifiedName table = drop.table().name();
            return toDrop(table.toString(), Stream.empty(), needed -> ObjectDependencies.isAny(needed, table));
        }
        if (operation instanceof AddConstraint add && add.constraint() instanceof Check check) {
            return required ? Optional.empty() : toCheck(add.table(), check);
        }
        if (operation instanceof AddConstraint add && add.constraint() instanceof ForeignKey key) {
            return new NewReference(before, after, operations).sentence(add, key, required);
        }
        return operation instanceof DropConstraint || operation instanceof DropIndex
                ? toKey((Reversible) operation)
                : Optional.empty();
    }

    /** Hibernate lists an enum's constants in a check. */
    private Optional<String> toCheck(QualifiedName table, Check check) {
        boolean isConverted = operations.stream()
                .anyMatch(operation -> operation instanceof ChangeColumn change
                        && change.table().equals(table)
                        && FlagLetters.areDeclared(change)
                        && SqlText.mentionsColumn(
                                check.expression().sql(), change.to().name()));
        if (isConverted) {
            return Optional.empty();
        }
        String values = operations.stream()
                .filter(operation -> operation instanceof DropConstraint drop
                        && drop.table().equals(table)
                        && drop.constraint() instanceof Check
                        && Objects.equals(drop.constraint().name(), check.name()))
                .flatMap(drop -> Expressions.of(((DropConstraint) drop).constraint()))
                .filter(expression -> isList(expression) && isList(check.expression()))
                .flatMap(expression -> SqlText.strings(expression.normal()).stream())
                .filter(value -> !SqlText.strings(check.expression().normal()).contains(value))
                .collect(Collectors.joining(" or "));
        return values.isEmpty()
                ? Optional.empty()
                : Optional.of("Fails while a row of " + table + " holds " + values + ", which " + check.name()
                        + " no longer lists: give such rows another value first.");
    }

    private static boolean isList(Expression expression) {
        return expression.normal().contains("ANY (");
    }

    private Optional<String> toDrop(DropColumn drop) {
        String column = drop.column().name();
        return toDrop(
                drop.table() + "." + column,
                formulas(drop.table(), column),
                needed -> ObjectDependencies.isAny(needed, drop.table(), column, before));
    }

    /** The generated columns that stay as they are, and are computed from the column. */
    private Stream<String> formulas(QualifiedName table, String column) {
        return after.table(table).stream()
                .flatMap(found -> found.columns().stream())
                .filter(each -> each.generated() != null
                        && before.dependencies().needs(new OfColumn(table, each.name()), new OfColumn(table, column)))
                .filter(each -> operations.stream()
                        .noneMatch(operation -> operation instanceof DropColumn drop
                                && drop.table().equals(table)
                                && drop.column().name().equals(each.name())))
                .map(each -> "column " + table + "." + each.name());
    }

    /** What can't come back as it was, and that nobody but its owner can say how to change. */
    private Optional<String> toDrop(String dropped, Stream<String> formulas, Predicate<Set<ObjectId>> isAbout) {
        Stream<String> objects = before.auxiliaryObjects().stream()
                .filter(object -> isAbout.test(before.dependencies().keptBy(new OfObject(object.identity()))))
                .filter(object -> operations.stream()
                        .noneMatch(operation -> operation instanceof DropAuxiliaryObject drop
                                && drop.object().identity().equals(object.identity())))
                .map(AuxiliaryObject::identity);
        List<String> names = Stream.concat(formulas, objects).toList();
        return names.isEmpty()
                ? Optional.empty()
                : Optional.of("Fails if " + String.join(", ", names) + " needs " + dropped
                        + ": change or drop such ones before.");
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
