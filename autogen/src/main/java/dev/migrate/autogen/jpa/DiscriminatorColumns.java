package dev.migrate.autogen.jpa;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import dev.migrate.schema.Hierarchy;
import dev.migrate.schema.MeaningColumn;
import dev.migrate.schema.MeaningColumn.Kind;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.StoredValue;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * Finds the columns that tell the entities of hierarchies apart, with the value that each entity has there. A column that an
 * enum's ordinals fill has these already. Where an entity is that of all other values, or of none, nothing is known of them.
 */
final class DiscriminatorColumns {

    private record Place(QualifiedName table, String column) {}

    private DiscriminatorColumns() {}

    /** The columns of enums, and these. */
    static List<MeaningColumn> addedTo(List<MeaningColumn> enums, List<Hierarchy> hierarchies) {
        List<MeaningColumn> all = new ArrayList<>(enums);
        hierarchies.stream()
                .filter(DiscriminatorColumns::isKnown)
                .collect(groupingBy(DiscriminatorColumns::place, LinkedHashMap::new, toList()))
                .forEach((place, sharing) -> {
                    if (enums.stream().noneMatch(other -> isOrdinal(other, place))) {
                        all.add(column(place, sharing));
                    }
                });
        return all;
    }

    private static boolean isKnown(Hierarchy hierarchy) {
        return hierarchy.discriminator() != null
                && hierarchy.classes().stream().allMatch(each -> PersisterRules.isOrdinary(each.value()));
    }

    private static Place place(Hierarchy hierarchy) {
        return new Place(hierarchy.root().table(), String.valueOf(hierarchy.discriminator()));
    }

    private static boolean isOrdinal(MeaningColumn column, Place place) {
        return column.kind() == Kind.ORDINALS
                && column.table().equals(place.table())
                && column.column().equals(place.column());
    }

    private static MeaningColumn column(Place place, List<Hierarchy> sharing) {
        List<StoredValue> values = sharing.stream()
                .flatMap(hierarchy -> hierarchy.classes().stream())
                .filter(entity -> !entity.isAbstract())
                .map(entity -> new StoredValue(entity.value(), entity.entity()))
                .sorted(Comparator.comparing(StoredValue::meaning))
                .toList();
        return new MeaningColumn(place.table(), place.column(), Kind.DISCRIMINATORS, values, false);
    }
}
