package dev.migrate.autogen.jpa;

import dev.migrate.schema.QualifiedName;
import java.util.IdentityHashMap;
import org.hibernate.mapping.Table;

/** What tables are called in the database; each is asked for its name by whatever it has, and by whatever refers to it. */
final class TableNames {

    private final OfflineHibernate hibernate;
    private final SqlNames names;
    private final IdentityHashMap<Table, QualifiedName> known = new IdentityHashMap<>();

    TableNames(OfflineHibernate hibernate, SqlNames names) {
        this.hibernate = hibernate;
        this.names = names;
    }

    QualifiedName of(Table declared) {
        return known.computeIfAbsent(declared, this::read);
    }

    private QualifiedName read(Table declared) {
        return names.qualified(hibernate.naming().format(declared.getQualifiedTableName()));
    }
}
