package dev.migrate.autogen.jpa;

import dev.migrate.MigrateException;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.Component;
import org.hibernate.mapping.PersistentClass;
import org.hibernate.mapping.Property;
import org.hibernate.mapping.Selectable;
import org.hibernate.mapping.Table;

/**
 * Columns that Hibernate loses. It takes the attributes of an aggregate (a struct, JSON, XML) out of the table again by
 * their names, and with them a column of the table that is called like one: its own export lacks the column, too, though
 * the application writes it. Read as it is, the column would be dropped with its values.
 */
final class AggregateNames {

    private final OfflineHibernate hibernate;

    AggregateNames(OfflineHibernate hibernate) {
        this.hibernate = hibernate;
    }

    /** @param name a column's, with the property that is mapped to it */
    private record Use(Table table, String name, String property) {}

    /** @throws MigrateException if a column is missing, with the attribute that is called like it */
    void requireDistinct() {
        List<Use> columns = new ArrayList<>();
        List<Use> attributes = new ArrayList<>();
        for (PersistentClass entity : hibernate.metadata().getEntityBindings()) {
            for (Property property : entity.getProperties()) {
                collect(property, entity.getEntityName(), columns, attributes);
            }
        }
        if (attributes.isEmpty()) {
            return;
        }
        for (Use column : columns) {
            if (column.table().getColumn(new Column(column.name())) == null) {
                attributes.stream()
                        .filter(attribute -> attribute.table().equals(column.table())
                                && attribute.name().equalsIgnoreCase(column.name()))
                        .findFirst()
                        .ifPresent(attribute -> {
                            throw new MigrateException("Hibernate loses the column " + column.name() + " of table "
                                    + column.table().getName() + ", which " + column.property()
                                    + " is mapped to, since the aggregate's attribute " + attribute.property()
                                    + " is called like it: the application fails when it writes one. Give one of them"
                                    + " another name with @Column(name = …).");
                        });
            }
        }
    }

    private static void collect(Property property, String owner, List<Use> columns, List<Use> attributes) {
        String path = owner + "." + property.getName();
        if (!(property.getValue() instanceof Component component)) {
            // A formula among them is no column, for which Property.getColumns() throws.
            for (Selectable selectable : property.getValue().getSelectables()) {
                if (selectable instanceof Column column) {
                    columns.add(new Use(property.getValue().getTable(), column.getName(), path));
                }
            }
        } else if (component.getAggregateColumn() == null) {
            component.getProperties().forEach(part -> collect(part, path, columns, attributes));
        } else {
            component.getProperties().forEach(part -> collect(part, path, attributes, attributes));
        }
    }
}
