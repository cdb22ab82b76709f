package dev.migrate.benchmarks;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** The server that {@code PGHOST}, {@code PGPORT} and {@code PGUSER} name, as psql and pg_dump understand them. */
final class BenchmarkServer {

    private BenchmarkServer() {}

    static Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(url(database));
    }

    static String url(String database) {
        return "jdbc:postgresql://%s:%s/%s?user=%s"
                .formatted(System.getenv("PGHOST"), System.getenv("PGPORT"), database, System.getenv("PGUSER"));
    }
}
