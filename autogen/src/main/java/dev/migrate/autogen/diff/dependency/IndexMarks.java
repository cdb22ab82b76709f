package dev.migrate.autogen.diff.dependency;

import dev.migrate.ddl.SqlIdentifiers;
import dev.migrate.operation.ColumnOperation.ChangeColumn;
import dev.migrate.operation.ConstraintOperation.AddConstraint;
import dev.migrate.operation.ConstraintOperation.DropConstraint;
import dev.migrate.operation.IndexOperation.CreateIndex;
import dev.migrate.operation.IndexOperation.DropIndex;
import dev.migrate.operation.Operation;
import dev.migrate.operation.Reversible;
import dev.migrate.schema.AuxiliaryObject;
import dev.migrate.schema.Constraint;
import dev.migrate.schema.Deferral;
import dev.migrate.schema.Index;
import dev.migrate.schema.PrimaryKey;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Table;
import dev.migrate.schema.Unique;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a table keeps an index for: to tell its rows to subscribers (REPLICA IDENTITY), and to be sorted by (CLUSTER ON).
 * Both go with the index, and without an identity PostgreSQL refuses to change rows of a published table.
 */
public final class IndexMarks {

    private static final String IDENTITY = "replica identity on ";
    private static final String CLUSTERING = "clustering on ";

    private IndexMarks() {}

    public static boolean isOne(AuxiliaryObject object) {
        return object.identity().startsWith(IDENTITY) || object.identity().startsWith(CLUSTERING);
    }

    static boolean isOf(AuxiliaryObject object, QualifiedName table) {
        return isOne(object) && ObjectDependencies.isOf(object, table);
    }

    /** Whether it names that index, which may be a constraint's. */
    private static boolean names(AuxiliaryObject object, QualifiedName table, @Nullable String index) {
        return index != null && isOf(object, table) && object.create().endsWith(" " + SqlIdentifiers.quote(index));
    }

    /**
     * Whether an operation takes the index away that it names, or lets a column of it be null, by which no row is identified.
     *
     * @param tables as they are before
     */
    static boolean isLost(AuxiliaryObject object, List<Reversible> operations, List<Table> tables) {
        return operations.stream()
                .anyMatch(operation -> (operation instanceof DropConstraint drop
                                && names(object, drop.table(), drop.constraint().name()))
                        || (operation instanceof DropIndex index
                                && names(
                                        object,
                                        index.index().table(),
                                        index.index().name()))
                        || (operation instanceof ChangeColumn change
                                && change.to().nullable()
                                && isIdentifiedBy(object, change, tables)));
    }

    private static boolean isIdentifiedBy(AuxiliaryObject object, ChangeColumn change, List<Table> tables) {
        return object.identity().startsWith(IDENTITY)
                && isOf(object, change.table())
                && tables.stream()
                        .filter(table -> table.name().equals(change.table()))
                        .anyMatch(table -> Stream.concat(
                                        table.indexes().stream()
                                                .filter(index -> names(object, table.name(), index.name()))
                                                .map(Index::columns),
                                        table.constraints().stream()
                                                .filter(Unique.class::isInstance)
                                                .map(Unique.class::cast)
                                                .filter(unique -> names(object, table.name(), unique.name()))
                                                .map(Unique::columns))
                                .anyMatch(
                                        columns -> columns.contains(change.to().name())));
    }

    /** Whether the operation makes the index that it names. */
    public static boolean isMadeBy(Operation operation, AuxiliaryObject object) {
        return (operation instanceof AddConstraint add
                        && names(object, add.table(), add.constraint().name()))
                || (operation instanceof CreateIndex create
                        && names(object, create.index().table(), create.index().name()));
    }

    /**
     * Whether an index of the same name comes that can serve (PostgreSQL manual, ALTER TABLE, REPLICA IDENTITY; CLUSTER).
     *
     * @param tables as they are wanted
     */
    static boolean comesBack(AuxiliaryObject object, List<Reversible> operations, List<Table> tables) {
        boolean identifies = object.identity().startsWith(IDENTITY);
        return operations.stream()
                .filter(operation -> isMadeBy(operation, object))
                .anyMatch(operation -> tables.stream()
                        .filter(table -> isOf(object, table.name()))
                        .anyMatch(table -> operation instanceof AddConstraint add
                                ? serves(add.constraint(), table, identifies)
                                : serves(((CreateIndex) operation).index(), table, identifies)));
    }

    private static boolean serves(Constraint constraint, Table table, boolean identifies) {
        if (constraint instanceof PrimaryKey key) {
            return !identifies || key.deferral() == Deferral.NOT_DEFERRABLE;
        }
        return constraint instanceof Unique unique
                && (!identifies || (unique.deferral() == Deferral.NOT_DEFERRABLE && areGiven(unique.columns(), table)));
    }

    private static boolean serves(Index index, Table table, boolean identifies) {
        if (index.where() != null) {
            return false;
        }
        return identifies
                ? index.isUnique() && areGiven(index.columns(), table)
                : index.method().equals(Index.BTREE) || index.method().equals("gist");
    }

    private static boolean areGiven(List<String> columns, Table table) {
        return columns.stream()
                .allMatch(name ->
                        table.column(name).filter(column -> !column.nullable()).isPresent());
    }
}
