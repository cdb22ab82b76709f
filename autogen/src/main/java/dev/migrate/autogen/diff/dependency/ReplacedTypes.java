package dev.migrate.autogen.diff.dependency;

import dev.migrate.operation.EnumOperation.ChangeEnum;
import dev.migrate.operation.ObjectOperation.DropDomain;
import dev.migrate.operation.Reversible;
import dev.migrate.schema.AuxiliaryObject;
import dev.migrate.schema.Column;
import dev.migrate.schema.Constraint;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.Index;
import dev.migrate.schema.ObjectId;
import dev.migrate.schema.ObjectId.OfColumn;
import dev.migrate.schema.ObjectId.OfConstraint;
import dev.migrate.schema.ObjectId.OfIndex;
import dev.migrate.schema.ObjectId.OfObject;
import dev.migrate.schema.ObjectId.OfType;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The types that are dropped and created anew. What needs them would go on meaning the old ones, and so keeps PostgreSQL from
 * converting the columns, or from dropping the type.
 *
 * @param types enum types and domains
 * @param domains the domains alone
 * @param converted the columns of the enum types, which get another type on the way
 * @param schema that has all of them, and says what needs them
 */
public record ReplacedTypes(Set<ObjectId> types, Set<ObjectId> domains, Set<ObjectId> converted, Schema schema) {

    public static ReplacedTypes of(List<Reversible> operations, Schema schema) {
        List<ChangeEnum> enums = operations.stream()
                .filter(ChangeEnum.class::isInstance)
                .map(ChangeEnum.class::cast)
                .filter(change -> !change.onlyAdds())
                .toList();
        Set<ObjectId> domains = operations.stream()
                .filter(operation ->
                        operation instanceof DropDomain drop && ReplacedDomains.isReleased(drop, operations))
                .map(drop -> new OfType(((DropDomain) drop).domain().name()))
                .collect(Collectors.toSet());
        Set<ObjectId> types = new HashSet<>(domains);
        enums.forEach(change -> types.add(new OfType(change.from().name())));
        return new ReplacedTypes(types, domains, columns(enums, schema), schema);
    }

    /** One type alone, whose values go away or change their places. */
    public static ReplacedTypes of(ChangeEnum change, Schema schema) {
        return new ReplacedTypes(
                Set.of(new OfType(change.from().name())), Set.of(), columns(List.of(change), schema), schema);
    }

    private static Set<ObjectId> columns(List<ChangeEnum> changes, Schema schema) {
        return changes.stream()
                .flatMap(change -> change.uses().stream())
                .flatMap(use -> Descendants.columns(use.table(), use.column(), schema).stream())
                .collect(Collectors.toSet());
    }

    /** These types, and a column that gets another type on the way although it isn't of one of them itself. */
    ReplacedTypes converting(QualifiedName table, Column column) {
        Set<ObjectId> more = new HashSet<>(converted);
        more.addAll(Descendants.columns(table, column.name(), schema));
        return new ReplacedTypes(types, domains, more, schema);
    }

    boolean isNeededBy(Index index) {
        return isNeededBy(new OfIndex(index.qualifiedName()));
    }

    boolean isNeededBy(QualifiedName table, Constraint constraint) {
        return constraint.name() != null && isNeededBy(new OfConstraint(table, constraint.name()));
    }

    boolean isNeededBy(AuxiliaryObject object) {
        return isNeededBy(new OfObject(object.identity()));
    }

    private boolean isNeededBy(ObjectId dependent) {
        return !Collections.disjoint(schema.dependencies().neededBy(dependent), types);
    }

    /** Whether a column of the table is generated from values of the types. */
    boolean isSourceOf(QualifiedName table, Column column) {
        return column.generated() != null && isReadBy(new OfColumn(table, column.name()));
    }

    /** Whether it compares columns that get another type, which it only can when all of them have it. */
    boolean isComparedBy(QualifiedName table, ForeignKey key) {
        return isConverted(table, key.columns()) || isConverted(key.target(), key.targetColumns());
    }

    private boolean isConverted(QualifiedName table, Collection<String> columns) {
        return columns.stream().anyMatch(column -> converted.contains(new OfColumn(table, column)));
    }

    /** Whether it is a routine that takes or returns values of a replaced domain, or a type with attributes of it. */
    public boolean isDomainOf(AuxiliaryObject object) {
        return !Collections.disjoint(schema.dependencies().neededBy(new OfObject(object.identity())), domains);
    }

    /** Whether it reads what is replaced. */
    public boolean isReadBy(AuxiliaryObject object) {
        return isReadBy(new OfObject(object.identity()));
    }

    private boolean isReadBy(ObjectId dependent) {
        return isNeededBy(dependent)
                || !Collections.disjoint(schema.dependencies().neededBy(dependent), converted);
    }
}
