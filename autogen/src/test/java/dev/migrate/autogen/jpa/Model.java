package dev.migrate.autogen.jpa;

import dev.migrate.autogen.EntitySource;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A package of entities under {@code model}.
 *
 * @param settings what its application sets
 * @param without versions of Hibernate that can't read it, with the reason
 * @param instead versions that only this model is read with
 * @param exportFailures versions of Hibernate whose own export of it fails on PostgreSQL, with the reason
 */
public record Model(
        String name,
        SortedMap<String, String> settings,
        SortedMap<String, String> without,
        List<String> instead,
        SortedMap<String, String> exportFailures) {

    static Model of(String name) {
        return new Model(name, new TreeMap<>(), new TreeMap<>(), List.of(), new TreeMap<>());
    }

    Model with(String setting, String value) {
        return new Model(name, and(settings, List.of(setting), value), without, instead, exportFailures);
    }

    Model without(List<String> hibernates, String reason) {
        return new Model(name, settings, and(without, hibernates, reason), instead, exportFailures);
    }

    Model insteadWith(String... hibernates) {
        return new Model(name, settings, without, List.of(hibernates), exportFailures);
    }

    Model whoseExportFails(List<String> hibernates, String reason) {
        return new Model(name, settings, without, instead, and(exportFailures, hibernates, reason));
    }

    boolean isFor(String hibernate) {
        return instead.contains(hibernate) || (Models.EVERY.contains(hibernate) && !without.containsKey(hibernate));
    }

    boolean canBeExportedBy(String hibernate) {
        return !exportFailures.containsKey(hibernate);
    }

    EntitySource set(EntitySource source) {
        EntitySource set = source;
        for (Map.Entry<String, String> setting : settings.entrySet()) {
            set = set.setting(setting.getKey(), setting.getValue());
        }
        return set;
    }

    @Override
    public String toString() {
        return name;
    }

    private static SortedMap<String, String> and(Map<String, String> map, List<String> keys, String value) {
        SortedMap<String, String> more = new TreeMap<>(map);
        keys.forEach(key -> more.put(key, value));
        return more;
    }
}
