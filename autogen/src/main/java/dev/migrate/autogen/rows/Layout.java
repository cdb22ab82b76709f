package dev.migrate.autogen.rows;

import dev.migrate.ddl.SqlIdentifiers;
import dev.migrate.operation.DataOperation.Require;
import dev.migrate.schema.Column;
import dev.migrate.schema.Hierarchy;
import dev.migrate.schema.Literals;
import dev.migrate.schema.MappedClass;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Where the rows of a hierarchy's classes are in a schema.
 *
 * @param places by class, from the root's table down; of a class without rows, none
 * @param discriminator the column of the root's table that tells classes apart, if it is there
 * @param isShared whether only that column does
 */
record Layout(
        Hierarchy hierarchy,
        Schema schema,
        Map<String, List<Place>> places,
        @Nullable String discriminator,
        boolean isShared) {

    /** The classes that can have rows of their own. */
    List<MappedClass> concrete() {
        return hierarchy.classes().stream()
                .filter(each -> !each.isAbstract() && !of(each).isEmpty())
                .toList();
    }

    List<Place> of(MappedClass entity) {
        return places.getOrDefault(entity.entity(), List.of());
    }

    Optional<Place> at(MappedClass entity, QualifiedName table) {
        return of(entity).stream().filter(place -> place.table().equals(table)).findFirst();
    }

    /** The first of its tables that only rows of the class, and of those that extend it, are in. */
    Place own(MappedClass entity) {
        return of(entity).stream()
                .filter(place -> !place.isOptional())
                .reduce((first, second) -> second)
                .orElseThrow();
    }

    /** {@code FROM} all tables of the class. */
    String from(MappedClass entity) {
        List<Place> all = of(entity);
        Place first = all.get(0);
        StringBuilder sql = new StringBuilder(first.sql());
        for (Place place : all.subList(1, all.size())) {
            sql.append(place.isOptional() ? " LEFT JOIN " : " JOIN ")
                    .append(place.sql())
                    .append(" ON ")
                    .append(place.joins(first));
        }
        return sql.toString();
    }

    /** What holds for the rows of exactly this class, in these tables; empty for all. */
    Optional<String> only(MappedClass entity) {
        if (isShared) {
            return Optional.of(discriminatorSql() + " = " + literal(entity));
        }
        Place own = own(entity);
        String others = hierarchy.classes().stream()
                .filter(each -> entity.entity().equals(each.superclass()))
                .filter(each -> !of(each).isEmpty())
                .map(this::own)
                .filter(place -> at(hierarchy.find(entity.entity()).orElseThrow(), place.table())
                        .isEmpty())
                .filter(place -> isUnder(place, own))
                .map(place -> "NOT EXISTS (SELECT FROM " + place.sql() + " WHERE " + place.joins(own) + ")")
                .distinct()
                .collect(Collectors.joining(" AND "));
        return others.isEmpty() ? Optional.empty() : Optional.of(others);
    }

    /** Whether rows there have one in the table of the superclass, too. */
    private boolean isUnder(Place place, Place parent) {
        return places.values().stream()
                .anyMatch(all -> all.stream().anyMatch(each -> each.table().equals(place.table()))
                        && all.stream().anyMatch(each -> each.table().equals(parent.table())));
    }

    private Place root() {
        return of(hierarchy.classes().stream()
                        .filter(each -> !of(each).isEmpty())
                        .findFirst()
                        .orElseThrow())
                .get(0);
    }

    QualifiedName rootTable() {
        return root().table();
    }

    String discriminatorSql() {
        return root().column(String.valueOf(discriminator));
    }

    /** The rows of no class that the mapping has. */
    String unknown() {
        Place root = root();
        String values = concrete().stream().map(this::literal).collect(Collectors.joining(", "));
        return "SELECT " + SqlIdentifiers.quoteAll(root.key()) + ", "
                + SqlIdentifiers.quote(String.valueOf(discriminator)) + " FROM " + root.sql() + " WHERE "
                + discriminatorSql() + " IS NULL OR " + discriminatorSql() + " NOT IN (" + values + ")";
    }

    /** That each row of an abstract class's own table has one in the table of a subclass; empty if it has no such table. */
    Optional<Require> withoutSubclass(MappedClass entity) {
        Place own = own(entity);
        List<Place> subclasses = hierarchy.classes().stream()
                .filter(each -> entity.entity().equals(each.superclass()))
                .filter(each -> at(each, own.table()).isPresent())
                .map(this::own)
                .filter(place -> !place.table().equals(own.table()))
                .distinct()
                .toList();
        if (subclasses.isEmpty() || own.isOptional()) {
            return Optional.empty();
        }
        return Optional.of(new Require(
                "each row of " + own.table() + " has one in "
                        + subclasses.stream()
                                .map(place -> place.table().toString())
                                .collect(Collectors.joining(" or ")),
                "SELECT " + SqlIdentifiers.quoteAll(own.key()) + " FROM " + own.sql() + " WHERE "
                        + subclasses.stream()
                                .map(place ->
                                        "NOT EXISTS (SELECT FROM " + place.sql() + " WHERE " + place.joins(own) + ")")
                                .collect(Collectors.joining(" AND "))));
    }

    /** What the discriminator says of the class, in the type of its column. */
    String literal(MappedClass entity) {
        boolean isNumber = schema.table(rootTable())
                .flatMap(table -> table.column(String.valueOf(discriminator)))
                .filter(column -> column.type().isInteger())
                .isPresent();
        if (!isNumber) {
            return Literals.literal(entity.value());
        }
        return entity.value().matches("-?\\d+")
                ? entity.value()
                : Integer.toString(entity.value().hashCode());
    }

    /** Which class each row of the root's table is of, as an expression. */
    String classOf(Layout target) {
        if (isShared && discriminator != null) {
            return concrete().stream()
                    .map(entity -> " WHEN " + literal(entity) + " THEN " + target.literal(entity))
                    .collect(Collectors.joining("", "CASE " + discriminatorSql(), " END"));
        }
        List<MappedClass> all = new ArrayList<>(concrete());
        java.util.Collections.reverse(all);
        Place root = root();
        StringBuilder sql = new StringBuilder("CASE");
        String otherwise = "";
        for (MappedClass entity : all) {
            if (at(entity, root.table()).isEmpty()) {
                continue;
            }
            Place own = own(entity);
            if (own.table().equals(root.table())) {
                otherwise = " ELSE " + target.literal(entity);
            } else {
                sql.append(" WHEN EXISTS (SELECT FROM ")
                        .append(own.sql())
                        .append(" WHERE ")
                        .append(own.joins(root))
                        .append(") THEN ")
                        .append(target.literal(entity));
            }
        }
        return sql.toString().equals("CASE") ? otherwise.replace(" ELSE ", "") : sql + otherwise + " END";
    }

    /** The columns of a table that aren't the key's. */
    static Set<String> columns(Schema schema, QualifiedName table, Collection<String> key) {
        Set<String> columns = new TreeSet<>();
        schema.table(table).stream()
                .flatMap(found -> found.columns().stream())
                .filter(column -> column.generated() == null)
                .map(Column::name)
                .filter(column -> !key.contains(column))
                .forEach(columns::add);
        return columns;
    }
}
