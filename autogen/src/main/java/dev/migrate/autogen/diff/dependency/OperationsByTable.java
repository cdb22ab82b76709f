package dev.migrate.autogen.diff.dependency;

import dev.migrate.autogen.diff.comparison.TypeFamily;
import dev.migrate.operation.ColumnOperation.ChangeColumn;
import dev.migrate.operation.ColumnOperation.DropColumn;
import dev.migrate.operation.ConstraintOperation.DropConstraint;
import dev.migrate.operation.ConstraintOperation.RenameConstraint;
import dev.migrate.operation.IndexOperation.DropIndex;
import dev.migrate.operation.IndexOperation.RenameIndex;
import dev.migrate.operation.Reversible;
import dev.migrate.schema.Constraint;
import dev.migrate.schema.Index;
import dev.migrate.schema.QualifiedName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Operations in the order they came in, of which those that change or drop a part of a table are found by the table: what
 * is asked for each part of each table must not go through all operations each time.
 */
final class OperationsByTable {

    private final List<Reversible> all = new ArrayList<>();
    private final Map<QualifiedName, List<Reversible>> byTable = new HashMap<>();

    OperationsByTable(List<Reversible> operations) {
        operations.forEach(this::add);
    }

    void add(Reversible operation) {
        all.add(operation);
        table(operation).ifPresent(table -> byTable.computeIfAbsent(table, name -> new ArrayList<>())
                .add(operation));
    }

    void remove(Reversible operation) {
        all.remove(operation);
        table(operation).map(byTable::get).ifPresent(ofTable -> ofTable.remove(operation));
    }

    List<Reversible> all() {
        return List.copyOf(all);
    }

    /** All operations of a kind. */
    <T> Stream<T> of(Class<T> kind) {
        return all.stream().filter(kind::isInstance).map(kind::cast);
    }

    /** The operations of a kind on a table: a column's change or drop, a constraint's drop or new name, an index's drop. */
    <T> Stream<T> on(QualifiedName table, Class<T> kind) {
        return byTable.getOrDefault(table, List.of()).stream()
                .filter(kind::isInstance)
                .map(kind::cast);
    }

    /** The new name that a constraint gets. */
    Optional<RenameConstraint> rename(QualifiedName table, Constraint constraint) {
        return on(table, RenameConstraint.class)
                .filter(rename -> rename.constraint().equals(constraint.name()))
                .findFirst();
    }

    /** The new name that an index gets. */
    Optional<RenameIndex> rename(Index index) {
        return of(RenameIndex.class)
                .filter(rename -> rename.index().equals(index.qualifiedName()))
                .findFirst();
    }

    /**
     * Whether one of the columns gets a type, or a collation, that a foreign key can't compare with the one it had. All
     * collations count: PostgreSQL 18 refuses to compare others with one that isn't deterministic.
     */
    boolean makeIncompatible(QualifiedName table, Collection<String> columns) {
        return on(table, ChangeColumn.class)
                .filter(change -> columns.contains(change.from().name()))
                .anyMatch(change -> TypeFamily.isIncompatible(
                                change.from().type(), change.to().type())
                        || !Objects.equals(
                                change.from().collation(), change.to().collation()));
    }

    private static Optional<QualifiedName> table(Reversible operation) {
        if (operation instanceof ChangeColumn change) {
            return Optional.of(change.table());
        }
        if (operation instanceof DropColumn drop) {
            return Optional.of(drop.table());
        }
        if (operation instanceof DropConstraint drop) {
            return Optional.of(drop.table());
        }
        if (operation instanceof RenameConstraint rename) {
            return Optional.of(rename.table());
        }
        return operation instanceof DropIndex drop ? Optional.of(drop.index().table()) : Optional.empty();
    }
}
