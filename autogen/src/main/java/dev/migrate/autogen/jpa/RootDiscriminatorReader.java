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
import org.hibernate.mapping.Selectable;
import org.hibernate.mapping.Subclass;
import org.hibernate.mapping.Value;

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
                subclass.getProperties().forEach(property -> columns.addAll(columns(property.getValue())));
            } else {
                others.add(tables.name(subclass.getTable()));
            }
        }
        root.getProperties().forEach(property -> columns.removeAll(columns(property.getValue())));
        columns.removeAll(columns(root.getKey()));
        return new RootDiscriminator(
                tables.name(root.getTable()),
                name(discriminator),
                root.getJpaEntityName(),
                root.getDiscriminatorValue(),
                columns,
                others);
    }

    /** The columns that a value has; a selectable may be a formula, too. */
    private Set<String> columns(Value value) {
        Set<String> names = new HashSet<>();
        for (Selectable selectable : value.getSelectables()) {
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
