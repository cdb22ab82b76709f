package dev.migrate.autogen;

import dev.migrate.schema.Schema;

/** Reads what JPA entities declare. */
public interface EntityReader {

    /**
     * The schema that the entities' own Hibernate would create, and nothing else. Expressions, types and defaults are as
     * declared; only PostgreSQL can tell whether they equal a catalog's.
     *
     * @throws dev.migrate.MigrateException if no entity is found, a setting cannot be read, or Hibernate rejects a mapping
     */
    Schema read(EntitySource source);

    /**
     * Does already what doesn't depend on the server, so that reading takes less time afterwards.
     *
     * @throws dev.migrate.MigrateException if no entity is found, or a setting cannot be read
     */
    default void prepare(EntitySource source) {}
}
