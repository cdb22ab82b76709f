package dev.migrate.autogen.scratch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.testing.PostgresTest;
import dev.migrate.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

@PostgresTest
class MissingExtensionTest {

    @Test
    void anExtensionBesideTheSearchPathIsNotToBeCreatedAgain(TestDatabase database) throws SQLException {
        database.execute("CREATE SCHEMA app; CREATE EXTENSION hstore SCHEMA public");
        try (Connection connection = database.connect()) {
            connection.setSchema("app");

            assertThat(MissingExtension.advice("ERROR: type \"hstore\" does not exist", connection))
                    .contains(
                            "The extension 'hstore' has it, in the schema public, which the search path lacks. Add that"
                                    + " schema to it, as in the URL's currentSchema=app,public, and run again.");
        }
    }
}
