package dev.migrate.autogen.source;

import dev.migrate.MigrateException;
import dev.migrate.autogen.EntitySource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The files of the class path that configure an application of Spring Boot, for its active profiles (Spring Boot reference,
 * Externalized Configuration). What lies outside of the class path belongs to a deployment, and is not read.
 */
final class SpringFiles {

    private static final String ACTIVE = "spring.profiles.active";
    private static final String INCLUDE = "spring.profiles.include";
    private static final String GROUP = "spring.profiles.group.";
    private static final String DEFAULT = "spring.profiles.default";
    private static final String IMPORT = "spring.config.import";
    private static final String CONDITION = "spring.config.activate.on-profile";
    private static final String OPTIONAL = "optional:";
    private static final String CLASS_PATH = "classpath:";

    /** Lowest first: a file in {@code config/} wins, and properties win over YAML. */
    private static final List<String> PLACES = List.of(
            "application.yaml",
            "application.yml",
            "application.properties",
            "config/application.yaml",
            "config/application.yml",
            "config/application.properties");

    private final ClassLoader classLoader;
    private final Environment environment;
    private final Map<String, String> settings = new TreeMap<>();
    private final Set<String> imported = new LinkedHashSet<>();

    /** Each file is read once, and taken once more when the profiles are known. */
    private final Map<String, List<Map<String, String>>> documents = new TreeMap<>();

    /** Null until the documents without a condition have said which profiles are. */
    private @Nullable Set<String> active;

    private SpringFiles(EntitySource source) {
        this.classLoader = source.classLoader();
        this.environment = new Environment(source.environment());
    }

    /** All of their settings, with what stands for another filled in. */
    static Map<String, String> read(EntitySource source) {
        SpringFiles files = new SpringFiles(source);
        PLACES.forEach(files::take);
        Set<String> profiles = files.profiles(source.profiles());
        files.active = profiles;
        files.settings.clear();
        files.imported.clear();
        PLACES.forEach(files::take);
        for (String profile : profiles) {
            for (String place : files.everywhere()) {
                int dot = place.lastIndexOf('.');
                files.take(place.substring(0, dot) + "-" + profile + place.substring(dot));
            }
        }
        return Placeholders.resolve(files.settings, files.environment);
    }

    private List<String> everywhere() {
        List<String> places = new ArrayList<>(PLACES);
        places.addAll(imported);
        return places;
    }

    /** In the order in which they win, the last over all: with the members of a group behind it. */
    private Set<String> profiles(List<String> named) {
        List<String> chosen = named.isEmpty() ? list(setting(ACTIVE, "")) : named;
        Set<String> all = new LinkedHashSet<>(list(setting(INCLUDE, "")));
        all.addAll(chosen.isEmpty() && all.isEmpty() ? list(setting(DEFAULT, "default")) : chosen);
        Set<String> expanded = new LinkedHashSet<>();
        all.forEach(profile -> expand(profile, expanded));
        return expanded;
    }

    private void expand(String profile, Set<String> expanded) {
        if (expanded.add(profile)) {
            list(setting(GROUP + profile, "")).forEach(member -> expand(member, expanded));
        }
    }

    private String setting(String key, String otherwise) {
        return environment.of(key).orElseGet(() -> Placeholders.resolve(settings, environment)
                .getOrDefault(key, otherwise));
    }

    private void take(String place) {
        for (Map<String, String> document :
                documents.computeIfAbsent(place, file -> ConfigFiles.documents(classLoader, file))) {
            String condition = document.getOrDefault(CONDITION, "");
            if (condition.isEmpty() || (active != null && ProfileExpression.anyHolds(condition, active))) {
                settings.putAll(document);
                list(document.getOrDefault(IMPORT, "")).forEach(location -> take(location, place));
            }
        }
    }

    /** Takes what a document names to be read right behind it. */
    private void take(String location, String importing) {
        boolean isOptional = location.startsWith(OPTIONAL);
        String required = isOptional ? location.substring(OPTIONAL.length()) : location;
        if (!required.startsWith(CLASS_PATH) && required.contains(":")) {
            return;
        }
        String place = required.startsWith(CLASS_PATH)
                ? required.substring(CLASS_PATH.length()).replaceFirst("^/+", "")
                : importing.substring(0, importing.lastIndexOf('/') + 1) + required;
        if (!isOptional && classLoader.getResource(place) == null) {
            throw new MigrateException(importing + " imports " + location + ", but the runtime class path has no "
                    + place + ". Without it the application doesn't start; write optional:" + location
                    + " if it may be missing.");
        }
        if (imported.add(place)) {
            take(place);
        }
    }

    private static List<String> list(String value) {
        return Arrays.stream(value.split(","))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }
}
