package dev.migrate.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * The least that a Java process can do to apply a history: the script that psql runs, read from its file and sent through
 * the driver in as many messages as an upgrade sends, two for each revision.
 */
final class SendScript {

    private static final String REVISION = "-- Running upgrade[^\n]*\n";
    private static final String BOOKKEEPING = "DO $migrate$";
    private static final String COMMIT = "COMMIT;";

    private SendScript() {}

    /** {@code JDBC-URL FILE} */
    public static void main(String[] args) throws SQLException, IOException {
        String[] parts = Files.readString(Path.of(args[1])).split(REVISION, -1);
        try (Connection connection = DriverManager.getConnection(args[0] + "&preferQueryMode=simple");
                Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            // What begins with a backslash is for psql itself.
            statement.execute(parts[0].replaceAll("(?m)^\\\\.*$", ""));
            for (int i = 1; i < parts.length; i++) {
                int bookkeeping = parts[i].indexOf(BOOKKEEPING);
                int end = parts[i].indexOf(COMMIT) + COMMIT.length();
                statement.execute(parts[i].substring(0, bookkeeping));
                statement.execute(parts[i].substring(bookkeeping, end));
            }
        }
    }
}
