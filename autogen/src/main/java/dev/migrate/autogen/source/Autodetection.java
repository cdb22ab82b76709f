package dev.migrate.autogen.source;

import java.util.Map;

/**
 * What Hibernate looks for where {@code persistence.xml} lies and in the jars that it names (Hibernate user guide,
 * {@code hibernate.archive.autodetection}).
 *
 * @param classesBeside mapped classes beside the file
 * @param classesInJars mapped classes in its jars
 * @param hbmFiles {@code *.hbm.xml} in both
 */
record Autodetection(boolean classesBeside, boolean classesInJars, boolean hbmFiles) {

    private static final String SETTING = "hibernate.archive.autodetection";

    static Autodetection of(Map<String, String> settings, boolean excludesUnlisted) {
        String value = settings.get(SETTING);
        return value == null
                ? new Autodetection(!excludesUnlisted, true, true)
                : new Autodetection(value.contains("class"), value.contains("class"), value.contains("hbm"));
    }
}
