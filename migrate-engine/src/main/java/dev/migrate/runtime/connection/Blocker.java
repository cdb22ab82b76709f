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
 * A session that another one waits for; or a prepared transaction, which belongs to none; or standbys, which have to
 * confirm a commit.
 *
 * @param pid 0 if it is a prepared transaction, -1 if standbys
 * @param state {@code active}, {@code idle in transaction}, …
 * @param since when its transaction began, as the server prints it
 * @param query what it runs, or ran last; how a prepared transaction is called, as a literal; which standbys
 */
public record Blocker(
        int pid,
        @Nullable String application,
        @Nullable String user,
        @Nullable String client,
        @Nullable String state,
        @Nullable String since,
        @Nullable String query) {

    private static final int PREPARED = 0;
    private static final int STANDBYS = -1;

    /** Who blocks this backend at the moment. */
    static List<Blocker> of(Connection connection, int backend) throws SQLException {
        String sql = """
                WITH blocking AS MATERIALIZED (SELECT pid FROM unnest(pg_blocking_pids(%1$s)) AS pid)
                SELECT pid, application_name, usename, host(client_addr) AS client, state,
                       xact_start::timestamptz(0) AS since, left(query, 200) AS query
                FROM pg_stat_activity
                WHERE pid IN (SELECT pid FROM blocking)
                UNION
                SELECT 0, NULL, owner, NULL, NULL, prepared::timestamptz(0), quote_literal(gid)
                FROM pg_locks AS awaited
                JOIN pg_locks AS held
                    ON (held.locktype, held.database, held.relation, held.transactionid, held.classid, held.objid)
                        IS NOT DISTINCT FROM (awaited.locktype, awaited.database, awaited.relation,
                            awaited.transactionid, awaited.classid, awaited.objid)
                JOIN pg_locks AS own ON own.virtualtransaction = held.virtualtransaction
                JOIN pg_prepared_xacts ON own.transactionid = transaction
                WHERE awaited.pid = %1$s AND NOT awaited.granted AND held.granted AND own.granted
                    AND held.pid IS NULL AND own.pid IS NULL AND 0 IN (SELECT pid FROM blocking)
                UNION
                SELECT -1, NULL, NULL, NULL, NULL, NULL, current_setting('synchronous_standby_names')
                FROM pg_stat_activity
                WHERE pid = %1$s AND wait_event = 'SyncRep'
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

    /** Whether the server has this backend. */
    static boolean isThere(Connection connection, int backend) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT FROM pg_stat_activity WHERE pid = " + backend)) {
            return row.next();
        }
    }

    public static String describe(List<Blocker> blockers, Redaction redaction) {
        return blockers.stream()
                .map(blocker -> redaction.of(blocker.describe()))
                .collect(Collectors.joining("\n"));
    }

    /** Whether {@code lock_timeout} doesn't end the wait. */
    public boolean isStandbys() {
        return pid == STANDBYS;
    }

    private String describe() {
        if (pid == STANDBYS) {
            return "synchronous standbys, which have to confirm what is committed here: synchronous_standby_names = '"
                    + query + "'. pg_stat_replication shows those that are connected";
        }
        if (pid == PREPARED) {
            return "a prepared transaction, user " + user + ", prepared " + since + ": end it with COMMIT PREPARED "
                    + query + " or ROLLBACK PREPARED " + query;
        }
        return "pid " + pid
                + (application == null || application.isEmpty() ? "" : ", application " + application)
                + (user == null ? "" : ", user " + user)
                + (client == null ? "" : ", client " + client)
                + (state == null ? "" : ", " + state)
                + (since == null ? "" : ", in its transaction since " + since)
                + (query == null ? "" : ": " + query.strip().replaceAll("\\s+", " "));
    }
}
