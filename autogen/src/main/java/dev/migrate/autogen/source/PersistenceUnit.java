package dev.migrate.autogen.source;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What is mapped together, and with which settings.
 *
 * @param name as in {@code persistence.xml}; {@code default} if nobody names it
 * @param classNames mapped classes, and packages that have annotations in their {@code package-info}
 * @param mappingFiles class path resources such as {@code META-INF/orm.xml}, {@code Agent.hbm.xml}
 * @param settings everything the application sets, without what reaches for a database or other services
 */
public record PersistenceUnit(
        String name, List<String> classNames, List<String> mappingFiles, SortedMap<String, String> settings) {

    public PersistenceUnit {
        classNames = List.copyOf(classNames);
        mappingFiles = List.copyOf(mappingFiles);
        settings = new TreeMap<>(settings);
    }

    /** The settings; a copy. */
    @Override
    public SortedMap<String, String> settings() {
        return new TreeMap<>(settings);
    }
}
