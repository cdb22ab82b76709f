package dev.migrate.autogen.rows;

import dev.migrate.schema.Hierarchy;
import dev.migrate.schema.MappedClass;
import dev.migrate.schema.MappedClass.Storage;
import dev.migrate.schema.Schema;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Where the mapping keeps the rows of a hierarchy. */
final class NewLayout {

    private final Hierarchy hierarchy;
    private final Schema schema;

    private NewLayout(Hierarchy hierarchy, Schema schema) {
        this.hierarchy = hierarchy;
        this.schema = schema;
    }

    static Layout of(Hierarchy hierarchy, Schema schema) {
        NewLayout layout = new NewLayout(hierarchy, schema);
        Map<String, List<Place>> places = new LinkedHashMap<>();
        boolean isShared = false;
        for (MappedClass entity : hierarchy.classes()) {
            List<Place> all = new ArrayList<>();
            layout.add(entity, all);
            places.put(entity.entity(), all.stream().allMatch(layout::exists) ? List.copyOf(all) : List.of());
            isShared |= entity.storage() == Storage.SHARED;
        }
        return new Layout(hierarchy, schema, places, hierarchy.discriminator(), isShared);
    }

    private boolean exists(Place place) {
        return schema.table(place.table()).isPresent();
    }

    private void add(MappedClass entity, List<Place> all) {
        hierarchy.find(entity.superclass()).ifPresent(superclass -> add(superclass, all));
        Set<String> columns = new HashSet<>(entity.columns());
        if (entity.storage() == Storage.WHOLE) {
            all.forEach(inherited -> columns.addAll(inherited.columns()));
            all.clear();
        }
        if (entity.storage() == Storage.SHARED) {
            Place root = all.remove(0);
            columns.addAll(root.columns());
            all.add(0, new Place(root.table(), root.key(), columns, false));
        } else {
            all.add(new Place(entity.table(), entity.key(), columns, false));
        }
        entity.secondary()
                .forEach(each ->
                        all.add(new Place(each.table(), each.key(), Set.copyOf(each.columns()), each.isOptional())));
    }
}
