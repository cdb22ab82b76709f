package dev.migrate.autogen.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.testing.PostgresTest;
import dev.migrate.testing.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A database whose transactions may not take long. */
@PostgresTest
class CatalogTimeoutTest {

    @Test
    void thatOfReadingTheCatalogMay(TestDatabase database) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            if (connection.getMetaData().getDatabaseMajorVersion() >= 17) {
                statement.execute("SET transaction_timeout = 30000");
            }
            try (CatalogSession session = CatalogSession.open(connection, CatalogScope.ofDefaultSchema())) {
                assertThat(session.namespaces()).hasSize(1);
                assertThat(timeout(statement)).isIn("0", null);
            }
            assertThat(timeout(statement)).isIn("30s", null);
        }
    }

    private static @Nullable String timeout(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery("SELECT current_setting('transaction_timeout', true)")) {
            row.next();
            return row.getString(1);
        }
    }
}
