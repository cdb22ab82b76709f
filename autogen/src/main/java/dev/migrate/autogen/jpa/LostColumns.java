package dev.migrate.autogen.jpa;

import java.util.ArrayList;
import java.util.List;
import org.hibernate.mapping.Collection;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.Component;
import org.hibernate.mapping.IdentifierCollection;
import org.hibernate.mapping.IndexedCollection;
import org.hibernate.mapping.OneToMany;
import org.hibernate.mapping.PersistentClass;
import org.hibernate.mapping.Selectable;
import org.hibernate.mapping.SoftDeletable;
import org.hibernate.mapping.Table;
import org.hibernate.mapping.Value;
import org.jspecify.annotations.Nullable;

/**
 * Columns that Hibernate's tables lose. It takes the attributes of an aggregate (a struct, JSON, XML) out of the table again
 * by their names, and with them a column that is called like one. Its own export lacks the column then; the application
 * reads and writes it all the same.
 */
final class LostColumns {

    private final OfflineHibernate hibernate;
    private final List<Use> columns = new ArrayList<>();
    private final List<Use> attributes = new ArrayList<>();

    LostColumns(OfflineHibernate hibernate) {
        this.hibernate = hibernate;
    }

    private record Use(Table table, Column column) {

        boolean isCalledLike(Use other) {
            return table.equals(other.table) && column.getName().equalsIgnoreCase(other.column.getName());
        }
    }

    /** Puts them back into their tables. */
    void restore() {
        for (PersistentClass entity : hibernate.metadata().getEntityBindings()) {
            collect(entity.getIdentifier(), columns);
            collect(entity.getKey(), columns);
            collect(entity.getDiscriminator(), columns);
            entity.getProperties().forEach(property -> collect(property.getValue(), columns));
            collectSoftDelete(entity.getRootClass(), entity.getRootClass().getTable());
        }
        for (Collection collection : hibernate.metadata().getCollectionBindings()) {
            collect(collection.getKey(), columns);
            collect(collection.getElement(), columns);
            if (collection instanceof IndexedCollection indexed) {
                collect(indexed.getIndex(), columns);
            }
            if (collection instanceof IdentifierCollection identified) {
                collect(identified.getIdentifier(), columns);
            }
            collectSoftDelete(collection, collection.getCollectionTable());
        }
        if (attributes.isEmpty()) {
            return; // As in most mappings, of which each column would be looked for.
        }
        for (Use use : columns) {
            if (use.table().getColumn(use.column()) == null
                    && attributes.stream().anyMatch(use::isCalledLike)) {
                use.table().addColumn(use.column());
            }
        }
    }

    private void collectSoftDelete(SoftDeletable deletable, Table table) {
        Column column = deletable.getSoftDeleteColumn();
        if (column != null) {
            columns.add(new Use(table, column));
        }
    }

    private void collect(@Nullable Value value, List<Use> uses) {
        if (value instanceof Component component) {
            Column aggregate = component.getAggregateColumn();
            if (aggregate != null) {
                uses.add(new Use(component.getTable(), aggregate));
            }
            component
                    .getProperties()
                    .forEach(property -> collect(property.getValue(), aggregate == null ? uses : attributes));
        } else if (value != null && !(value instanceof Collection) && !(value instanceof OneToMany)) {
            for (Selectable selectable : value.getSelectables()) {
                if (selectable instanceof Column column) {
                    uses.add(new Use(value.getTable(), column));
                }
            }
        }
    }
}
