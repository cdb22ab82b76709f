package dev.migrate.autogen.model;

import dev.migrate.autogen.model.Model.Attribute;
import dev.migrate.autogen.model.Model.Basic;
import dev.migrate.autogen.model.Model.Container;
import dev.migrate.autogen.model.Model.Content;
import dev.migrate.autogen.model.Model.Embedded;
import dev.migrate.autogen.model.Model.Entity;
import dev.migrate.autogen.model.Model.Plural;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.Hibernate;
import org.jspecify.annotations.Nullable;

/** The objects of a model's classes, from numbers and to text. */
final class ModelValues {

    private final ModelChange change;
    private final Model model;
    private final ClassLoader classLoader;
    private final String packageName;

    /** @param model one of the change's two */
    ModelValues(ModelChange change, Model model, ClassLoader classLoader, String packageName) {
        this.change = change;
        this.model = model;
        this.classLoader = classLoader;
        this.packageName = packageName;
    }

    Class<?> type(String name) {
        try {
            return classLoader.loadClass(packageName + "." + name);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    Object make(String type) {
        try {
            return type(type).getConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What of that number an attribute holds that refers to no entity. */
    Object value(Content content, int number) {
        if (content instanceof Basic basic) {
            return basic.kind().isEnum()
                    ? constant(basic, number)
                    : basic.kind().value(number);
        }
        if (content instanceof Embedded embedded) {
            Object value = make(embedded.embeddable());
            for (Attribute part : model.embeddables().get(embedded.embeddable())) {
                set(value, part.name(), value(part.content(), number));
            }
            return value;
        }
        Plural plural = (Plural) content;
        List<Object> elements = List.of(value(plural.element(), number), value(plural.element(), number + 1));
        if (plural.container() == Container.MAP) {
            return new HashMap<>(Map.of("k" + number, elements.get(0), "k\"" + number, elements.get(1)));
        }
        return plural.container() == Container.SET ? new HashSet<>(elements) : new ArrayList<>(elements);
    }

    private Object constant(Basic basic, int number) {
        String name = model.text(basic, number);
        return Stream.of(type(basic.type()).getEnumConstants())
                .filter(each -> ((Enum<?>) each).name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Nullable
    Object get(Object object, String attribute) {
        try {
            return object.getClass().getField(attribute).get(object);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    void set(Object object, String attribute, @Nullable Object value) {
        try {
            object.getClass().getField(attribute).set(object, value);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A collection that Hibernate has made of it, or will make. */
    @SuppressWarnings("unchecked")
    Collection<Object> elements(Object object, String attribute) {
        return (Collection<Object>) get(object, attribute);
    }

    /** An entity is its name and its key; an embeddable is what both models have of it. */
    String text(@Nullable Object value) {
        return Texts.of(value, this::textOfOwn);
    }

    private String textOfOwn(Object proxy) {
        Object value = Hibernate.unproxy(proxy);
        String name = value.getClass().getSimpleName();
        if (model.find(name).isPresent()) {
            return name + "#" + text(get(value, "id"));
        }
        return Stream.of(value.getClass().getFields())
                .map(Field::getName)
                .filter(part -> !model.embeddables().containsKey(name) || change.isShared(name, part))
                .sorted()
                .map(part -> part + "=" + text(get(value, part)))
                .collect(Collectors.joining(", ", "{", "}"));
    }

    /** A row's values by the origins of attributes. */
    Map<String, String> texts(Object row) {
        Entity entity = model.entity(row.getClass().getSimpleName());
        Map<String, String> texts = new HashMap<>();
        for (Attribute attribute : model.attributes(entity)) {
            Object value = get(row, attribute.name());
            if (attribute.content() instanceof Embedded) {
                model.leaves(attribute)
                        .forEach(part ->
                                texts.put(part.origin(), value == null ? "null" : text(get(value, part.name()))));
            } else {
                texts.put(attribute.origin(), text(value));
            }
        }
        return texts;
    }
}
