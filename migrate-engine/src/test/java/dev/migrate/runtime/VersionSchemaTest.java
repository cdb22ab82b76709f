package dev.migrate.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.Migrate;
import dev.migrate.testing.PostgresTest;
import dev.migrate.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/** Where the version table is, and who looks for it there. */
@PostgresTest
class VersionSchemaTest {

    @Test
    void theVersionSchemaIsCreatedAndMigrationsSeeTheirSearchPath(TestDatabase database) {
        database.execute("CREATE SCHEMA app");
        Migrate migrate = TestHistory.configure(database, SessionTest.Curious.class)
                .versionSchema("Migrate's own")
                .versionTable("app_version")
                .searchPath("app")
                .build();

        migrate.upgrade("head");

        assertThat(database.query("SELECT revision FROM \"Migrate's own\".app_version"))
                .isEqualTo("r2");
        assertThat(database.query("SELECT count(*) FROM \"Migrate's own\".app_journal"))
                .isEqualTo("2");
        assertThat(database.query("SELECT search_path FROM app.seen")).isEqualTo("app\napp");
    }

    @Test
    void theVersionTableIsFoundWhereverTheSearchPathHasIt(TestDatabase database) {
        Migrate migrate =
                TestHistory.configure(database, SessionTest.Curious.class).build();
        migrate.upgrade("head");
        // From now on the first schema of the default search path ("$user", public) is another one.
        database.execute("CREATE SCHEMA postgres");

        assertThat(migrate.current()).containsExactly("r2");
    }

    @Test
    void withoutAnySchemaOfTheSearchPathThereIsNoPlaceForTheVersionTable(TestDatabase database) {
        PGSimpleDataSource nowhere = (PGSimpleDataSource) database.dataSource();
        nowhere.setCurrentSchema("missing");
        Migrate migrate = TestHistory.configure(database, SessionTest.Curious.class)
                .dataSource(nowhere)
                .build();

        assertThatThrownBy(() -> migrate.upgrade("head"))
                .hasMessage("No schema of the search path (missing) exists, so there is no place for the table"
                        + " migrate_version. Create the schema, or set versionSchema: it is created when missing.");
    }
}
