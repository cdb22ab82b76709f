package dev.migrate.autogen.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.Migrate;
import dev.migrate.revision.RevisionGraph;
import dev.migrate.testing.PostgresTest;
import dev.migrate.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

@PostgresTest
class OtherHistoriesTest {

    @Test
    void whereAnotherHistoryKeepsWhatIsAppliedIsNobodysToDrop(TestDatabase database) throws SQLException {
        Migrate.configure()
                .dataSource(database.dataSource())
                .history(RevisionGraph.of(List.of()))
                .versionTable("billing_version")
                .build()
                .stamp("base");
        database.execute(
                "CREATE TABLE app_version (revision varchar(64) PRIMARY KEY); CREATE TABLE notes_version (id int);"
                        + " CREATE TABLE notes_journal (id int)");

        try (Connection connection = database.connect()) {
            assertThat(SchemaText.of(new CatalogReader().read(connection, CatalogScope.ofDefaultSchema())))
                    .isEqualTo("""
                            table app_version
                              revision character varying(64) not null
                              primary key app_version_pkey [revision]
                            table notes_journal
                              id integer
                            table notes_version
                              id integer
                            """);
        }
    }

    @Test
    void aTableMayHaveTheLongestNameThatThereIs(TestDatabase database) throws SQLException {
        String name = "t".repeat(63);
        database.execute("CREATE TABLE " + name + " (revision text)");

        try (Connection connection = database.connect()) {
            assertThat(SchemaText.of(new CatalogReader().read(connection, CatalogScope.ofDefaultSchema())))
                    .isEqualTo("table " + name + "\n  revision text\n");
        }
    }
}
