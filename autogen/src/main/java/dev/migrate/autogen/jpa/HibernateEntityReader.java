package dev.migrate.autogen.jpa;

import dev.migrate.autogen.EntityReader;
import dev.migrate.autogen.EntitySource;
import dev.migrate.autogen.source.PersistenceUnit;
import dev.migrate.autogen.source.PersistenceUnits;
import dev.migrate.schema.Schema;

/** Has the Hibernate on the class path build its metadata offline, and reads the schema from that. */
public final class HibernateEntityReader implements EntityReader {

    @Override
    public Schema read(EntitySource source) {
        PersistenceUnit unit = PersistenceUnits.choose(source);
        SqlNames names = new SqlNames(source.defaultSchema());
        return OfflineHibernate.read(unit, source, hibernate -> new DeclaredSchema(hibernate, names).read());
    }
}
