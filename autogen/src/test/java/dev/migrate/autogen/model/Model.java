package dev.migrate.autogen.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Entities, as {@link ModelSource} writes them. What keeps its name, or its {@link Attribute#origin origin}, is the same
 * in an earlier model and a later one.
 *
 * @param entities a superclass, and what is referred to, comes before
 * @param enums their constants: two that never change, and maybe {@link #OTHER}
 * @param settings of Hibernate
 */
record Model(
        List<Entity> entities,
        SortedMap<String, List<String>> enums,
        SortedMap<String, List<Attribute>> embeddables,
        SortedMap<String, String> settings) {

    /** The number of the value that a default and a backfill name; no row has it otherwise. */
    static final int DEFAULT = 91;

    /** The constant that comes and goes. */
    static final String OTHER = "BLUE";

    /**
     * An entity.
     *
     * @param alias its {@code @Entity}'s name, which is that of its class at first
     * @param table its {@code @Table}'s name, null for none
     * @param superclass the entity that it extends, null for none
     * @param inheritance how its subclasses are kept, null if it has none
     * @param secondaryTable where attributes that are marked so are kept, null for none
     */
    record Entity(
            String name,
            String alias,
            @Nullable String schema,
            @Nullable String table,
            @Nullable String superclass,
            @Nullable String inheritance,
            @Nullable String secondaryTable,
            Key key,
            boolean hasVersion,
            Together together,
            List<Attribute> attributes) {}

    /**
     * The columns that are unique together, none if nothing is.
     *
     * @param name the constraint's, empty for none
     */
    record Together(String name, List<String> columns) {}

    /** An attribute like the one that counts a row's versions. */
    static final Attribute VERSION = Attribute.plain("version", new Basic(Kind.INT, "int"));

    /** How rows get their keys; {@code sequence} and {@code allocation} are those of {@link KeyForm#SEQUENCE} alone. */
    record Key(KeyForm form, String type, String sequence, int allocation) {}

    /** Where a key's values are from. */
    enum KeyForm {
        IDENTITY,
        AUTO,
        SEQUENCE,
        TABLE,
        UUID,
        ASSIGNED,
        EMBEDDED
    }

    /**
     * An attribute.
     *
     * @param origin what it was called at first
     * @param column its {@code @Column}'s or {@code @JoinColumn}'s name, null for none
     * @param tableAside the name of the table that it has for itself, null for none
     * @param defaultValue the number of the value that {@code @ColumnDefault} names, null for none
     */
    record Attribute(
            String origin,
            String name,
            @Nullable String column,
            @Nullable String tableAside,
            Content content,
            boolean isRequired,
            boolean isUnique,
            boolean isIndexed,
            boolean isChecked,
            boolean isSecondary,
            @Nullable Integer length,
            @Nullable Integer defaultValue,
            @Nullable String comment) {

        /** An attribute that has nothing but its type. */
        static Attribute plain(String name, Content content) {
            return new Attribute(name, name, null, null, content, false, false, false, false, false, null, null, null);
        }

        /** The name of its column, as it is written. */
        String columnName() {
            String key = content instanceof Reference reference && reference.byColumn() != null
                    ? reference.byColumn()
                    : "id";
            return Objects.requireNonNullElse(column, content instanceof Reference ? name + "_" + key : name);
        }

        boolean hasColumn() {
            return content instanceof Basic
                    || content instanceof Computed
                    || (content instanceof Reference reference && reference.link() != Link.JOIN_TABLE);
        }
    }

    /** What an attribute holds. */
    sealed interface Content {}

    /** @param type the enum's name, or else the kind's own type */
    record Basic(Kind kind, String type) implements Content {}

    /** Whether another attribute of its entity is null, as PostgreSQL computes it. */
    record Computed(String origin, String column) implements Content {}

    /** How an embeddable is kept. */
    enum Embedding {
        COLUMNS,
        STRUCT,
        JSON
    }

    record Embedded(String embeddable, Embedding embedding) implements Content {}

    /** How another entity is referred to. */
    enum Link {
        MANY_TO_ONE,
        ONE_TO_ONE,
        JOIN_TABLE
    }

    /** How the database keeps to a reference. */
    enum Keeping {
        PLAIN,
        NAMED,
        CASCADE,
        NOT
    }

    /** @param byColumn the column of the other table that it refers to, null for the key */
    record Reference(
            String entity,
            Link link,
            Keeping keeping,
            @Nullable String byColumn) implements Content {

        /** Through a table in between. */
        static Reference joined(String entity) {
            return new Reference(entity, Link.JOIN_TABLE, Keeping.PLAIN, null);
        }
    }

    /** How a collection is kept. */
    enum Container {
        SET,
        BAG,
        ORDERED,
        MAP
    }

    /** @param isExclusive whether an entity is an element of one owner alone */
    record Plural(Container container, Content element, boolean isExclusive) implements Content {}

    /** The entity of that name. */
    Entity entity(String name) {
        return find(name).orElseThrow(() -> new NoSuchElementException(name));
    }

    Optional<Entity> find(String name) {
        return entities.stream().filter(entity -> entity.name().equals(name)).findFirst();
    }

    Entity root(Entity entity) {
        return entity.superclass() == null ? entity : root(entity(entity.superclass()));
    }

    /** The value of that number, as {@link Texts} has it. */
    String text(Basic basic, int number) {
        return basic.kind().isEnum()
                ? enums.get(basic.type()).stream()
                        .filter(constant -> !constant.equals(OTHER))
                        .sorted()
                        .toList()
                        .get(number % 2)
                : Texts.of(basic.kind().value(number));
    }

    /** Its own attributes and those of its superclasses. */
    List<Attribute> attributes(Entity entity) {
        List<Attribute> all = new ArrayList<>();
        if (entity.superclass() != null) {
            all.addAll(attributes(entity(entity.superclass())));
        }
        all.addAll(entity.attributes());
        return all;
    }

    /** The attributes that hold one value each: of an embedded attribute what is in it. */
    Stream<Attribute> leaves(Attribute attribute) {
        return attribute.content() instanceof Embedded embedded
                ? embeddables.get(embedded.embeddable()).stream()
                : Stream.of(attribute);
    }

    /** Whether one is the other or a subclass of it. */
    boolean isA(Entity entity, Entity superclass) {
        return entity.name().equals(superclass.name())
                || (entity.superclass() != null && isA(entity(entity.superclass()), superclass));
    }

    /** A name as PostgreSQL has it. */
    String physical(String name) {
        return settings.containsKey(RandomModels.QUOTED) ? name : name.toLowerCase(Locale.ROOT);
    }

    /** The table that an entity's own attributes are in, as an option names it. */
    String table(Entity entity) {
        Entity owner = "SINGLE_TABLE".equals(root(entity).inheritance()) ? root(entity) : entity;
        return qualified(owner.schema(), Objects.requireNonNullElse(owner.table(), owner.alias()));
    }

    private String qualified(@Nullable String named, String table) {
        String schema = named == null ? settings.get(RandomModels.SCHEMA) : named;
        return schema == null ? physical(table) : physical(schema) + "." + physical(table);
    }

    /** Whether an attribute of an entity has a table of its own. */
    static boolean isAside(Attribute attribute) {
        return attribute.content() instanceof Plural
                || (attribute.content() instanceof Reference && !attribute.hasColumn());
    }

    /** The table of such an attribute. */
    String tableAside(Entity entity, Attribute attribute) {
        return qualified(
                null,
                attribute.tableAside() == null ? entity.alias() + "_" + attribute.name() : attribute.tableAside());
    }

    /** The columns of that table that are called after the entity or the attribute. */
    List<String> columnsAside(Entity entity, Attribute attribute) {
        List<String> columns = new ArrayList<>();
        if (attribute.content() instanceof Plural plural) {
            keyColumns(root(entity)).forEach(column -> columns.add(entity.alias() + "_" + column));
            if (plural.element() instanceof Reference reference) {
                keyColumns(root(entity(reference.entity())))
                        .forEach(column -> columns.add(attribute.name() + "_" + column));
            } else if (plural.element() instanceof Basic) {
                columns.add(attribute.name());
            }
            if (plural.container() == Container.ORDERED) {
                columns.add(attribute.name() + "_ORDER");
            } else if (plural.container() == Container.MAP) {
                columns.add(attribute.name() + "_KEY");
            }
        }
        return columns;
    }

    private static List<String> keyColumns(Entity entity) {
        return entity.key().form() == KeyForm.EMBEDDED ? List.of("a", "b") : List.of("id");
    }

    /** The tables that have a column for an attribute of its own. */
    Stream<String> tables(Entity entity, Attribute attribute) {
        if (attribute.isSecondary()) {
            return Stream.of(qualified(null, String.valueOf(entity.secondaryTable())));
        }
        return "TABLE_PER_CLASS".equals(root(entity).inheritance())
                ? entities.stream().filter(each -> isA(each, entity)).map(this::table)
                : Stream.of(table(entity));
    }
}
