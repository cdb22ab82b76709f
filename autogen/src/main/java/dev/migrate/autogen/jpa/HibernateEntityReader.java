package dev.migrate.autogen.jpa;

import dev.migrate.autogen.EntityReader;
import dev.migrate.autogen.EntitySource;
import dev.migrate.autogen.source.PersistenceUnit;
import dev.migrate.autogen.source.PersistenceUnits;
import dev.migrate.schema.Schema;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Has the Hibernate on the class path build its metadata offline, and reads the schema from that. */
public final class HibernateEntityReader implements EntityReader {

    private final Map<EntitySource, PersistenceUnit> units = new ConcurrentHashMap<>();

    @Override
    public Schema read(EntitySource source) {
        SqlNames names = new SqlNames(source.defaultSchema());
        return OfflineHibernate.read(unit(source), source, hibernate -> new DeclaredSchema(hibernate, names).read());
    }

    @Override
    public void prepare(EntitySource source) {
        unit(source);
    }

    /** It is the same whatever the server, which isn't known yet when the search begins. */
    private PersistenceUnit unit(EntitySource source) {
        return units.computeIfAbsent(source.ofAnyServer(), PersistenceUnits::choose);
    }
}
