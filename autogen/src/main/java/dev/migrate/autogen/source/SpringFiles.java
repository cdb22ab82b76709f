package dev.migrate.autogen.source;

import dev.migrate.MigrateException;
import dev.migrate.autogen.EntitySource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
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
    private static final String CONDITION = "spring.config.activate.onprofile";
    private static final String CLOUD_CONDITION = "spring.config.activate.oncloudplatform";
    private static final String CLOUD = "spring.main.cloudplatform";
    private static final String OPTIONAL = "optional:";
    private static final String CLASS_PATH = "classpath:";

    /** A scheme: {@code file:}, {@code configtree:}. */
    private static final Pattern OTHER_PLACE = Pattern.compile("[\\w+.-]+:");

    /** Lowest first: properties win over YAML. */
    private static final List<String> EXTENSIONS = List.of(".yaml", ".yml", ".properties");

    private static final Pattern PROPERTIES = Pattern.compile("\\.properties]?$");

    private static final List<String> IN_DIRECTORY =
            EXTENSIONS.stream().map("application"::concat).toList();

    /** Lowest first: a file in {@code config/} wins. */
    private static final List<String> PLACES = Stream.of("", "config/")
            .flatMap(directory -> IN_DIRECTORY.stream().map(directory::concat))
            .toList();

    private final ClassLoader classLoader;
    private final Environment environment;

    /** By {@linkplain SpringNames uniform names}, as all documents are. */
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

    /**
     * All of their settings by {@linkplain SpringNames uniform names}, with what stands for another filled in, and with the
     * values that the environment has for them.
     */
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
                int extension = extension(place);
                files.take(place.substring(0, extension) + "-" + profile + place.substring(extension));
            }
        }
        // A variable alone can't: it has no way to write the _ of Hibernate's names.
        files.settings.replaceAll((name, value) -> name.startsWith(SpringNames.PROPERTIES)
                ? files.environment.of(name).orElse(value)
                : value);
        return Placeholders.resolve(files.settings, files::lookup);
    }

    /** What a placeholder's name stands for. */
    private Optional<String> lookup(String name) {
        return environment.of(name).or(() -> Optional.ofNullable(settings.get(SpringNames.uniform(name))));
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

    private String setting(String name, String otherwise) {
        return lookup(name)
                .map(value -> Placeholders.resolve(value, this::lookup))
                .orElse(otherwise);
    }

    private void take(String place) {
        for (Map<String, String> document : documents.computeIfAbsent(place, this::documents)) {
            if (holds(document)) {
                settings.putAll(document);
                list(Placeholders.resolve(document.getOrDefault(IMPORT, ""), this::lookup))
                        .forEach(location -> take(location, place));
            }
        }
    }

    private List<Map<String, String>> documents(String place) {
        return ConfigFiles.documents(
                        classLoader, file(place), PROPERTIES.matcher(place).find())
                .stream()
                .map(SpringNames::uniform)
                .toList();
    }

    private boolean holds(Map<String, String> document) {
        String profiles = document.getOrDefault(CONDITION, "");
        String platform = document.getOrDefault(CLOUD_CONDITION, "");
        // Where the application is going to run says nothing of where its schema is migrated, unless the application
        // says it.
        return (platform.isEmpty() || platform.equalsIgnoreCase(setting(CLOUD, "none")))
                && (profiles.isEmpty() || (active != null && ProfileExpression.anyHolds(profiles, active)));
    }

    /** Takes what a document names to be read right behind it: a file, or a directory with files like the application's. */
    private void take(String location, String importing) {
        boolean isOptional = location.startsWith(OPTIONAL);
        String required = isOptional ? location.substring(OPTIONAL.length()) : location;
        if (!required.startsWith(CLASS_PATH) && OTHER_PLACE.matcher(required).lookingAt()) {
            return;
        }
        Placeholders.missing(required).ifPresent(name -> {
            throw new MigrateException(
                    importing + " imports " + location + ", and neither the application's files nor the"
                            + " environment say what " + name + " is. Set the environment variable.");
        });
        String place = required.startsWith(CLASS_PATH)
                ? required.substring(CLASS_PATH.length()).replaceFirst("^/+", "")
                : importing.substring(0, importing.lastIndexOf('/') + 1) + required;
        if (!place.endsWith("/") && !isReadable(place)) {
            throw new MigrateException(importing + " imports " + location + ", which is none of *"
                    + String.join(", *", EXTENSIONS) + ". Give it such a name; a directory ends with /.");
        }
        List<String> files =
                place.endsWith("/") ? IN_DIRECTORY.stream().map(place::concat).toList() : List.of(place);
        if (!isOptional && files.stream().allMatch(file -> classLoader.getResource(file(file)) == null)) {
            throw new MigrateException(importing + " imports " + location + ", but the runtime class path has no "
                    + place + ". Without it the application doesn't start; write optional:" + location
                    + " if it may be missing.");
        }
        files.stream().filter(imported::add).forEach(this::take);
    }

    /** The file at a place, of which {@code db[.yaml]} says what its name doesn't. */
    private static String file(String place) {
        return place.endsWith("]") ? place.substring(0, extension(place)) : place;
    }

    private static int extension(String place) {
        return place.endsWith("]") ? place.lastIndexOf('[') : place.lastIndexOf('.');
    }

    private static boolean isReadable(String place) {
        return EXTENSIONS.stream()
                .anyMatch(extension -> place.endsWith(extension) || place.endsWith("[" + extension + "]"));
    }

    private static List<String> list(String value) {
        return Arrays.stream(value.split(","))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }
}
