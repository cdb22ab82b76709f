package dev.migrate.autogen.jpa;

import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.RootDiscriminator;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.PersistentClass;
import org.hibernate.mapping.RootClass;
import org.hibernate.mapping.Subclass;

/** Finds what tells the rows of an entity from those of its subclasses. */
final class RootDiscriminatorReader {

    private final OfflineHibernate hibernate;
    private final TableReader tables;

    RootDiscriminatorReader(OfflineHibernate hibernate, TableReader tables) {
        this.hibernate = hibernate;
        this.tables = tables;
    }

    List<RootDiscriminator> read() {
        List<RootDiscriminator> read = new ArrayList<>();
        for (PersistentClass entity : hibernate.metadata().getEntityBindings()) {
            if (entity instanceof RootClass root
                    && !Boolean.TRUE.equals(root.isAbstract())
                    && PersisterRules.isOrdinary(root.getDiscriminatorValue())
                    && root.getDiscriminator() != null
                    && root.getDiscriminator().getSelectables().get(0) instanceof Column column) {
                read.add(of(root, column));
            }
        }
        return read;
    }

    private RootDiscriminator of(RootClass root, Column discriminator) {
        Set<String> columns = new HashSet<>();
        Set<QualifiedName> others = new HashSet<>();
        for (Subclass subclass : root.getSubclasses()) {
            if (subclass.getTable().equals(root.getTable())) {
                subclass.getProperties()
                        .forEach(property -> property.getColumns().forEach(column -> columns.add(name(column))));
            } else {
                others.add(tables.name(subclass.getTable()));
            }
        }
        root.getProperties().forEach(property -> property.getColumns().forEach(column -> columns.remove(name(column))));
        root.getKey().getColumns().forEach(column -> columns.remove(name(column)));
        return new RootDiscriminator(
                tables.name(root.getTable()),
                name(discriminator),
                root.getJpaEntityName(),
                root.getDiscriminatorValue(),
                columns,
                others);
    }

    private String name(Column column) {
        return SqlNames.simple(column.getQuotedName(hibernate.dialect()));
    }
}
