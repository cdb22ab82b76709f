package dev.migrate.autogen.diff.dependency;

import dev.migrate.autogen.diff.comparison.ColumnDiff;
import dev.migrate.autogen.diff.comparison.CompositeChange;
import dev.migrate.autogen.diff.comparison.ObjectDiff;
import dev.migrate.operation.ColumnOperation.ChangeColumn;
import dev.migrate.operation.ColumnOperation.DropColumn;
import dev.migrate.operation.ConstraintOperation.DropConstraint;
import dev.migrate.operation.EnumOperation.ChangeEnum;
import dev.migrate.operation.ObjectOperation.DropAuxiliaryObject;
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
import dev.migrate.schema.ObjectId.OfStatistics;
import dev.migrate.schema.ObjectId.OfType;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Statistics;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What can't stay as it is while something that it needs changes, and so goes before and comes back behind. PostgreSQL's rules,
 * with the chapters of its manual:
 *
 * <table>
 * <caption>What goes because of what</caption>
 * <tr><th>what changes</th><th>what has to go meanwhile</th><th></th></tr>
 * <tr><td>a column's type or collation</td>
 *     <td>views, routines, triggers, policies, rules, generated columns; it converts defaults, checks, indexes, keys and
 *     statistics by itself, but forgets the statistics' target</td><td>ALTER TABLE, Notes; CREATE TABLE, GENERATED</td></tr>
 * <tr><td>a column, a constraint or an object goes, perhaps to come back</td>
 *     <td>views, routines, triggers, policies, rules, casts, types; constraints, indexes and
 *     statistics go with their column, statistics also with their view or function</td><td>Dependency Tracking</td></tr>
 * <tr><td>an enum type or a domain is replaced by another one</td>
 *     <td>all that names it, except for columns of it, which are converted, and their defaults</td><td>DROP TYPE</td></tr>
 * <tr><td>something has to go meanwhile</td><td>the same as if it went</td><td>Dependency Tracking</td></tr>
 * </table>
 */
final class Dependents {

    private final Schema before;
    private final Predicate<ObjectId> comesBack;
    private final Set<ObjectId> types = new HashSet<>();
    private final Set<ObjectId> domains = new HashSet<>();
    private final Set<ObjectId> converted = new HashSet<>();
    private final Set<ObjectId> retyped = new HashSet<>();
    private final Map<ObjectId, AuxiliaryObject> objects = new HashMap<>();
    private final Set<ObjectId> targeted = new HashSet<>();
    private final Set<ObjectId> found = new HashSet<>();

    /** What an enum type's replacement makes again by itself. */
    private final Set<ObjectId> withEnums = new HashSet<>();

    private final Deque<ObjectId> changed = new ArrayDeque<>();

    private Dependents(Schema before, Predicate<ObjectId> comesBack) {
        this.before = before;
        this.comesBack = comesBack;
        before.auxiliaryObjects().forEach(object -> objects.put(new OfObject(object.identity()), object));
        before.statistics().stream()
                .filter(statistics -> statistics.target() != null)
                .forEach(statistics -> targeted.add(new OfStatistics(statistics.name())));
    }

    /** Of what the operations change and drop. */
    static Dependents of(List<Reversible> operations, Schema before) {
        return of(operations, before, object -> true);
    }

    /** @param comesBack whether an object can be made again; one that can't stays, and so does what needs it */
    static Dependents of(List<Reversible> operations, Schema before, Predicate<ObjectId> comesBack) {
        Dependents dependents = new Dependents(before, comesBack);
        operations.forEach(operation -> dependents.add(operation, operations));
        return dependents.closed();
    }

    /** Of an enum type alone, whose values go away or change their places. */
    static Dependents of(ChangeEnum change, Collection<ChangeColumn> released, Schema before) {
        Dependents dependents = new Dependents(before, object -> true);
        dependents.replace(change);
        for (ChangeColumn column : released) {
            dependents.convert(column.table(), column.to().name());
        }
        return dependents.closed();
    }

    private void add(Reversible operation, List<Reversible> operations) {
        if (operation instanceof ChangeEnum change && !change.onlyAdds()) {
            replace(change);
        } else if (operation instanceof DropDomain drop && ReplacedDomains.isReleased(drop, operations)) {
            ObjectId domain = new OfType(drop.domain().name());
            domains.add(domain);
            types.add(domain);
            changed.add(domain);
        } else if (operation instanceof ChangeColumn change && ColumnDiff.retypes(change)) {
            retype(change.table(), change.from().name());
        } else if (operation instanceof ChangeColumn change && ColumnDiff.losesFormula(change)) {
            // On the way back it is another column.
            changed.addAll(Descendants.columns(change.table(), change.from().name(), before));
        } else if (operation instanceof DropColumn drop) {
            changed.addAll(Descendants.columns(drop.table(), drop.column().name(), before));
        } else if (operation instanceof DropConstraint drop) {
            name(drop.table(), drop.constraint()).ifPresent(changed::add);
        } else if (operation instanceof DropAuxiliaryObject drop) {
            changed.add(new OfObject(drop.object().identity()));
        }
    }

    private void replace(ChangeEnum change) {
        ObjectId type = new OfType(change.from().name());
        types.add(type);
        changed.add(type);
        change.uses().forEach(use -> convert(use.table(), use.column()));
    }

    private void convert(QualifiedName table, String column) {
        converted.addAll(Descendants.columns(table, column, before));
        retype(table, column);
    }

    private void retype(QualifiedName table, String column) {
        Set<ObjectId> columns = Descendants.columns(table, column, before);
        retyped.addAll(columns);
        changed.addAll(columns);
    }

    private Dependents closed() {
        while (!changed.isEmpty()) {
            ObjectId next = changed.remove();
            for (ObjectId dependent : before.dependencies().dependentsOf(next)) {
                if (hasToGo(dependent, next) && comesBack.test(dependent) && isNews(dependent, next)) {
                    changed.add(dependent);
                }
            }
        }
        return this;
    }

    private boolean isNews(ObjectId dependent, ObjectId needed) {
        if (comesWithEnum(dependent, needed)) {
            return !found.contains(dependent) && withEnums.add(dependent);
        }
        withEnums.remove(dependent);
        return found.add(dependent);
    }

    private boolean hasToGo(ObjectId dependent, ObjectId needed) {
        boolean isReplaced = types.contains(needed) || withEnums.contains(needed);
        return dependent instanceof OfObject
                || (dependent instanceof OfStatistics
                        && (isReplaced || !retyped.contains(needed) || targeted.contains(dependent)))
                || (dependent instanceof OfColumn && (isReplaced || retyped.contains(needed)))
                || ((dependent instanceof OfConstraint || dependent instanceof OfIndex) && isReplaced);
    }

    /** Casts and routines of the type, and composite types with attributes of it, be it within others. */
    private boolean comesWithEnum(ObjectId dependent, ObjectId needed) {
        AuxiliaryObject object = objects.get(dependent);
        boolean isOfEnum = types.contains(needed) && !domains.contains(needed);
        if (object == null || !(isOfEnum || withEnums.contains(needed))) {
            return false;
        }
        return CompositeChange.isComposite(object)
                || (isOfEnum
                        && (object.identity().startsWith("cast ")
                                || (ObjectDiff.isRoutine(object) && !Mentions.isParsed(object))));
    }

    boolean contain(Index index) {
        return found.contains(new OfIndex(index.qualifiedName()));
    }

    boolean contain(QualifiedName table, Constraint constraint) {
        return name(table, constraint).filter(found::contains).isPresent();
    }

    boolean contain(Statistics statistics) {
        return found.contains(new OfStatistics(statistics.name()));
    }

    private static Optional<ObjectId> name(QualifiedName table, Constraint constraint) {
        return Optional.ofNullable(constraint.name()).map(name -> new OfConstraint(table, name));
    }

    /** Whether it is a generated column of which the values have to be computed again. */
    boolean contain(QualifiedName table, Column column) {
        return column.generated() != null && found.contains(new OfColumn(table, column.name()));
    }

    boolean contain(AuxiliaryObject object) {
        return found.contains(new OfObject(object.identity()));
    }

    /** Whether the replacement of an enum type makes it again. */
    boolean comesWithEnum(AuxiliaryObject object) {
        return withEnums.contains(new OfObject(object.identity()));
    }

    /** Whether a foreign key compares columns of a replaced type, which it only can when all of them have it. */
    boolean contain(QualifiedName table, ForeignKey key) {
        return isConverted(table, key.columns()) || isConverted(key.target(), key.targetColumns());
    }

    private boolean isConverted(QualifiedName table, Collection<String> columns) {
        return columns.stream().anyMatch(column -> converted.contains(new OfColumn(table, column)));
    }

    /** Whether it names a type that is replaced. */
    boolean ofTypesContain(AuxiliaryObject object) {
        return !Collections.disjoint(before.dependencies().neededBy(new OfObject(object.identity())), types);
    }
}
