package dev.migrate.runtime.connection;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A session that another one waits for.
 *
 * @param state {@code active}, {@code idle in transaction}, …
 * @param since when its transaction began, as the server prints it
 * @param query what it runs, or ran last
 */
public record Blocker(
        int pid,
        @Nullable String application,
        @Nullable String user,
        @Nullable String client,
        @Nullable String state,
        @Nullable String since,
        @Nullable String query) {

    /** Who blocks this backend at the moment. */
    static List<Blocker> of(Connection connection, int backend) throws SQLException {
        String sql = """
                SELECT pid, application_name, usename, host(client_addr) AS client, state,
                       xact_start::timestamptz(0) AS since, left(query, 200) AS query
                FROM pg_stat_activity
                WHERE pid = ANY (pg_blocking_pids(%s))
                ORDER BY pid""".formatted(backend);
        List<Blocker> found = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                found.add(new Blocker(
                        rows.getInt("pid"),
                        rows.getString("application_name"),
                        rows.getString("usename"),
                        rows.getString("client"),
                        rows.getString("state"),
                        rows.getString("since"),
                        rows.getString("query")));
            }
        }
        return found;
    }

    public static String describe(List<Blocker> blockers, Redaction redaction) {
        return blockers.stream()
                .map(blocker -> redaction.of(blocker.describe()))
                .collect(Collectors.joining("\n"));
    }

    private String describe() {
        return "pid " + pid
                + (application == null || application.isEmpty() ? "" : ", application " + application)
                + (user == null ? "" : ", user " + user)
                + (client == null ? "" : ", client " + client)
                + (state == null ? "" : ", " + state)
                + (since == null ? "" : ", in its transaction since " + since)
                + (query == null ? "" : ": " + query.strip().replaceAll("\\s+", " "));
    }
}
