package dev.migrate.autogen.rows;

import dev.migrate.ddl.SqlIdentifiers;
import dev.migrate.operation.DataOperation.Require;
import dev.migrate.operation.ObjectOperation.Execute;
import dev.migrate.operation.Operation;
import dev.migrate.schema.Column;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.Hierarchy;
import dev.migrate.schema.MappedClass;
import dev.migrate.schema.QualifiedName;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The statements that bring the rows of a hierarchy from where they are to where they have to be. */
final class HierarchyMove implements Move {

    private final Layout from;
    private final Layout to;
    private final List<String> inserts = new ArrayList<>();
    private final List<String> updates = new ArrayList<>();
    private final List<String> deletes = new ArrayList<>();

    /** What rows get in a column that is there once the migration is done, and that can't be NULL. */
    private final Map<Cell, String> fills = new LinkedHashMap<>();

    /** Columns whose values are elsewhere afterwards. */
    private final Set<Cell> kept = new LinkedHashSet<>();

    private final Set<String> hazards = new LinkedHashSet<>();

    private final Set<QualifiedName> tables = new LinkedHashSet<>();

    HierarchyMove(Layout from, Layout to) {
        this.from = from;
        this.to = to;
        String told = from.discriminator();
        if (told != null) {
            kept.add(new Cell(from.rootTable(), told));
        }
        to.concrete().stream().filter(entity -> !from.of(entity).isEmpty()).forEach(this::move);
        discriminate();
        from.concrete().stream().filter(entity -> !to.of(entity).isEmpty()).forEach(this::remove);
    }

    private void move(MappedClass entity) {
        for (Place target : to.of(entity)) {
            Optional<Place> present = from.at(entity, target.table());
            if (present.isPresent()) {
                update(entity, target);
            } else {
                insert(entity, target);
            }
        }
    }

    /** Where a value is that isn't in its table yet. */
    private Optional<Place> source(MappedClass entity, Place target, String column) {
        boolean isThere = from.at(entity, target.table())
                .filter(place -> place.columns().contains(column))
                .isPresent();
        return isThere
                ? Optional.empty()
                : from.of(entity).stream()
                        .filter(place -> place.columns().contains(column))
                        .filter(place -> goes(entity, place, column))
                        .findFirst();
    }

    /** A column that stays where it is is another one. */
    private boolean goes(MappedClass entity, Place place, String column) {
        return to.at(entity, place.table()).isEmpty()
                || to.schema()
                        .table(place.table())
                        .flatMap(table -> table.column(column))
                        .isEmpty();
    }

    private void update(MappedClass entity, Place target) {
        for (String column : target.columns()) {
            source(entity, target, column).ifPresent(source -> {
                keep(source, column);
                tables.add(target.table());
                String value = "(SELECT " + source.column(column) + " FROM " + source.sql() + " WHERE "
                        + source.joins(target) + ")";
                if (isRequired(target.table(), column)) {
                    fills.put(new Cell(target.table(), column), value);
                } else {
                    add(
                            updates,
                            "UPDATE " + target.sql() + " SET " + SqlIdentifiers.quote(column) + " = "
                                    + source.column(column) + " FROM " + source.sql() + " WHERE "
                                    + source.joins(target));
                }
            });
        }
    }

    private boolean isRequired(QualifiedName table, String column) {
        return to.schema()
                .table(table)
                .flatMap(found -> found.column(column))
                .filter(found -> !found.nullable())
                .isPresent();
    }

    private void insert(MappedClass entity, Place target) {
        tables.add(target.table());
        Place first = from.of(entity).get(0);
        List<String> columns = new ArrayList<>();
        List<String> values = new ArrayList<>();
        for (int i = 0; i < target.key().size(); i++) {
            columns.add(target.key().get(i));
            values.add(first.column(first.key().get(i)));
        }
        List<String> own = new ArrayList<>();
        for (String column : target.columns()) {
            source(entity, target, column).ifPresent(source -> {
                keep(source, column);
                columns.add(column);
                values.add(source.column(column));
                own.add(source.column(column));
            });
        }
        for (String column : goingRequired(target)) {
            from.of(entity).stream()
                    .filter(place -> place.columns().contains(column))
                    .findFirst()
                    .ifPresent(source -> {
                        columns.add(column);
                        values.add(source.column(column));
                    });
        }
        String discriminator = to.discriminator();
        if (discriminator != null && target.table().equals(to.rootTable())) {
            columns.add(discriminator);
            values.add(to.literal(entity));
        }
        List<String> conditions = new ArrayList<>();
        from.only(entity).ifPresent(conditions::add);
        if (target.isOptional()) {
            if (own.isEmpty()) {
                return;
            }
            conditions.add(
                    own.size() == 1 ? own.get(0) + " IS NOT NULL" : "num_nonnulls(" + String.join(", ", own) + ") > 0");
        }
        add(
                inserts,
                "INSERT INTO " + target.sql() + " (" + SqlIdentifiers.quoteAll(columns) + ") SELECT "
                        + String.join(", ", values) + " FROM " + from.from(entity)
                        + (conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions)));
    }

    /** Columns that are still there while rows come in, and that can't be NULL. */
    private List<String> goingRequired(Place target) {
        return from.schema().table(target.table()).stream()
                .flatMap(table -> table.columns().stream())
                .filter(column -> !column.nullable()
                        && column.defaultExpression() == null
                        && !target.columns().contains(column.name())
                        && to.schema()
                                .table(target.table())
                                .flatMap(table -> table.column(column.name()))
                                .isEmpty())
                .map(Column::name)
                .toList();
    }

    private void keep(Place source, String column) {
        kept.add(new Cell(source.table(), column));
    }

    /** The column that tells classes apart, where rows are already. */
    private void discriminate() {
        String discriminator = to.discriminator();
        if (discriminator == null || from.concrete().isEmpty()) {
            return;
        }
        boolean comes = from.schema()
                .table(to.rootTable())
                .filter(table -> table.column(discriminator).isEmpty())
                .isPresent();
        boolean isTold = from.hierarchy().classes().size() > 1
                && from.hierarchy().classes().stream()
                        .anyMatch(each ->
                                each.superclass() != null && !from.of(each).isEmpty());
        if (comes && isTold && from.rootTable().equals(to.rootTable())) {
            fills.put(new Cell(to.rootTable(), discriminator), from.classOf(to));
            tables.add(to.rootTable());
        }
    }

    /** What stays of a row where none has to be any more. */
    private void remove(MappedClass entity) {
        List<Place> places = new ArrayList<>(from.of(entity));
        Collections.reverse(places);
        for (Place place : places) {
            boolean stays = to.schema().table(place.table()).isPresent();
            if (stays && to.at(entity, place.table()).isEmpty()) {
                tables.add(place.table());
                cascades(place.table()).ifPresent(hazards::add);
                List<String> conditions = new ArrayList<>();
                Place own = from.own(entity);
                if (!own.equals(place)) {
                    conditions.add("EXISTS (SELECT FROM " + own.sql() + " WHERE " + own.joins(place) + ")");
                }
                from.only(entity).filter(only -> from.isShared()).ifPresent(conditions::add);
                add(
                        deletes,
                        "DELETE FROM " + place.sql()
                                + (conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions)));
            }
        }
    }

    /** What a deleted row would take along, or change, that has to stay. */
    private Optional<String> cascades(QualifiedName deleted) {
        return from.schema().tables().stream()
                .filter(table -> to.schema()
                        .table(table.name())
                        .filter(kept -> kept.constraintsOf(ForeignKey.class).stream()
                                .anyMatch(reference -> changesWith(reference, deleted)))
                        .isPresent())
                .filter(table -> table.constraintsOf(ForeignKey.class).stream()
                        .anyMatch(reference -> changesWith(reference, deleted)))
                .map(table -> "rows of " + table.name() + " would change with the rows that leave " + deleted
                        + ", by a foreign key with ON DELETE")
                .findFirst();
    }

    private static boolean changesWith(ForeignKey reference, QualifiedName deleted) {
        return reference.target().equals(deleted)
                && reference.onDelete() != ForeignKey.Action.NO_ACTION
                && reference.onDelete() != ForeignKey.Action.RESTRICT;
    }

    /** Why rows can't be deleted where they have to leave. */
    Set<String> hazards() {
        return hazards;
    }

    private static void add(List<String> statements, String statement) {
        if (!statements.contains(statement)) {
            statements.add(statement);
        }
    }

    boolean isEmpty() {
        return inserts.isEmpty() && updates.isEmpty() && deletes.isEmpty() && fills.isEmpty();
    }

    /** Each row is of a class that the mapping has: by its discriminator, or by the table of a subclass. */
    @Override
    public List<Require> requirements() {
        if (from.isShared()) {
            return List.of(new Require(
                    "each row of " + from.rootTable() + " is of a class of the mapping by its " + from.discriminator(),
                    from.unknown()));
        }
        return from.hierarchy().classes().stream()
                .filter(entity -> entity.isAbstract() && !from.of(entity).isEmpty())
                .flatMap(entity -> from.withoutSubclass(entity).stream())
                .distinct()
                .toList();
    }

    @Override
    public List<Operation> operations() {
        List<Operation> operations = new ArrayList<>();
        inserts.forEach(sql -> operations.add(new Execute(sql)));
        updates.forEach(sql -> operations.add(new Execute(sql)));
        deletes.forEach(sql -> operations.add(new Execute(sql)));
        return operations;
    }

    @Override
    public Map<Cell, String> fills() {
        return fills;
    }

    @Override
    public Set<Cell> kept() {
        return kept;
    }

    @Override
    public Set<QualifiedName> tables() {
        Set<QualifiedName> all = new LinkedHashSet<>(tables);
        all.addAll(sources());
        return all;
    }

    @Override
    public Set<QualifiedName> sources() {
        Set<QualifiedName> all = new LinkedHashSet<>();
        from.places().values().stream().flatMap(List::stream).map(Place::table).forEach(all::add);
        return all;
    }

    /** Whether it moves what the links are, too: those of a secondary table. */
    boolean has(LinkMove move) {
        return tables().contains(move.link().table().name())
                || move.kept().stream().anyMatch(kept::contains);
    }

    @Override
    public List<String> comment() {
        String entities =
                from.hierarchy().classes().stream().map(MappedClass::entity).collect(Collectors.joining(", "));
        return List.of("Moves the rows of " + entities + " to the tables where the entities have them now.");
    }

    @Override
    public String refusal(String doubt) {
        return refusal(from.hierarchy(), doubt);
    }

    static String refusal(Hierarchy hierarchy, String doubt) {
        String root = hierarchy.root().entity();
        return "The rows of " + root + " and its subclasses have to be in other tables, and can't be moved: " + doubt
                + ". Run again with -Dmigrate.leaveRows=" + root
                + ", and move them in the migration by statements of your own.";
    }
}
