package dev.migrate.autogen.jpa;

import dev.migrate.schema.Hierarchy;
import dev.migrate.schema.MappedClass;
import dev.migrate.schema.MappedClass.SecondaryTable;
import dev.migrate.schema.MappedClass.Storage;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.Join;
import org.hibernate.mapping.JoinedSubclass;
import org.hibernate.mapping.KeyValue;
import org.hibernate.mapping.PersistentClass;
import org.hibernate.mapping.Property;
import org.hibernate.mapping.RootClass;
import org.hibernate.mapping.Selectable;
import org.hibernate.mapping.Subclass;
import org.hibernate.mapping.UnionSubclass;
import org.hibernate.mapping.Value;
import org.jspecify.annotations.Nullable;

/** Reads where the rows of each entity are. */
final class HierarchyReader {

    private final OfflineHibernate hibernate;
    private final TableReader tables;

    HierarchyReader(OfflineHibernate hibernate, TableReader tables) {
        this.hibernate = hibernate;
        this.tables = tables;
    }

    List<Hierarchy> read() {
        List<Hierarchy> read = new ArrayList<>();
        for (PersistentClass entity : hibernate.metadata().getEntityBindings()) {
            // Of one that is mapped to a query there are no rows.
            if (entity instanceof RootClass root && root.getTable().getSubselect() == null) {
                read.add(hierarchy(root));
            }
        }
        return read;
    }

    private Hierarchy hierarchy(RootClass root) {
        List<MappedClass> classes = new ArrayList<>();
        add(root, classes);
        return new Hierarchy(discriminator(root), classes);
    }

    /** What is computed is no column. */
    private @Nullable String discriminator(RootClass root) {
        Value discriminator = root.getDiscriminator();
        return discriminator != null && discriminator.getSelectables().get(0) instanceof Column column
                ? name(column)
                : null;
    }

    private void add(PersistentClass entity, List<MappedClass> classes) {
        classes.add(mapped(entity));
        for (Subclass subclass : entity.getDirectSubclasses()) {
            add(subclass, classes);
        }
    }

    private MappedClass mapped(PersistentClass entity) {
        PersistentClass superclass = entity.getSuperclass();
        return new MappedClass(
                Objects.requireNonNullElse(entity.getJpaEntityName(), entity.getEntityName()),
                superclass == null
                        ? null
                        : Objects.requireNonNullElse(superclass.getJpaEntityName(), superclass.getEntityName()),
                Boolean.TRUE.equals(entity.isAbstract()),
                Objects.requireNonNullElse(entity.getDiscriminatorValue(), ""),
                storage(entity),
                tables.name(entity.getTable()),
                names(entity.getKey()),
                columns(entity),
                entity.getJoins().stream().map(this::secondary).toList());
    }

    private static Storage storage(PersistentClass entity) {
        if (entity instanceof RootClass) {
            return Storage.ROOT;
        }
        if (entity instanceof UnionSubclass) {
            return Storage.WHOLE;
        }
        return entity instanceof JoinedSubclass ? Storage.JOINED : Storage.SHARED;
    }

    private SecondaryTable secondary(Join join) {
        Set<String> columns = new LinkedHashSet<>();
        join.getProperties().forEach(property -> addColumns(property, columns));
        return new SecondaryTable(
                tables.name(join.getTable()), names(join.getKey()), List.copyOf(columns), join.isOptional());
    }

    private List<String> columns(PersistentClass entity) {
        Set<String> columns = new LinkedHashSet<>();
        if (entity instanceof RootClass root && root.getSoftDeleteColumn() != null) {
            columns.add(name(root.getSoftDeleteColumn()));
        }
        entity.getUnjoinedProperties().forEach(property -> addColumns(property, columns));
        columns.removeAll(names(entity.getKey()));
        return List.copyOf(columns);
    }

    private void addColumns(Property property, Set<String> columns) {
        if (!property.isSynthetic() || property.isBackRef()) {
            property.getSelectables().stream()
                    .filter(Column.class::isInstance)
                    .forEach(column -> columns.add(name((Column) column)));
        }
    }

    private List<String> names(KeyValue key) {
        List<String> names = new ArrayList<>();
        for (Selectable selectable : key.getSelectables()) {
            if (selectable instanceof Column column) {
                names.add(name(column));
            }
        }
        return names;
    }

    private String name(Column column) {
        return SqlNames.simple(column.getQuotedName(hibernate.dialect()));
    }
}
