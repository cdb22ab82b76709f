package dev.migrate.autogen.online;

import dev.migrate.autogen.diff.comparison.ColumnDiff;
import dev.migrate.autogen.diff.dependency.ColumnUse;
import dev.migrate.autogen.diff.dependency.RelationNames;
import dev.migrate.operation.ColumnOperation.ChangeColumn;
import dev.migrate.operation.ColumnOperation.DropColumn;
import dev.migrate.operation.ConstraintOperation.AddConstraint;
import dev.migrate.operation.ConstraintOperation.DropConstraint;
import dev.migrate.operation.IndexOperation.CreateIndex;
import dev.migrate.operation.IndexOperation.DropIndex;
import dev.migrate.operation.Reversible;
import dev.migrate.schema.Column;
import dev.migrate.schema.Constraint;
import dev.migrate.schema.Identifiers;
import dev.migrate.schema.PrimaryKey;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Unique;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Keys and indexes that give way to others of their name. They get another one and stay until the new one has been built:
 * dropped before, they would leave a table in use without uniqueness, and its queries without an index.
 */
final class Replaced {

    private final List<Reversible> operations;
    private final DropsLast dropsLast;
    private final Set<String> taken = new HashSet<>();
    private final Map<AddConstraint, DropConstraint> kept = new HashMap<>();

    Replaced(List<Reversible> operations, DropsLast dropsLast, Schema existing) {
        this.operations = operations;
        this.dropsLast = dropsLast;
        existing.tables().forEach(table -> taken.addAll(RelationNames.of(table)));
        operations.forEach(operation -> taken.addAll(RelationNames.takenBy(operation)));
    }

    /** Whether a key can stay until another one has taken its place. */
    boolean keeps(DropConstraint drop) {
        return drop.constraint().name() != null && successor(drop).isPresent() && !isTouched(drop);
    }

    /** What a key is called until another one has taken its place; empty if it has to go at once. */
    Optional<String> aside(DropConstraint drop) {
        String name = drop.constraint().name();
        Optional<AddConstraint> successor = successor(drop);
        if (name == null || successor.isEmpty() || isTouched(drop)) {
            return Optional.empty();
        }
        String aside = free(drop.table(), name);
        kept.put(
                successor.get(),
                new DropConstraint(drop.table(), drop.constraint().named(aside)));
        return Optional.of(aside);
    }

    private Optional<AddConstraint> successor(DropConstraint drop) {
        return operations.stream()
                .filter(AddConstraint.class::isInstance)
                .map(AddConstraint.class::cast)
                .filter(add -> isSuccessor(add, drop))
                .findFirst();
    }

    /** The key that has to go before this one can take its place. */
    Optional<DropConstraint> before(QualifiedName table, Constraint constraint) {
        return Optional.ofNullable(kept.get(new AddConstraint(table, constraint)));
    }

    /** What an index is called until one of its name has been built; empty if there is none, or it has to go at once. */
    Optional<String> aside(DropIndex drop) {
        boolean hasSuccessor = operations.stream()
                .anyMatch(operation -> operation instanceof CreateIndex create
                        && create.index().table().equals(drop.index().table())
                        && create.index().name().equals(drop.index().name()));
        return hasSuccessor
                ? Optional.of(free(drop.index().table(), drop.index().name()))
                : Optional.empty();
    }

    /** A table has one primary key at a time, whatever it is called. */
    private static boolean isSuccessor(AddConstraint add, DropConstraint drop) {
        boolean bothPrimary = add.constraint() instanceof PrimaryKey && drop.constraint() instanceof PrimaryKey;
        boolean bothUnique = add.constraint() instanceof Unique && drop.constraint() instanceof Unique;
        return add.table().equals(drop.table())
                && columns(add.constraint()) != null
                && (bothPrimary
                        || (bothUnique
                                && Objects.equals(
                                        add.constraint().name(),
                                        drop.constraint().name())))
                && !add.constraint().equals(drop.constraint());
    }

    /** Whether the key goes with one of its columns, or would have to be built anew with it. */
    private boolean isTouched(DropConstraint drop) {
        return columns(drop.constraint()) == null
                || operations.stream()
                        .anyMatch(operation -> (operation instanceof ChangeColumn change
                                        && change.table().equals(drop.table())
                                        && isRebuilt(change, drop.constraint()))
                                || (operation instanceof DropColumn gone
                                        && gone.table().equals(drop.table())
                                        && uses(drop.constraint(), gone.column())
                                        && !dropsLast.contain(gone)));
    }

    /** A column of a primary key can't become nullable, and the index of one that gets another type is built anew. */
    private static boolean isRebuilt(ChangeColumn change, Constraint key) {
        Column column = change.to();
        return (column.nullable()
                        && key instanceof PrimaryKey primary
                        && primary.columns().contains(column.name()))
                || (uses(key, column) && ColumnDiff.retypes(change));
    }

    private static boolean uses(Constraint key, Column column) {
        return new ColumnUse(Set.of(column.name())).in(key);
    }

    /** Of a key that an index makes: none has an overlap to look for. */
    private static @Nullable List<String> columns(Constraint constraint) {
        if (constraint instanceof PrimaryKey key && !key.isWithoutOverlaps()) {
            return key.columns();
        }
        return constraint instanceof Unique unique && !unique.isWithoutOverlaps() ? unique.columns() : null;
    }

    private String free(QualifiedName table, String name) {
        String aside = "replaced_" + name;
        while (!taken.add(table.sibling(Identifiers.truncate(aside)).toString())) {
            aside = "replaced_" + aside;
        }
        return Identifiers.truncate(aside);
    }
}
