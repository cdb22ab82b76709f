package dev.migrate.autogen.diff;

import dev.migrate.ddl.SqlIdentifiers;
import dev.migrate.schema.AuxiliaryObject;
import dev.migrate.schema.Check;
import dev.migrate.schema.Column;
import dev.migrate.schema.Constraint;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.Index;
import dev.migrate.schema.PrimaryKey;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Sequence;
import dev.migrate.schema.Table;
import dev.migrate.schema.Unique;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What entities say of a schema: a mapping has no words for the rest. */
final class Declaration {

    private Declaration() {}

    static Schema of(Schema schema) {
        Set<QualifiedName> derived = schema.tables().stream()
                .filter(table ->
                        table.partitionOf() != null || !table.inherits().isEmpty())
                .map(Table::name)
                .collect(Collectors.toSet());
        return withPossibleReferences(schema.withTables(schema.tables().stream()
                        .filter(table -> !derived.contains(table.name()))
                        .map(Declaration::of)
                        .toList())
                .withSequences(schema.sequences().stream()
                        .map(sequence -> sequence.ownedBy((Sequence.Owner) null))
                        .toList())
                .withStatistics(List.of())
                .withAuxiliaryObjects(schema.auxiliaryObjects().stream()
                        .filter(object -> !isMark(object))
                        .filter(object -> derived.stream()
                                .map(SqlIdentifiers::quote)
                                .noneMatch(name -> object.create().contains(name)))
                        .toList()));
    }

    /** An index may have another name than is declared. */
    private static boolean isMark(AuxiliaryObject object) {
        return object.identity().startsWith("replica identity ")
                || object.identity().startsWith("clustering ");
    }

    /** The schema without foreign keys to what isn't declared. */
    private static Schema withPossibleReferences(Schema schema) {
        return schema.withTables(schema.tables().stream()
                .map(table -> table.withConstraints(table.constraints().stream()
                        .filter(constraint -> Elsewhere.isPossible(constraint, schema))
                        .toList()))
                .toList());
    }

    private static Table of(Table table) {
        return new Table(
                table.name(),
                table.columns().stream().map(Declaration::of).toList(),
                table.constraints().stream()
                        .filter(Declaration::isDeclarable)
                        .map(Declaration::of)
                        .toList(),
                table.indexes().stream().filter(Declaration::isDeclarable).toList(),
                table.comment(),
                false,
                new TreeMap<>(),
                null,
                List.of(),
                null,
                null,
                false);
    }

    private static Column of(Column column) {
        return column.storage(null).compression(null);
    }

    private static boolean isDeclarable(Constraint constraint) {
        return constraint instanceof PrimaryKey
                || constraint instanceof Unique
                || constraint instanceof Check
                || (constraint instanceof ForeignKey key && !key.hasPeriod());
    }

    /** Without included columns and periods. */
    private static Constraint of(Constraint constraint) {
        if (constraint instanceof PrimaryKey key) {
            return new PrimaryKey(key.name(), key.columns(), List.of(), false, key.deferral());
        }
        return constraint instanceof Unique unique
                ? new Unique(
                        unique.name(), unique.columns(), List.of(), unique.nullsCollide(), false, unique.deferral())
                : constraint;
    }

    private static boolean isDeclarable(Index index) {
        return index.method().equals(Index.BTREE)
                && index.where() == null
                && index.include().isEmpty();
    }
}
