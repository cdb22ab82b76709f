package dev.migrate.autogen.diff.dependency;

import dev.migrate.autogen.diff.comparison.CompositeChange;
import dev.migrate.autogen.diff.comparison.ObjectDiff;
import dev.migrate.ddl.SqlIdentifiers;
import dev.migrate.operation.ConstraintOperation.AddConstraint;
import dev.migrate.operation.ConstraintOperation.RenameConstraint;
import dev.migrate.operation.EnumOperation.CreateEnum;
import dev.migrate.operation.IndexOperation.CreateIndex;
import dev.migrate.operation.IndexOperation.RenameIndex;
import dev.migrate.operation.ObjectOperation.CreateAuxiliaryObject;
import dev.migrate.operation.ObjectOperation.CreateDomain;
import dev.migrate.operation.Reversible;
import dev.migrate.operation.SequenceOperation.CreateSequence;
import dev.migrate.operation.TableOperation.CreateTable;
import dev.migrate.schema.Check;
import dev.migrate.schema.Constraint;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Table;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Tables, views, indexes and sequences share one set of names in each schema, and a key's index is called after its
 * constraint (PostgreSQL manual, 5.10 Schemas, and the catalog pg_class). A table or view takes a name among the types, too:
 * that of its rows (CREATE TABLE, Description). These begin with {@code type}.
 */
public final class RelationNames {

    /** How a view's identity begins. */
    private static final List<String> VIEWS = List.of("view ", "materialized view ");

    private RelationNames() {}

    /** The names that an operation needs to be free. */
    public static Set<String> takenBy(Reversible operation) {
        return Stream.concat(
                        names(operation).map(QualifiedName::toString),
                        typeNames(operation).map(RelationNames::ofType))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The names of a table and of its indexes. */
    public static Set<String> of(Table table) {
        return takenBy(new CreateTable(table));
    }

    private static String ofType(QualifiedName name) {
        return "type " + name;
    }

    private static Stream<QualifiedName> typeNames(Reversible operation) {
        if (operation instanceof CreateTable create) {
            return Stream.of(create.table().name());
        }
        if (operation instanceof CreateEnum create) {
            return Stream.of(create.type().name());
        }
        if (operation instanceof CreateDomain create) {
            return Stream.of(create.domain().name());
        }
        if (operation instanceof CreateAuxiliaryObject create && CompositeChange.isComposite(create.object())) {
            return Stream.of(SqlIdentifiers.readQualified(CompositeChange.name(create.object())));
        }
        return view(operation);
    }

    private static Stream<QualifiedName> view(Reversible operation) {
        if (!(operation instanceof CreateAuxiliaryObject create) || ObjectDiff.isChange(create.object())) {
            return Stream.empty();
        }
        return VIEWS.stream()
                .filter(create.object().identity()::startsWith)
                .map(view ->
                        SqlIdentifiers.readQualified(create.object().identity().substring(view.length())));
    }

    private static Stream<QualifiedName> names(Table table) {
        return Stream.of(
                        Stream.of(table.name()),
                        table.indexes().stream().map(index -> index.qualifiedName()),
                        indexNames(table.name(), table.constraints()))
                .flatMap(names -> names);
    }

    private static Stream<QualifiedName> names(Reversible operation) {
        if (operation instanceof CreateTable create) {
            return names(create.table());
        }
        if (operation instanceof CreateIndex create) {
            return Stream.of(create.index().qualifiedName());
        }
        if (operation instanceof RenameIndex rename) {
            return Stream.of(rename.index().sibling(rename.newName()));
        }
        if (operation instanceof RenameConstraint rename) {
            return Stream.of(
                    rename.table().sibling(rename.newName())); // Perhaps a key, whose index is renamed with it.
        }
        if (operation instanceof CreateSequence create) {
            return Stream.of(create.sequence().name());
        }
        return operation instanceof AddConstraint add
                ? indexNames(add.table(), List.of(add.constraint()))
                : view(operation);
    }

    private static Stream<QualifiedName> indexNames(QualifiedName table, List<Constraint> constraints) {
        return constraints.stream()
                .filter(constraint -> !(constraint instanceof Check || constraint instanceof ForeignKey))
                .flatMap(constraint -> Stream.ofNullable(constraint.name()))
                .map(table::sibling);
    }
}
