package dev.migrate.autogen.source;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The names of an application's settings, which Spring Boot takes in kebab case, in camel case and with underscores (Spring
 * Boot reference, Relaxed Binding).
 */
final class SpringNames {

    /** What begins the names of Hibernate's own settings. */
    static final String PROPERTIES = "spring.jpa.properties.";

    /** Those are keys of a map: they are as they are written, and may stand between brackets. */
    private static final Pattern OF_HIBERNATE = Pattern.compile(
            "spring\\.jpa\\.properties(?:\\.?\\[(?<bracketed>.+)]|\\.(?<plain>.+))", Pattern.CASE_INSENSITIVE);

    private static final Pattern SEPARATOR = Pattern.compile("[-_]");

    private SpringNames() {}

    /** The spelling that stands for all of them. */
    static String uniform(String name) {
        Matcher ofHibernate = OF_HIBERNATE.matcher(name);
        if (ofHibernate.matches()) {
            String bracketed = ofHibernate.group("bracketed");
            return PROPERTIES + (bracketed == null ? ofHibernate.group("plain") : bracketed);
        }
        return SEPARATOR.matcher(name).replaceAll("").toLowerCase(Locale.ROOT);
    }

    /** The same settings by their uniform names; kebab case wins over other spellings. */
    static Map<String, String> uniform(Map<String, String> document) {
        Map<String, String> uniform = new TreeMap<>();
        // A dash sorts before everything else that a name may contain.
        new TreeMap<>(document).forEach((name, value) -> uniform.putIfAbsent(uniform(name), value));
        return uniform;
    }
}
