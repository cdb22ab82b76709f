package dev.migrate.autogen.diff.dependency;

import dev.migrate.autogen.diff.comparison.CompositeChange;
import dev.migrate.autogen.diff.comparison.Expressions;
import dev.migrate.autogen.diff.comparison.ObjectDiff;
import dev.migrate.autogen.diff.comparison.SqlText;
import dev.migrate.operation.EnumOperation.ChangeEnum;
import dev.migrate.operation.ObjectOperation.DropDomain;
import dev.migrate.operation.Reversible;
import dev.migrate.schema.AuxiliaryObject;
import dev.migrate.schema.Column;
import dev.migrate.schema.Constraint;
import dev.migrate.schema.Expression;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.Generated;
import dev.migrate.schema.Index;
import dev.migrate.schema.QualifiedName;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The types that are dropped and created anew. What says something in terms of their values would go on meaning the old
 * ones, and so keeps PostgreSQL from converting the columns, or from dropping the type.
 *
 * @param names of enum types and domains
 * @param domains those of domains alone
 * @param converted the columns of the enum types, which get another type on the way
 */
public record ReplacedTypes(Set<String> names, Set<String> domains, Map<QualifiedName, Set<String>> converted) {

    public static ReplacedTypes of(List<Reversible> operations) {
        List<ChangeEnum> enums = operations.stream()
                .filter(ChangeEnum.class::isInstance)
                .map(ChangeEnum.class::cast)
                .filter(change -> !change.onlyAdds())
                .toList();
        Set<String> domains = operations.stream()
                .filter(operation ->
                        operation instanceof DropDomain drop && ReplacedDomains.isReleased(drop, operations))
                .map(drop -> ((DropDomain) drop).domain().name().name())
                .collect(Collectors.toSet());
        Set<String> names = new HashSet<>(domains);
        enums.forEach(change -> names.add(change.from().name().name()));
        return new ReplacedTypes(names, domains, columns(enums));
    }

    /** One type alone, whose values go away or change their places. */
    public static ReplacedTypes of(ChangeEnum change) {
        return new ReplacedTypes(Set.of(change.from().name().name()), Set.of(), columns(List.of(change)));
    }

    private static Map<QualifiedName, Set<String>> columns(List<ChangeEnum> changes) {
        Map<QualifiedName, Set<String>> columns = new HashMap<>();
        changes.stream().flatMap(change -> change.uses().stream()).forEach(use -> columns.computeIfAbsent(
                        use.table(), table -> new HashSet<>())
                .add(use.column()));
        return columns;
    }

    /** These types, and a column that gets another type on the way although it isn't of one of them itself. */
    ReplacedTypes converting(QualifiedName table, Column column) {
        Map<QualifiedName, Set<String>> more = new HashMap<>(converted);
        more.merge(table, Set.of(column.name()), (some, one) -> {
            Set<String> all = new HashSet<>(some);
            all.addAll(one);
            return all;
        });
        return new ReplacedTypes(names, domains, more);
    }

    boolean isMentionedIn(Index index) {
        return Expressions.of(index).anyMatch(this::isMentionedIn);
    }

    boolean isMentionedIn(Constraint constraint) {
        return Expressions.of(constraint).anyMatch(this::isMentionedIn);
    }

    boolean isMentionedIn(Expression expression) {
        return isMentionedIn(expression.normal());
    }

    boolean isMentionedIn(String sql) {
        return names.stream().anyMatch(name -> SqlText.mentions(sql, name));
    }

    /** Whether a column of the table is generated from values of the types. */
    boolean isSourceOf(QualifiedName table, Column column) {
        Generated formula = column.generated();
        return formula != null && (isMentionedIn(formula.expression()) || isReadBy(table, formula.expression()));
    }

    private boolean isReadBy(QualifiedName table, Expression formula) {
        return converted.getOrDefault(table, Set.of()).stream()
                .anyMatch(column -> SqlText.mentionsColumn(formula.normal(), column));
    }

    /** Whether it compares columns that get another type, which it only can when all of them have it. */
    boolean isComparedBy(QualifiedName table, ForeignKey key) {
        return isConverted(table, key.columns()) || isConverted(key.target(), key.targetColumns());
    }

    private boolean isConverted(QualifiedName table, Collection<String> columns) {
        return !Collections.disjoint(converted.getOrDefault(table, Set.of()), columns);
    }

    /** Whether it is a routine that takes or returns values of a replaced domain, or a type with attributes of it. */
    public boolean isDomainOf(AuxiliaryObject object) {
        return declaration(object)
                .filter(sql -> domains.stream().anyMatch(name -> SqlText.mentions(sql, name)))
                .isPresent();
    }

    /** What names the types that a routine or a composite type is of; other objects use no types in this sense. */
    static Optional<String> declaration(AuxiliaryObject object) {
        if (ObjectDiff.isRoutine(object)) {
            return Optional.of(ObjectDiff.signature(object));
        }
        return CompositeChange.isComposite(object) ? Optional.of(object.create()) : Optional.empty();
    }

    /** Whether a view or a trigger reads what is replaced. */
    public boolean isReadBy(AuxiliaryObject object) {
        return isMentionedIn(object.create())
                || converted.entrySet().stream().anyMatch(columns -> columns.getValue().stream()
                        .anyMatch(column -> ObjectDependencies.mentions(object.create(), columns.getKey(), column)));
    }
}
