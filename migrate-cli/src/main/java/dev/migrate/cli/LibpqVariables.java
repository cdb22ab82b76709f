package dev.migrate.cli;

import dev.migrate.command.database.ConnectionSources.Given;
import dev.migrate.command.database.Credentials;
import dev.migrate.command.database.Secret;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The connection that psql would make of the environment alone (PostgreSQL manual, "Environment Variables"). {@code
 * PGPASSFILE} and {@code ~/.pgpass} are the driver's own business.
 */
final class LibpqVariables {

    private static final Map<String, String> PARAMETERS = Map.of(
            "PGHOST", "host",
            "PGPORT", "port",
            "PGDATABASE", "dbname",
            "PGSSLMODE", "sslmode",
            "PGSSLROOTCERT", "sslrootcert",
            "PGCONNECT_TIMEOUT", "connect_timeout",
            "PGAPPNAME", "application_name",
            "PGOPTIONS", "options");

    private LibpqVariables() {}

    /**
     * What the variables give: a URL if they name a host or a database.
     *
     * @param environment a variable's value, or null
     */
    static Given in(UnaryOperator<@Nullable String> environment) {
        Map<String, String> given = new TreeMap<>();
        PARAMETERS.forEach(
                (variable, parameter) -> value(environment, variable).ifPresent(value -> given.put(parameter, value)));
        boolean isConnection = given.containsKey("host") || given.containsKey("dbname");
        return new Given(
                isConnection ? Optional.of("postgresql://?" + query(given)) : Optional.empty(),
                new Credentials(
                        value(environment, "PGUSER"),
                        value(environment, "PGPASSWORD").map(Secret::new)),
                "PGHOST, PGDATABASE and their like in the environment");
    }

    private static Optional<String> value(UnaryOperator<@Nullable String> environment, String variable) {
        return Optional.ofNullable(environment.apply(variable)).filter(value -> !value.isEmpty());
    }

    private static String query(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(one -> one.getKey() + "="
                        + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8)
                                .replace("+", "%20"))
                .collect(Collectors.joining("&"));
    }
}
