package com.example.autopr;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.sql.DataSource;

/** What has to be so before a migration: each query counts what speaks against it. */
final class HealthCheck {

    private static final Map<String, String> QUERIES = new LinkedHashMap<>();

    static {
        QUERIES.put("transactions open for more than a minute", """
                SELECT count(*) FROM pg_stat_activity
                WHERE backend_type = 'client backend' AND xact_start < now() - interval '1 minute'""");
        QUERIES.put("sessions that wait for a lock", """
                SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock'""");
        QUERIES.put("prepared transactions", "SELECT count(*) FROM pg_prepared_xacts");
        QUERIES.put("invalid indexes", "SELECT count(*) FROM pg_index WHERE NOT indisvalid");
        QUERIES.put("replicas more than 64 MB behind", """
                SELECT count(*) FROM pg_stat_replication
                WHERE pg_wal_lsn_diff(sent_lsn, replay_lsn) > 64 * 1024 * 1024""");
    }

    private HealthCheck() {}

    static void require(DataSource dataSource) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            for (Map.Entry<String, String> query : QUERIES.entrySet()) {
                try (ResultSet rows = statement.executeQuery(query.getValue())) {
                    rows.next();
                    if (rows.getLong(1) > 0) {
                        throw new IllegalStateException("Not now: " + rows.getLong(1) + " " + query.getKey());
                    }
                }
            }
        }
    }
}
