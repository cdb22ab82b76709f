package dev.migrate.autogen.jpa;

import dev.migrate.schema.NeededValue;
import dev.migrate.schema.NeededValue.Marker;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.Component;
import org.hibernate.mapping.PersistentClass;
import org.hibernate.mapping.Property;
import org.hibernate.mapping.Selectable;
import org.hibernate.mapping.SingleTableSubclass;
import org.jspecify.annotations.Nullable;

/** Finds the primitive properties whose columns accept NULL, and the zones of moments. */
final class NeededValueReader {

    /** Where the types are that Hibernate stores a moment with its {@code @TimeZoneStorage} in two columns by. */
    private static final String MOMENTS = "org.hibernate.usertype.internal.";

    private static final String ZONE = "zoneOffset";

    private final OfflineHibernate hibernate;
    private final TableReader tables;
    private final Set<NeededValue> values = new LinkedHashSet<>();

    NeededValueReader(OfflineHibernate hibernate, TableReader tables) {
        this.hibernate = hibernate;
        this.tables = tables;
    }

    List<NeededValue> read() {
        for (PersistentClass entity : hibernate.metadata().getEntityBindings()) {
            if (entity.hasPojoRepresentation()) {
                read(entity.getProperties(), entity.getMappedClass(), entity);
            }
        }
        return List.copyOf(values);
    }

    private void read(List<Property> properties, Class<?> owner, PersistentClass entity) {
        for (Property property : properties) {
            if (!property.isSynthetic() && !property.isBackRef()) {
                read(property, owner, entity);
            }
        }
    }

    private void read(Property property, Class<?> owner, PersistentClass entity) {
        if (property.getValue() instanceof Component component) {
            if (isMoment(component)) {
                readZone(component, entity);
            } else if (!component.isDynamic() && component.getComponentClassName() != null) {
                read(component.getProperties(), component.getComponentClass(), entity);
            }
            return;
        }
        List<Column> nullable = nullable(property);
        // Last, since a property's getter is more work to find than everything else here.
        if (!nullable.isEmpty()
                && property.getGetter(owner).getReturnTypeClass().isPrimitive()) {
            for (Column column : nullable) {
                values.add(new NeededValue(
                        tables.name(property.getValue().getTable()),
                        name(column),
                        entity.getJpaEntityName(),
                        null,
                        marker(entity)));
            }
        }
    }

    private static boolean isMoment(Component component) {
        String type = component.getTypeName();
        return type != null && type.startsWith(MOMENTS);
    }

    private void readZone(Component component, PersistentClass entity) {
        List<Column> others = new ArrayList<>();
        List<Column> zones = new ArrayList<>();
        for (Property property : component.getProperties()) {
            (property.getName().equals(ZONE) ? zones : others).addAll(columns(property));
        }
        for (Column zone : zones) {
            if (zone.isNullable() && others.size() == 1) {
                values.add(new NeededValue(
                        tables.name(component.getTable()),
                        name(zone),
                        entity.getJpaEntityName(),
                        name(others.get(0)),
                        marker(entity)));
            }
        }
    }

    private String name(Column column) {
        return SqlNames.simple(column.getQuotedName(hibernate.dialect()));
    }

    private @Nullable Marker marker(PersistentClass entity) {
        if (!(entity instanceof SingleTableSubclass)
                || entity.getRootClass().getDiscriminator() == null
                || !(entity.getRootClass().getDiscriminator().getSelectables().get(0) instanceof Column column)) {
            return null;
        }
        Set<String> values = new HashSet<>();
        Set<String> others = new HashSet<>();
        for (PersistentClass one : hibernate.metadata().getEntityBindings()) {
            if (one.getRootClass().equals(entity.getRootClass()) && one.getDiscriminatorValue() != null) {
                (isA(one, entity) ? values : others).add(one.getDiscriminatorValue());
            }
        }
        return new Marker(name(column), values, others);
    }

    private static boolean isA(PersistentClass one, PersistentClass entity) {
        PersistentClass ancestor = one;
        while (ancestor != null && !ancestor.equals(entity)) {
            ancestor = ancestor.getSuperclass();
        }
        return ancestor != null;
    }

    private static List<Column> nullable(Property property) {
        return property.isOptional()
                ? List.of()
                : columns(property).stream().filter(Column::isNullable).toList();
    }

    /** The columns that a property has; a selectable may be a formula, too. */
    private static List<Column> columns(Property property) {
        List<Column> columns = new ArrayList<>();
        for (Selectable selectable : property.getSelectables()) {
            if (selectable instanceof Column column) {
                columns.add(column);
            }
        }
        return columns;
    }
}
