package dev.migrate.autogen.source;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The environment's variables, which win over an application's files, under the names that Spring Boot and Quarkus have for
 * them: {@code app.schema} is {@code APP_SCHEMA}.
 */
final class Environment {

    private final Map<String, String> variables;
    private final Map<String, String> byPlainName = new TreeMap<>();

    Environment(Map<String, String> variables) {
        this.variables = variables;
        variables.forEach((name, value) -> byPlainName.put(plain(name), value));
    }

    /** The variable of a setting, which may be written in kebab case or camel case. */
    Optional<String> of(String setting) {
        String exact = variables.get(setting);
        return Optional.ofNullable(exact == null ? byPlainName.get(plain(setting)) : exact);
    }

    private static String plain(String name) {
        return name.replaceAll("[^\\p{Alnum}]", "").toLowerCase(Locale.ROOT);
    }
}
