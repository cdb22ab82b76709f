package dev.migrate.command.database;

import dev.migrate.MigrateException;
import dev.migrate.command.database.ServerAddress.Host;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a {@link DatabaseUrl}. Its messages never repeat the text: a password may be anywhere in a misspelt one. */
final class DatabaseUrlParser {

    private static final Pattern EMBEDDED = Pattern.compile("embedded(?::(\\d{1,3}))?");
    private static final Pattern URI = Pattern.compile("(?:jdbc:)?postgres(?:ql)?(?:\\+\\w+)?://(.*)");
    private static final Pattern JDBC_WITHOUT_HOST = Pattern.compile("jdbc:postgresql:/?([^/].*|)");
    private static final Pattern SCHEME = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]*(?::[A-Za-z0-9+.-]+)?):.*");
    private static final Pattern HOST_AND_PORT = Pattern.compile("(\\[[^]]*]|[^:]*)(?::(.*))?");

    private final String text;

    DatabaseUrlParser(String text) {
        this.text = text;
    }

    DatabaseUrl parse() {
        Matcher embedded = EMBEDDED.matcher(text);
        if (embedded.matches()) {
            return new DatabaseUrl.Embedded(
                    embedded.group(1) == null
                            ? OptionalInt.empty()
                            : OptionalInt.of(Integer.parseInt(embedded.group(1))));
        }
        Matcher uri = URI.matcher(text);
        if (uri.matches()) {
            return uri(uri.group(1));
        }
        Matcher jdbcWithoutHost = JDBC_WITHOUT_HOST.matcher(text);
        if (jdbcWithoutHost.matches()) {
            return uri("/" + jdbcWithoutHost.group(1));
        }
        Matcher scheme = SCHEME.matcher(text);
        throw notUnderstood(
                scheme.matches()
                        ? "it begins with '" + scheme.group(1) + ":'"
                        : "it does not begin with a known scheme");
    }

    /**
     * {@code [user[:password]@][host[:port],…][/database][?name=value&…]}: what libpq reads behind the slashes, and the
     * JDBC driver too, but for the credentials. The driver's own parser logs what it refuses, passwords included.
     */
    private DatabaseUrl uri(String afterSlashes) {
        String authority = authority(afterSlashes);
        String pathAndQuery = afterSlashes.substring(authority.length());
        int query = pathAndQuery.indexOf('?');
        String path = query < 0 ? pathAndQuery : pathAndQuery.substring(0, query);
        Map<String, String> parameters = query < 0 ? new TreeMap<>() : parameters(pathAndQuery.substring(query + 1));
        int at = authority.lastIndexOf('@');
        if (at >= 0) {
            credentials(authority.substring(0, at), parameters);
        }
        if (parameters.containsKey("service")) {
            throw notUnderstood(
                    "it names a service, whose file is not read here: give the server's host, port and database");
        }
        String hosts = parameters.containsKey("host") ? parameters.remove("host") : authority.substring(at + 1);
        String ports = parameters.containsKey("port") ? parameters.remove("port") : "";
        String database = path.length() > 1 ? decode(path.substring(1)) : null;
        return server(
                hosts(hosts, ports),
                parameters.containsKey("dbname") ? parameters.remove("dbname") : database,
                parameters);
    }

    private static String authority(String afterSlashes) {
        int end = 0;
        while (end < afterSlashes.length() && afterSlashes.charAt(end) != '/' && afterSlashes.charAt(end) != '?') {
            end++;
        }
        return afterSlashes.substring(0, end);
    }

    private void credentials(String userInfo, Map<String, String> parameters) {
        int colon = userInfo.indexOf(':');
        parameters.put("user", decode(colon < 0 ? userInfo : userInfo.substring(0, colon)));
        if (colon >= 0) {
            parameters.put("password", decode(userInfo.substring(colon + 1)));
        }
    }

    private Map<String, String> parameters(String query) {
        Map<String, String> parameters = new TreeMap<>();
        for (String parameter : query.split("&", -1)) {
            int equals = parameter.indexOf('=');
            if (equals > 0) {
                parameters.put(decode(parameter.substring(0, equals)), decode(parameter.substring(equals + 1)));
            } else if (!parameter.isEmpty()) {
                throw notUnderstood("a parameter behind the ? has no value");
            }
        }
        return parameters;
    }

    /** @param ports one for all hosts, or one for each; an empty one is the host's own */
    private List<Host> hosts(String hosts, String ports) {
        String[] names = hosts.split(",", -1);
        String[] numbers = ports.split(",", -1);
        if (numbers.length > 1 && numbers.length != names.length) {
            throw notUnderstood("it has " + names.length + " hosts and " + numbers.length + " ports");
        }
        List<Host> result = new ArrayList<>();
        for (int i = 0; i < names.length; i++) {
            Matcher parts = HOST_AND_PORT.matcher(names[i]);
            if (!parts.matches()) {
                throw notUnderstood("a host is not of the form host:port");
            }
            String own = parts.group(2) == null ? "" : parts.group(2);
            String given = numbers[numbers.length > 1 ? i : 0];
            result.add(host(decode(parts.group(1)), given.isEmpty() ? own : given));
        }
        return result;
    }

    private Host host(String name, String port) {
        if (name.startsWith("/")) {
            throw notUnderstood(
                    "it names a Unix socket, which Java's driver cannot use without another library: give the"
                            + " server's host and port");
        }
        String bare = name.startsWith("[") ? name.substring(1, name.length() - 1) : name;
        try {
            return new Host(
                    bare.isEmpty() ? "localhost" : bare,
                    port.isEmpty() ? ServerAddress.DEFAULT_PORT : Integer.parseInt(port));
        } catch (NumberFormatException e) {
            throw notUnderstood("its port is not a number (in a password, / ? # and @ are written %2F %3F %23 %40)");
        }
    }

    private static DatabaseUrl server(List<Host> hosts, @Nullable String database, Map<String, String> parameters) {
        Credentials credentials = new Credentials(
                Optional.ofNullable(parameters.remove("user")),
                Optional.ofNullable(parameters.remove("password")).map(Secret::new));
        return new DatabaseUrl.Server(
                new ServerAddress(hosts, Optional.ofNullable(database)),
                credentials,
                LibpqParameters.toDriver(parameters));
    }

    /** Percent-decoding as in RFC 3986, where a plus is a plus. */
    private String decode(String encoded) {
        try {
            return URLDecoder.decode(encoded.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw notUnderstood("a % in it is not followed by two hexadecimal digits (a % itself is written %25)");
        }
    }

    private static MigrateException notUnderstood(String reason) {
        return new MigrateException(
                "The database URL is not understood: " + reason + ". Expected " + DatabaseUrl.FORMS + ".");
    }
}
