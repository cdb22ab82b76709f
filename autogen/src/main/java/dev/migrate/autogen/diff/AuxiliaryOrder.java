package dev.migrate.autogen.diff;

import dev.migrate.schema.AuxiliaryObject;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Declared objects in an order in which each comes after those that its SQL mentions. */
final class AuxiliaryOrder {

    private final List<AuxiliaryObject> objects;
    private final Set<AuxiliaryObject> visited = new LinkedHashSet<>();
    private final Set<AuxiliaryObject> ordered = new LinkedHashSet<>();

    private AuxiliaryOrder(List<AuxiliaryObject> objects) {
        this.objects = objects;
    }

    static List<AuxiliaryObject> of(List<AuxiliaryObject> objects) {
        AuxiliaryOrder order = new AuxiliaryOrder(objects);
        objects.forEach(order::visit);
        return List.copyOf(order.ordered);
    }

    private void visit(AuxiliaryObject object) {
        if (visited.add(object)) {
            objects.stream()
                    .filter(other -> SqlText.mentions(object.create(), name(other)))
                    .forEach(this::visit);
            ordered.add(object);
        }
    }

    /** {@code touch} of {@code function app.touch()}, {@code audit} of {@code trigger audit on agents}. */
    private static String name(AuxiliaryObject object) {
        String name = object.identity().replaceFirst("(?s)(?: on |\\().*", "");
        return name.substring(Math.max(name.lastIndexOf(' '), name.lastIndexOf('.')) + 1)
                .replace("\"", "");
    }
}
