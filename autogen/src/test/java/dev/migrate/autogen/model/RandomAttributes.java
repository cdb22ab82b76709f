package dev.migrate.autogen.model;

import dev.migrate.autogen.model.Model.Attribute;
import dev.migrate.autogen.model.Model.Basic;
import dev.migrate.autogen.model.Model.Computed;
import dev.migrate.autogen.model.Model.Container;
import dev.migrate.autogen.model.Model.Content;
import dev.migrate.autogen.model.Model.Embedded;
import dev.migrate.autogen.model.Model.Embedding;
import dev.migrate.autogen.model.Model.Entity;
import dev.migrate.autogen.model.Model.Keeping;
import dev.migrate.autogen.model.Model.KeyForm;
import dev.migrate.autogen.model.Model.Link;
import dev.migrate.autogen.model.Model.Plural;
import dev.migrate.autogen.model.Model.Reference;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The attributes of the entities of {@link RandomModels}, with the enums and embeddables that they need. */
final class RandomAttributes {

    /** Those first of which a key of several columns can't be. */
    private static final List<Keeping> KEEPINGS = List.of(
            Keeping.NAMED, Keeping.NOT, Keeping.CASCADE, Keeping.PLAIN, Keeping.PLAIN, Keeping.PLAIN, Keeping.PLAIN);

    private static final String CODE = "code_";
    private static final List<List<Kind>> CODES = List.of(
            List.of(Kind.INT, Kind.LONG, Kind.DIGITS),
            List.of(Kind.STRING, Kind.TEXT),
            List.of(Kind.UUID_VALUE, Kind.UUID_VARCHAR));

    private final Choices choices;
    private final List<Entity> before;
    private final SortedMap<String, List<String>> enums;
    private final SortedMap<String, List<Attribute>> embeddables;

    /** @param before the entities that can be referred to */
    RandomAttributes(
            Choices choices,
            List<Entity> before,
            SortedMap<String, List<String>> enums,
            SortedMap<String, List<Attribute>> embeddables) {
        this.choices = choices;
        this.before = before;
        this.enums = enums;
        this.embeddables = embeddables;
    }

    List<Attribute> of(Entity entity) {
        List<Attribute> attributes = new ArrayList<>();
        if (entity.superclass() == null
                && entity.inheritance() == null
                && choices.alwaysChance(entity.name() + " has a code", 25)) {
            attributes.add(code(CODE + entity.name().toLowerCase(Locale.ROOT)));
        }
        int count = choices.always(
                entity.name() + " attributes", entity.superclass() == null ? List.of(2, 4, 6) : List.of(1, 3));
        for (int i = 1; i <= count; i++) {
            String origin = ("f" + i + "_" + entity.name()).toLowerCase(Locale.ROOT);
            boolean isBasic = choices.alwaysChance(origin + " is basic", 65);
            boolean isThere = choices.isThere(origin, 10, 8);
            if (isBasic) {
                basic(entity, origin, isThere, attributes);
            } else if (isThere) {
                structured(entity, origin, attributes);
            }
        }
        return attributes;
    }

    /** What others may refer to instead of the key. */
    private Attribute code(String origin) {
        return new Attribute(
                origin,
                choices.chance(origin + " has another name", 8) ? "g" + origin : origin,
                choices.chance(origin + " has another column", 8) ? "c_" + origin : null,
                null,
                basic(origin, CODES),
                true,
                true,
                false,
                false,
                false,
                null,
                null,
                null);
    }

    private void basic(Entity entity, String origin, boolean isThere, List<Attribute> attributes) {
        boolean isConverted = choices.alwaysChance(origin + " may be converted", 40);
        Content content = basic(origin, isConverted ? Kind.CONVERTED : Kind.FAMILIES);
        Kind kind = ((Basic) content).kind();
        boolean isOptional = entity.superclass() != null; // Its column may be one of a table that others share.
        boolean isSecondary = entity.secondaryTable() != null && choices.alwaysChance(origin + " is secondary", 30);
        boolean canBeUnique = !isSecondary && choices.alwaysChance(origin + " can be unique", 15);
        boolean isRequired = !isOptional
                && !isSecondary
                && !canBeUnique
                && kind.hasLiteral()
                && mayBeRequired(origin)
                && !isComputedOver(origin)
                && !isTogether(choices, origin)
                && choices.chance(origin + " is required", 25);
        if (!isThere) {
            return;
        }
        boolean isRenamed = choices.chance(origin + " has another name", 4);
        boolean hasOtherColumn = choices.chance(origin + " has another column", 10);
        boolean isAlone = entity.inheritance() == null && !isOptional && !isSecondary;
        attributes.add(new Attribute(
                origin,
                isRenamed ? "g" + origin : origin,
                hasOtherColumn ? "c_" + origin : null,
                null,
                content,
                isRequired,
                canBeUnique && kind.isDistinct() && choices.chance(origin + " is unique", 50),
                isAlone && kind.canBeKey() && choices.chance(origin + " is indexed", 20),
                kind.isInteger() && !isOptional && choices.chance(origin + " is checked", 10),
                isSecondary,
                kind.hasLength() ? choices.one(origin + " length", List.of(255, 60, 120)) : null,
                isRequired && choices.chance(origin + " has a default", 30) ? Model.DEFAULT : null,
                choices.chance(origin + " is commented", 8)
                        ? "what's \"" + choices.one(origin + " comment", List.of("this", "that")) + "\""
                        : null));
        // Of a hierarchy Hibernate asks the first table for what another one has computed.
        if (isAlone && isComputedOver(origin) && choices.isThere(origin + " computed", 20, 20)) {
            String column = attributes.get(attributes.size() - 1).columnName();
            attributes.add(Attribute.plain("no_" + origin, new Computed(origin, column)));
        }
    }

    /** What is required is never null. */
    private boolean isComputedOver(String origin) {
        return choices.alwaysChance(origin + " is computed over", 12);
    }

    /** Whether it may be unique together with another one: rows that are filled would all have the same. */
    static boolean isTogether(Choices choices, String origin) {
        return choices.alwaysChance(origin + " is together", 15);
    }

    /** What goes must not be required before: the rows that come without it could not go back. */
    private boolean mayBeRequired(String origin) {
        return choices.later(0).isThere(origin, 10, 8);
    }

    private Content basic(String origin, List<List<Kind>> families) {
        Kind kind = choices.changing(origin + " kind", choices.always(origin + " family", families));
        return new Basic(kind, kind.isEnum() ? enumOf(origin, kind) : kind.javaType());
    }

    private String enumOf(String origin, Kind kind) {
        String name = "En_" + origin;
        List<String> constants = new ArrayList<>(List.of("RED_" + origin.toUpperCase(Locale.ROOT), "GREEN"));
        if (choices.chance(origin + " has another constant", 30)) {
            constants.add(kind.isOrdinal() ? 2 : choices.one(origin + " other's place", List.of(0, 1, 2)), Model.OTHER);
        }
        if (!kind.isOrdinal() && choices.chance(origin + " is in reverse", 20)) {
            Collections.reverse(constants);
        }
        enums.put(name, List.copyOf(constants));
        return name;
    }

    private void structured(Entity entity, String origin, List<Attribute> attributes) {
        String form = choices.always(
                origin + " form", List.of("reference", "reference", "many", "elements", "elements", "embedded"));
        if (form.equals("embedded")) {
            // Hibernate neither quotes the names within aggregates, nor has them in hierarchies or names their schema.
            boolean canBeOne = entity.superclass() == null
                    && entity.inheritance() == null
                    && !choices.alwaysChance(RandomModels.QUOTED, RandomModels.PERCENT_SET)
                    && !choices.alwaysChance(RandomModels.SCHEMA, RandomModels.PERCENT_SET);
            Embedding embedding =
                    canBeOne ? choices.always(origin + " embedding", List.of(Embedding.values())) : Embedding.COLUMNS;
            attributes.add(Attribute.plain(origin, embedded(origin, embedding)));
        } else if (form.equals("elements")) {
            attributes.add(aside(
                    origin,
                    elements(origin),
                    choices.one(origin + " has its table", List.of(true, true, false))
                            ? tableAside(origin, "all_")
                            : null));
        } else {
            target(origin)
                    .filter(target -> form.equals("many") || canBeQueried(entity, target))
                    .ifPresent(target -> attributes.add(reference(entity, origin, form, target)));
        }
    }

    /** In the union of the tables of all classes Hibernate takes each part of a key that a class lacks for its first one. */
    private boolean canBeQueried(Entity entity, Entity target) {
        return target.key().form() != KeyForm.EMBEDDED
                || before.stream()
                        .filter(each -> each.name().equals(entity.superclass()))
                        .noneMatch(root -> "TABLE_PER_CLASS".equals(root.inheritance()));
    }

    /** Who is referred to, if it is there, now and later. */
    private Optional<Entity> target(String origin) {
        String name = choices.always(origin + " target", List.of("Ent1", "Ent2", "Ent3"));
        return before.stream().filter(entity -> entity.name().equals(name)).findFirst();
    }

    private Attribute reference(Entity entity, String origin, String form, Entity target) {
        if (form.equals("many")) {
            boolean isExclusive = choices.alwaysChance(origin + " is exclusive", 40);
            Container container = choices.one(origin + " container", List.of(Container.SET, Container.BAG));
            return aside(
                    origin,
                    new Plural(isExclusive ? Container.SET : container, Reference.joined(target.name()), isExclusive),
                    tableAside(origin, "join_"));
        }
        Link link = choices.alwaysChance(origin + " has a table", 20)
                        && entity.superclass() == null
                        && entity.inheritance() == null
                ? Link.JOIN_TABLE
                : choices.one(origin + " link", List.of(Link.MANY_TO_ONE, Link.MANY_TO_ONE, Link.ONE_TO_ONE));
        String byColumn = link == Link.JOIN_TABLE || !choices.alwaysChance(origin + " by its code", 60)
                ? null
                : target.attributes().stream()
                        .filter(each -> each.origin().startsWith(CODE))
                        .map(Attribute::columnName)
                        .findFirst()
                        .orElse(null);
        boolean hasOneColumn =
                link != Link.JOIN_TABLE && (byColumn != null || target.key().form() != KeyForm.EMBEDDED);
        boolean isRenamed = hasOneColumn && choices.chance(origin + " has another name", 6);
        boolean hasOtherColumn = hasOneColumn && choices.chance(origin + " has another column", 6);
        boolean isAlone = hasOneColumn && entity.superclass() == null && entity.inheritance() == null;
        List<Keeping> keepings = hasOneColumn ? KEEPINGS : KEEPINGS.subList(2, KEEPINGS.size());
        Keeping keeping = link == Link.JOIN_TABLE ? Keeping.PLAIN : choices.one(origin + " is kept", keepings);
        return new Attribute(
                origin,
                isRenamed ? "g" + origin : origin,
                hasOtherColumn ? "c_" + origin : null,
                link == Link.JOIN_TABLE ? tableAside(origin, "join_") : null,
                new Reference(target.name(), link, keeping, byColumn),
                false,
                false,
                isAlone && choices.chance(origin + " is indexed", 20),
                false,
                false,
                null,
                null,
                null);
    }

    private String tableAside(String origin, String prefix) {
        return (choices.chance(origin + " has another table", 6) ? "other_" : prefix) + origin;
    }

    private Attribute aside(String origin, Content content, @Nullable String tableAside) {
        String name = choices.chance(origin + " has another name", 8) ? "g" + origin : origin;
        return new Attribute(
                origin, name, null, tableAside, content, false, false, false, false, false, null, null, null);
    }

    private Content elements(String origin) {
        Container container = choices.always(
                origin + " container", List.of(Container.SET, Container.BAG, Container.ORDERED, Container.MAP));
        if (container == Container.BAG && choices.alwaysChance(origin + " of embeddables", 40)) {
            return new Plural(container, embedded(origin, Embedding.COLUMNS), false);
        }
        if (container == Container.SET || container == Container.BAG) {
            container = choices.one(origin + " current container", List.of(Container.SET, Container.BAG));
        }
        return new Plural(container, basic(origin, Kind.SIMPLE), false);
    }

    private Embedded embedded(String origin, Embedding embedding) {
        String name = "Emb_" + origin;
        int count = choices.always(origin + " parts", List.of(1, 2, 3));
        embeddables.put(
                name,
                IntStream.rangeClosed(1, count)
                        .mapToObj(i -> "p" + i + "_" + origin)
                        // A document that the later one wrote has what the earlier one refuses.
                        .filter(part ->
                                part.startsWith("p1_") || embedding == Embedding.JSON || choices.isThere(part, 10, 0))
                        .map(part -> Attribute.plain(
                                part,
                                basic(
                                        part,
                                        embedding == Embedding.COLUMNS
                                                ? Kind.SIMPLE
                                                : List.of(
                                                        List.of(Kind.INT),
                                                        List.of(Kind.STRING),
                                                        List.of(Kind.BOOLEAN)))))
                        .toList());
        return new Embedded(name, embedding);
    }
}
