package dev.migrate.autogen.source;

import dev.migrate.autogen.EntitySource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The files of the class path that configure an application of Quarkus (Quarkus guide, Configuration Reference). */
final class QuarkusFiles {

    /** Lowest first. */
    private static final List<String> FILES = List.of(
            "META-INF/microprofile-config.properties", "application.yaml", "application.yml", "application.properties");

    /** Of one profile or several: {@code %prod.key}, {@code %prod,staging.key}. */
    private static final Pattern OF_PROFILES = Pattern.compile("%(?<profiles>[^.]+)\\.(?<key>.+)");

    private QuarkusFiles() {}

    static List<String> profiles(EntitySource source) {
        return source.profiles().isEmpty() ? List.of("prod") : source.profiles();
    }

    /**
     * All of their settings without quotes in the keys, with what stands for another filled in, and with the values that the
     * environment has for them.
     */
    static Map<String, String> read(EntitySource source) {
        List<String> profiles = profiles(source);
        Stream<String> ofProfiles = profiles.stream().flatMap(profile -> FILES.stream()
                .map(file -> file.replace("application.", "application-" + profile + ".")));
        Map<String, String> all = new TreeMap<>();
        Stream.concat(FILES.stream(), ofProfiles).distinct().forEach(file -> ConfigFiles.documents(
                        source.classLoader(), file)
                .forEach(document -> document.forEach((key, value) -> all.put(unquoted(key), value))));
        for (String profile : profiles) {
            all.putAll(of(profile, all));
        }
        Environment environment = new Environment(source.environment());
        all.replaceAll((key, value) ->
                key.startsWith(QuarkusSettings.PREFIX) ? environment.of(key).orElse(value) : value);
        Map<String, String> resolved =
                Placeholders.resolve(all, name -> environment.of(name).or(() -> Optional.ofNullable(all.get(name))));
        // To Quarkus a key without a value is none at all.
        resolved.values().removeIf(String::isEmpty);
        return resolved;
    }

    /** Its own settings win over those that it shares with other profiles. */
    private static Map<String, String> of(String profile, Map<String, String> all) {
        Map<String, String> shared = new TreeMap<>();
        Map<String, String> own = new TreeMap<>();
        all.forEach((key, value) -> {
            Matcher marked = OF_PROFILES.matcher(key);
            if (marked.matches()) {
                List<String> marks = List.of(marked.group("profiles").split(",", -1));
                if (marks.contains(profile)) {
                    (marks.size() == 1 ? own : shared).put(marked.group("key"), value);
                }
            }
        });
        shared.putAll(own);
        return shared;
    }

    /** Quotes say that what is between them is one name of a map, and may be left out around a name without a dot. */
    private static String unquoted(String key) {
        return key.replace("\"", "");
    }
}
