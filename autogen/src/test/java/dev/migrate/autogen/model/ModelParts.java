package dev.migrate.autogen.model;

import dev.migrate.autogen.model.Model.Attribute;
import dev.migrate.autogen.model.Model.Entity;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The entities, attributes and settings of a change, by name, so that some of them can be left out of both models. */
final class ModelParts {

    private ModelParts() {}

    static List<String> of(ModelChange change) {
        Set<String> parts = new TreeSet<>();
        Stream.of(change.earlier(), change.later())
                .forEach(model -> without(model, part -> {
                    parts.add(part);
                    return false;
                }));
        return List.copyOf(parts);
    }

    static ModelChange without(ModelChange change, Set<String> parts) {
        return new ModelChange(without(change.earlier(), parts::contains), without(change.later(), parts::contains));
    }

    private static Model without(Model model, Predicate<String> isLeftOut) {
        List<Entity> entities = new ArrayList<>();
        for (Entity entity : model.entities()) {
            if (!isLeftOut.test(entity.name())) {
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
                        entity.together(),
                        entity.attributes().stream()
                                .filter(attribute -> !isLeftOut.test(name(entity, attribute)))
                                .toList()));
            }
        }
        TreeMap<String, String> settings = new TreeMap<>(model.settings());
        settings.keySet().removeIf(setting -> isLeftOut.test("setting " + setting));
        return new Model(entities, model.enums(), model.embeddables(), settings);
    }

    private static String name(Entity entity, Attribute attribute) {
        return entity.name() + "." + attribute.origin();
    }
}
