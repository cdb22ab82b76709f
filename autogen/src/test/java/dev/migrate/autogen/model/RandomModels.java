package dev.migrate.autogen.model;

import dev.migrate.autogen.model.Model.Attribute;
import dev.migrate.autogen.model.Model.Basic;
import dev.migrate.autogen.model.Model.Entity;
import dev.migrate.autogen.model.Model.KeyForm;
import dev.migrate.autogen.model.Model.Reference;
import dev.migrate.autogen.model.Model.Together;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Entities by chance. A later model differs from the earlier of its seed in what a migration can take over with the rows:
 * that a row stands in the way of it, or that a value can't be told from another, would be the generator's fault.
 */
final class RandomModels {

    static final String QUOTED = "hibernate.globally_quoted_identifiers";
    static final String SCHEMA = "hibernate.default_schema";

    /** How many models out of a hundred have a setting. */
    static final int PERCENT_SET = 7;

    private static final int PERCENT_LATER = 30;
    private static final Together TOGETHER_NOT = new Together("", List.of());
    private static final List<KeyForm> NUMBERED = List.of(KeyForm.IDENTITY, KeyForm.AUTO, KeyForm.SEQUENCE);

    private final Choices choices;
    private final List<Entity> entities = new ArrayList<>();
    private final SortedMap<String, List<String>> enums = new TreeMap<>();
    private final SortedMap<String, List<Attribute>> embeddables = new TreeMap<>();

    private RandomModels(Choices choices) {
        this.choices = choices;
    }

    static Model earlier(long seed) {
        return new RandomModels(Choices.of(seed)).model();
    }

    static Model later(long seed) {
        return new RandomModels(Choices.of(seed).later(PERCENT_LATER)).model();
    }

    private Model model() {
        int count = choices.always("entities", List.of(2, 3, 4));
        for (int i = 1; i <= count; i++) {
            if (choices.isThere("Ent" + i, 8, 4)) {
                add(i);
            }
        }
        if (entities.isEmpty()) {
            add(1); // Without entities there is no application.
        }
        return new Model(List.copyOf(entities), enums, embeddables, settings());
    }

    private void add(int number) {
        String name = "Ent" + number;
        @Nullable
        String inheritance = choices.alwaysChance(name + " inheritance", 30)
                ? choices.always(name + " strategy", List.of("SINGLE_TABLE", "JOINED", "TABLE_PER_CLASS"))
                : null;
        Model.Key key = key(name, inheritance);
        boolean hasSecondary = inheritance == null && choices.alwaysChance(name + " secondary", 12);
        @Nullable String secondary = hasSecondary ? "more_" + name.toLowerCase(Locale.ROOT) : null;
        Entity root = new Entity(
                name,
                inheritance == null ? choices.one(name + " alias", List.of(name, name, "Own" + number)) : name,
                choices.alwaysChance(name + " schema", 12) && !hasSecondary ? "app" : null,
                choices.one(name + " table", List.of("", "t_" + number)).isEmpty() ? null : "t_" + number,
                null,
                inheritance,
                secondary,
                key,
                choices.alwaysChance(name + " version", 20) && choices.isThere(name + " version", 40, 0),
                TOGETHER_NOT,
                List.of());
        add(root);
        for (int sub = 1; sub <= 2 && inheritance != null; sub++) {
            String subclass = name + "Sub" + sub;
            if (choices.isThere(subclass, 20, 0)) {
                add(new Entity(
                        subclass,
                        subclass,
                        root.schema(),
                        null,
                        name,
                        null,
                        null,
                        key,
                        false,
                        TOGETHER_NOT,
                        List.of()));
            }
        }
    }

    private void add(Entity entity) {
        List<Attribute> attributes = new RandomAttributes(choices, entities, enums, embeddables).of(entity);
        entities.add(new Entity(
                entity.name(),
                entity.alias(),
                entity.schema(),
                entity.table(),
                entity.superclass(),
                entity.inheritance(),
                entity.secondaryTable(),
                entity.key(),
                entity.hasVersion(),
                entity.superclass() == null && entity.inheritance() == null
                        ? together(entity.name(), attributes)
                        : TOGETHER_NOT,
                attributes));
    }

    private Together together(String entity, List<Attribute> attributes) {
        Optional<Attribute> distinct = attributes.stream()
                .filter(attribute -> attribute.content() instanceof Basic basic
                        && basic.kind().isDistinct()
                        && !attribute.isSecondary()
                        && RandomAttributes.isTogether(choices, attribute.origin()))
                .findFirst();
        Optional<Attribute> other = attributes.stream()
                .filter(attribute -> attribute.hasColumn()
                        && !attribute.isSecondary()
                        && distinct.filter(attribute::equals).isEmpty()
                        && (!(attribute.content() instanceof Basic basic)
                                || basic.kind().canBeKey())
                        && (!(attribute.content() instanceof Reference reference)
                                || reference.byColumn() != null
                                || find(reference.entity()).key().form() != KeyForm.EMBEDDED))
                .reduce((first, second) -> second);
        return distinct.isEmpty() || other.isEmpty() || !choices.chance(entity + " together", 80)
                ? TOGETHER_NOT
                : new Together(
                        choices.one(entity + " together's name", List.of("", "uq_" + entity)),
                        List.of(distinct.get().columnName(), other.get().columnName()));
    }

    private Entity find(String name) {
        return entities.stream()
                .filter(entity -> entity.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private Model.Key key(String name, @Nullable String inheritance) {
        KeyForm form = choices.always(name + " key", List.of(KeyForm.values()));
        if (NUMBERED.contains(form)) {
            // Tables of one hierarchy that have identities each would give the same key twice.
            boolean isOneForAll = "TABLE_PER_CLASS".equals(inheritance);
            form = choices.one(name + " numbers", NUMBERED.subList(isOneForAll ? 1 : 0, NUMBERED.size()));
        } else if (form == KeyForm.ASSIGNED) {
            boolean isNumbered = choices.isLater() && choices.alwaysChance(name + " is numbered later", 40);
            form = isNumbered ? choices.always(name + " is numbered", List.of(KeyForm.AUTO, KeyForm.SEQUENCE)) : form;
        }
        boolean isShared = form == KeyForm.SEQUENCE && choices.chance(name + " shares numbers", 15);
        int sharedAllocation = choices.one("shared allocation", List.of(1, 5, 50));
        String type = choices.one(name + " key's type", List.of("Long", "Long", "Integer"));
        return new Model.Key(
                form,
                NUMBERED.contains(form) || form == KeyForm.TABLE ? type : "Long",
                isShared ? "numbers" : "numbers_of_" + name.toLowerCase(Locale.ROOT),
                isShared ? sharedAllocation : choices.one(name + " allocation", List.of(1, 5, 50)));
    }

    private SortedMap<String, String> settings() {
        SortedMap<String, String> settings = new TreeMap<>();
        set(settings, QUOTED, List.of("true"));
        set(settings, SCHEMA, List.of("app"));
        set(settings, "hibernate.timezone.default_storage", List.of("NORMALIZE", "NORMALIZE_UTC"));
        set(settings, "hibernate.type.prefer_native_enum_types", List.of("true"));
        set(settings, "hibernate.id.optimizer.pooled.preferred", List.of("pooled-lo", "pooled"));
        set(settings, "hibernate.id.db_structure_naming_strategy", List.of("single", "legacy"));
        set(settings, "hibernate.type.preferred_uuid_jdbc_type", List.of("CHAR"));
        set(settings, "hibernate.type.preferred_instant_jdbc_type", List.of("TIMESTAMP"));
        set(settings, "hibernate.type.preferred_duration_jdbc_type", List.of("INTERVAL_SECOND"));
        set(settings, "hibernate.mapping.default_list_semantics", List.of("BAG"));
        return settings;
    }

    private void set(SortedMap<String, String> settings, String name, List<String> values) {
        if (choices.alwaysChance(name, PERCENT_SET)) {
            settings.put(name, choices.always(name + "'s value", values));
        }
    }
}
