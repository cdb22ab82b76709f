package dev.migrate.autogen.diff.dependency;

import dev.migrate.autogen.diff.comparison.ColumnDiff;
import dev.migrate.autogen.diff.comparison.TypeFamily;
import dev.migrate.operation.ColumnOperation.AddColumn;
import dev.migrate.operation.ColumnOperation.ChangeColumn;
import dev.migrate.operation.ConstraintOperation.AddConstraint;
import dev.migrate.operation.EnumOperation.ChangeEnum;
import dev.migrate.operation.IndexOperation.CreateIndex;
import dev.migrate.operation.Reversible;
import dev.migrate.schema.Constraint;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.PrimaryKey;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Table;
import dev.migrate.schema.Unique;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What foreign keys may reference, and that comes or goes with some operations.
 *
 * @param keys the column sets that are unique by them
 */
public record Keys(Set<Key> keys) {

    /** A set of columns that is unique; a single column that is merely there, with its type, counts too. */
    record Key(QualifiedName table, Set<String> columns) {
        static Key of(QualifiedName table, Collection<String> columns) {
            return new Key(table, Set.copyOf(columns));
        }
    }

    public static Keys addedBy(List<Reversible> operations) {
        return new Keys(operations.stream().flatMap(Keys::added).collect(Collectors.toUnmodifiableSet()));
    }

    public static Keys removedBy(List<Reversible> operations) {
        return addedBy(operations.stream().map(Reversible::inverse).toList());
    }

    /** Whether a foreign key references one of them. */
    public boolean has(ForeignKey foreignKey) {
        return isReferencedBy(foreignKey)
                || foreignKey.targetColumns().stream()
                        .anyMatch(column -> keys.contains(Key.of(foreignKey.target(), List.of(column))));
    }

    /** The same, but for a column that is only one of those that a foreign key references. */
    boolean isReferencedBy(ForeignKey foreignKey) {
        return keys.contains(Key.of(foreignKey.target(), foreignKey.targetColumns()));
    }

    /**
     * These, and those that include a column which gets another type: PostgreSQL makes the index of such a key anew, and looks
     * for foreign keys over the column alone. So do those that PostgreSQL fails to make foreign keys to anew.
     *
     * @param schema that has the keys
     */
    public Keys withRebuilt(List<Reversible> operations, Schema schema) {
        Stream<Reversible> rebuilt = operations.stream().flatMap(operation -> rebuilt(operation, schema));
        return new Keys(
                Stream.concat(keys.stream(), rebuilt.flatMap(Keys::added)).collect(Collectors.toUnmodifiableSet()));
    }

    /** The keys that PostgreSQL makes anew when an enum type is replaced, and columns with values of it meanwhile change. */
    static Keys rebuiltBy(ChangeEnum change, List<ChangeColumn> released, Schema schema) {
        List<Reversible> changes = new ArrayList<>(released);
        changes.add(change);
        return new Keys(Set.of()).withRebuilt(changes, schema);
    }

    private static Stream<Reversible> rebuilt(Reversible operation, Schema schema) {
        if (operation instanceof ChangeEnum change) { // That adds values alone, and is another type on the way back.
            return change.uses().stream().flatMap(use -> including(schema, use.table(), use.column()));
        }
        return operation instanceof ChangeColumn change && ColumnDiff.retypes(change)
                ? including(schema, change.table(), change.from().name())
                : Stream.empty();
    }

    private static Stream<Reversible> including(Schema schema, QualifiedName table, String column) {
        return Descendants.of(table, schema).stream()
                .flatMap(name -> schema.table(name).stream())
                .flatMap(found -> including(found, column, schema));
    }

    /** How a table gets its keys that include the column. */
    private static Stream<Reversible> including(Table table, String column, Schema schema) {
        return Stream.concat(
                table.constraints().stream()
                        .filter(constraint -> isRebuilt(table.name(), constraint, column, schema))
                        .map(constraint -> new AddConstraint(table.name(), constraint)),
                table.indexes().stream()
                        .filter(index -> index.include().contains(column)
                                || (index.isUnique()
                                        && isMadeAnewInVain(table.name(), index.columns(), column, schema)))
                        .map(CreateIndex::new));
    }

    private static boolean isRebuilt(QualifiedName table, Constraint constraint, String column, Schema schema) {
        if (constraint instanceof PrimaryKey key) {
            return key.include().contains(column) || isMadeAnewInVain(table, key.columns(), column, schema);
        }
        return constraint instanceof Unique unique
                && (unique.include().contains(column) || isMadeAnewInVain(table, unique.columns(), column, schema));
    }

    /**
     * Whether PostgreSQL fails to make a foreign key over the columns anew for another type of one of them. For the others it
     * looks for a cast to what they are compared as, and finds none to a polymorphic type ("could not find cast", at least up
     * to 18).
     */
    static boolean isMadeAnewInVain(QualifiedName table, List<String> columns, String retyped, Schema schema) {
        return columns.contains(retyped)
                && Descendants.ancestors(table, schema).stream()
                        .flatMap(name -> schema.table(name).stream())
                        .flatMap(found -> found.columns().stream())
                        .filter(column -> columns.contains(column.name())
                                && !column.name().equals(retyped))
                        .anyMatch(column -> TypeFamily.mayBePolymorphic(column.type()));
    }

    private static Stream<Key> added(Reversible operation) {
        if (operation instanceof AddColumn add) {
            return Stream.of(Key.of(add.table(), List.of(add.column().name())));
        }
        if (operation instanceof ChangeColumn change
                && TypeFamily.isIncompatible(change.from().type(), change.to().type())) {
            return Stream.of(Key.of(change.table(), List.of(change.to().name())));
        }
        if (operation instanceof AddConstraint add) {
            return add.constraint().keyColumns().stream().map(columns -> Key.of(add.table(), columns));
        }
        if (operation instanceof CreateIndex create && create.index().isUnique()) {
            return Stream.of(Key.of(create.index().table(), create.index().columns()));
        }
        return Stream.empty();
    }
}
