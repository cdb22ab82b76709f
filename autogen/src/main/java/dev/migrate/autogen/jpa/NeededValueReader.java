package dev.migrate.autogen.jpa;

import dev.migrate.schema.NeededValue;
import java.util.List;
import java.util.stream.Stream;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.Component;
import org.hibernate.mapping.PersistentClass;
import org.hibernate.mapping.Property;

/** Finds the primitive properties whose columns accept NULL. */
final class NeededValueReader {

    private final OfflineHibernate hibernate;
    private final TableReader tables;

    NeededValueReader(OfflineHibernate hibernate, TableReader tables) {
        this.hibernate = hibernate;
        this.tables = tables;
    }

    List<NeededValue> read() {
        return hibernate.metadata().getEntityBindings().stream()
                .filter(PersistentClass::hasPojoRepresentation)
                .flatMap(entity -> entity.getProperties().stream()
                        .flatMap(property -> columns(property, entity.getMappedClass()))
                        .map(column -> value(entity, column)))
                .distinct()
                .toList();
    }

    private NeededValue value(PersistentClass entity, Place place) {
        return new NeededValue(
                tables.name(place.table()),
                SqlNames.simple(place.column().getQuotedName(hibernate.dialect())),
                entity.getJpaEntityName());
    }

    private record Place(org.hibernate.mapping.Table table, Column column) {}

    private static Stream<Place> columns(Property property, Class<?> owner) {
        if (property.isSynthetic() || property.isBackRef()) {
            return Stream.empty();
        }
        if (property.getValue() instanceof Component component) {
            return component.isDynamic() || component.getComponentClassName() == null
                    ? Stream.empty()
                    : component.getProperties().stream().flatMap(part -> columns(part, component.getComponentClass()));
        }
        return !property.isOptional()
                        && property.getGetter(owner).getReturnTypeClass().isPrimitive()
                ? property.getSelectables().stream()
                        .filter(Column.class::isInstance)
                        .map(Column.class::cast)
                        .filter(Column::isNullable)
                        .map(column -> new Place(property.getValue().getTable(), column))
                : Stream.empty();
    }
}
