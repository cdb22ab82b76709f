package dev.migrate.autogen.model;

import dev.migrate.autogen.model.Model.Attribute;
import dev.migrate.autogen.model.Model.Basic;
import dev.migrate.autogen.model.Model.Computed;
import dev.migrate.autogen.model.Model.Content;
import dev.migrate.autogen.model.Model.Entity;
import dev.migrate.autogen.model.Model.Link;
import dev.migrate.autogen.model.Model.Plural;
import dev.migrate.autogen.model.Model.Reference;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What a person knows who makes one model of another: what is a rename, what rows get, and what is in them then. */
record ModelChange(Model earlier, Model later) {

    /** As {@code -Dmigrate.rename} has them. */
    List<String> renames() {
        List<String> renames = new ArrayList<>();
        for (Entity entity : kept()) {
            Entity before = earlier.entity(entity.name());
            boolean hasTable = entity.superclass() == null
                    || !"SINGLE_TABLE".equals(later.root(entity).inheritance());
            if (hasTable && !earlier.table(before).equals(later.table(entity))) {
                String table = later.table(entity);
                renames.add(earlier.table(before) + ":" + table.substring(table.indexOf('.') + 1));
            }
        }
        for (Entity entity : kept()) {
            for (Attribute attribute : entity.attributes()) {
                of(earlier, entity, attribute)
                        .filter(was -> was.hasColumn() && !was.columnName().equals(attribute.columnName()))
                        .ifPresent(was -> keptTables(entity, attribute)
                                .map(table -> table + "." + earlier.physical(was.columnName()) + ":"
                                        + later.physical(attribute.columnName()))
                                .forEach(renames::add));
            }
        }
        for (Entity entity : kept()) {
            for (Attribute attribute : entity.attributes()) {
                of(earlier, entity, attribute)
                        .filter(was -> Model.isAside(was) && Model.isAside(attribute))
                        .ifPresent(was -> renameAside(entity, was, attribute, renames));
            }
        }
        return renames;
    }

    private void renameAside(Entity entity, Attribute was, Attribute attribute, List<String> renames) {
        Entity before = earlier.entity(entity.name());
        String from = earlier.tableAside(before, was);
        String to = later.tableAside(entity, attribute);
        if (!from.equals(to)) {
            renames.add(from + ":" + to.substring(to.indexOf('.') + 1));
        }
        List<String> columns = later.columnsAside(entity, attribute);
        List<String> others = earlier.columnsAside(before, was);
        for (int i = 0; i < columns.size(); i++) {
            if (!columns.get(i).equals(others.get(i))) {
                renames.add(to + "." + earlier.physical(others.get(i)) + ":" + later.physical(columns.get(i)));
            }
        }
    }

    /** As {@code -Dmigrate.backfill} has them. */
    List<String> backfill() {
        List<String> assignments = new ArrayList<>();
        for (Entity entity : kept()) {
            if (entity.hasVersion() && !earlier.entity(entity.name()).hasVersion()) {
                keptTables(entity, Model.VERSION)
                        .map(table -> table + "." + later.physical("version") + "=0")
                        .forEach(assignments::add);
            }
            for (Attribute attribute : entity.attributes()) {
                if (attribute.content() instanceof Basic basic && isFilled(entity, attribute)) {
                    String value = basic.kind().literal(later.text(basic, Model.DEFAULT));
                    keptTables(entity, attribute)
                            .map(table -> table + "." + later.physical(attribute.columnName()) + "=" + value)
                            .forEach(assignments::add);
                }
            }
        }
        return assignments;
    }

    private boolean isFilled(Entity entity, Attribute attribute) {
        return attribute.isRequired()
                && of(earlier, entity, attribute)
                        .map(was -> !was.isRequired())
                        .orElse(attribute.defaultValue() == null);
    }

    /** Whether rows that have to go from one model to the other may be without it. */
    boolean mayBeNull(Entity entity, Attribute attribute, boolean isLater) {
        return Stream.of(earlier, isLater ? later : earlier)
                .flatMap(model -> of(model, entity, attribute).stream())
                .noneMatch(Attribute::isRequired);
    }

    /** Whether what it refers to belongs to one alone, in either model. */
    boolean isAlone(Entity entity, Attribute attribute) {
        return Stream.of(earlier, later)
                .flatMap(model -> of(model, entity, attribute).stream())
                .map(Attribute::content)
                .anyMatch(content -> (content instanceof Reference reference && reference.link() == Link.ONE_TO_ONE)
                        || (content instanceof Plural plural && plural.isExclusive()));
    }

    /** Whether no two rows may have the same value in it, in either model. */
    boolean isUnique(Entity entity, Attribute attribute) {
        return Stream.of(earlier, later)
                .flatMap(model -> of(model, entity, attribute).stream())
                .anyMatch(Attribute::isUnique);
    }

    /** Whether both have that part of an embeddable. */
    boolean isShared(String embeddable, String part) {
        return Stream.of(earlier, later)
                .allMatch(model -> model.embeddables().getOrDefault(embeddable, List.of()).stream()
                        .anyMatch(each -> each.name().equals(part)));
    }

    /** What the later model reads of the rows that the earlier one has read. */
    Map<String, Map<String, String>> upgraded(Map<String, Map<String, String>> rows) {
        return moved(rows, later);
    }

    /** What the earlier model reads of the rows that the later one has read. */
    Map<String, Map<String, String>> downgraded(Map<String, Map<String, String>> rows) {
        return moved(rows, earlier);
    }

    private Map<String, Map<String, String>> moved(Map<String, Map<String, String>> rows, Model to) {
        Map<String, Map<String, String>> moved = new TreeMap<>();
        rows.forEach((key, values) -> to.find(key.substring(0, key.indexOf('#')))
                .filter(entity -> earlier.find(entity.name()).isPresent())
                .ifPresent(entity -> moved.put(key, moved(values, to, entity))));
        return moved;
    }

    private Map<String, String> moved(Map<String, String> values, Model to, Entity entity) {
        Map<String, String> moved = new TreeMap<>();
        for (Attribute attribute : to.attributes(entity)) {
            to.leaves(attribute).forEach(leaf -> {
                String value = leaf.content() instanceof Computed computed
                        ? String.valueOf(moved.get(computed.origin()).equals("null"))
                        : values.getOrDefault(leaf.origin(), absent(attribute.content()));
                boolean isFilled = value.equals("null") && leaf.isRequired();
                moved.put(
                        leaf.origin(),
                        isFilled && leaf.content() instanceof Basic basic ? to.text(basic, Model.DEFAULT) : value);
            });
        }
        return moved;
    }

    private static String absent(Content content) {
        return content instanceof Plural plural
                ? Texts.of(plural.container() == Model.Container.MAP ? Map.of() : List.of())
                : "null";
    }

    private List<Entity> kept() {
        return later.entities().stream()
                .filter(entity -> earlier.find(entity.name()).isPresent())
                .toList();
    }

    /** The tables that have a column for it, and were there before. */
    private Stream<String> keptTables(Entity entity, Attribute attribute) {
        if (attribute.isSecondary()) {
            return later.tables(entity, attribute);
        }
        return kept().stream()
                .filter(each -> later.isA(each, entity))
                .map(later::table)
                .filter(table -> later.tables(entity, attribute).anyMatch(table::equals))
                .distinct();
    }

    private static Optional<Attribute> of(Model model, Entity entity, Attribute attribute) {
        return model.find(entity.name()).stream()
                .flatMap(each -> model.attributes(each).stream())
                .filter(each -> each.origin().equals(attribute.origin()))
                .findFirst();
    }
}
