package dev.migrate.schema;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/** Immutable copies of the name-to-value options that tables and indexes hold. */
final class SortedMaps {

    private SortedMaps() {}

    static SortedMap<String, String> copy(SortedMap<String, String> options) {
        return Collections.unmodifiableSortedMap(new TreeMap<>(options));
    }
}
