package dev.migrate.command.database;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A database on a server, which may answer at one of several addresses.
 *
 * @param hosts at least one, tried in this order
 * @param database its name; empty for the user's own
 */
public record ServerAddress(List<Host> hosts, Optional<String> database) {

    /** PostgreSQL's port unless another is given. */
    public static final int DEFAULT_PORT = 5432;

    /** @param name a name or an IP address, the latter without brackets */
    public record Host(String name, int port) {

        @Override
        public String toString() {
            return (name.contains(":") ? "[" + name + "]" : name) + ":" + port;
        }
    }

    public ServerAddress {
        hosts = List.copyOf(hosts);
    }

    /** The hosts alone: {@code db1:5432,db2:5432}. */
    public String server() {
        return hosts.stream().map(Host::toString).collect(Collectors.joining(","));
    }

    @Override
    public String toString() {
        return server() + "/" + database.orElse("");
    }
}
