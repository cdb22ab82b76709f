package dev.migrate.command.database;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.postgresql.PGProperty;

/**
 * What libpq calls a parameter, and what the JDBC driver calls it (PostgreSQL manual, "Parameter Key Words"; pgjdbc,
 * "Connection Parameters"). Names that both have, {@code sslmode} and its like, are not listed.
 */
final class LibpqParameters {

    private static final Map<String, PGProperty> RENAMED = Map.ofEntries(
            Map.entry("application_name", PGProperty.APPLICATION_NAME),
            Map.entry("channel_binding", PGProperty.CHANNEL_BINDING),
            Map.entry("connect_timeout", PGProperty.CONNECT_TIMEOUT),
            Map.entry("fallback_application_name", PGProperty.APPLICATION_NAME),
            Map.entry("gssencmode", PGProperty.GSS_ENC_MODE),
            Map.entry("keepalives", PGProperty.TCP_KEEP_ALIVE),
            Map.entry("krbsrvname", PGProperty.KERBEROS_SERVER_NAME),
            Map.entry("load_balance_hosts", PGProperty.LOAD_BALANCE_HOSTS),
            Map.entry("require_auth", PGProperty.REQUIRE_AUTH),
            Map.entry("sslnegotiation", PGProperty.SSL_NEGOTIATION),
            Map.entry("target_session_attrs", PGProperty.TARGET_SERVER_TYPE));

    private static final Map<PGProperty, Map<String, String>> VALUES = Map.of(
            PGProperty.TCP_KEEP_ALIVE, Map.of("1", "true", "0", "false"),
            PGProperty.LOAD_BALANCE_HOSTS, Map.of("random", "true", "disable", "false"),
            PGProperty.TARGET_SERVER_TYPE,
                    Map.of(
                            "read-write", "primary",
                            "read-only", "secondary",
                            "standby", "secondary",
                            "prefer-standby", "preferSecondary"));

    /** Meant for libpq or for a driver of another language, and without a meaning here. */
    private static final Set<String> WITHOUT_MEANING =
            Set.of("client_encoding", "prepared_statement_cache_size", "async_fallback", "pgbouncer", "schema");

    private static final Set<String> SSL_MODES =
            Set.of("disable", "allow", "prefer", "require", "verify-ca", "verify-full");

    private LibpqParameters() {}

    /** The driver's properties for a URL's parameters, whichever of the two names they have. */
    static DriverProperties toDriver(Map<String, String> parameters) {
        Map<String, String> known = new TreeMap<>();
        List<String> unknown = new ArrayList<>();
        parameters.forEach((name, value) -> {
            if (name.equals(PGProperty.SSL.getName()) && SSL_MODES.contains(value)) {
                // asyncpg calls it ssl; the driver's own ssl is a yes or no.
                known.put(PGProperty.SSL_MODE.getName(), value);
                return;
            }
            PGProperty property = RENAMED.containsKey(name) ? RENAMED.get(name) : PGProperty.forName(name);
            if (property != null) {
                known.put(
                        property.getName(),
                        VALUES.getOrDefault(property, Map.of()).getOrDefault(value, value));
            } else if (!WITHOUT_MEANING.contains(name)) {
                unknown.add(name);
            }
        });
        return new DriverProperties(known, unknown);
    }
}
