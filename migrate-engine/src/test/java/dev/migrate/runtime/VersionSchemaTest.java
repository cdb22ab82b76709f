package dev.migrate.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.Migrate;
import dev.migrate.Migration;
import dev.migrate.Operations;
import dev.migrate.Revision;
import dev.migrate.testing.PostgresTest;
import dev.migrate.testing.Psql;
import dev.migrate.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
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

    private static final String TEMPORARY = "The first schema of the search path (pg_temp, public) is pg_temp: what a"
            + " migration creates there is gone when the session ends, and so is the table migrate_version. Put another"
            + " schema first.";

    @Test
    void nothingIsCreatedOrRecordedWhereItEndsWithTheSession(TestDatabase database) {
        PGSimpleDataSource temporary = (PGSimpleDataSource) database.dataSource();
        temporary.setOptions("-c search_path=pg_temp,\\ public");
        Migrate migrate = TestHistory.configure(database, SessionTest.Curious.class)
                .dataSource(temporary)
                .build();

        assertThatThrownBy(() -> migrate.upgrade("head")).hasMessage(TEMPORARY);
        assertThatThrownBy(() -> migrate.stamp("head")).hasMessage(TEMPORARY);
        assertThatThrownBy(migrate::current).hasMessage(TEMPORARY);
        assertThatThrownBy(() -> TestHistory.configure(database, SessionTest.Curious.class)
                        .searchPath("pg_temp", "public")
                        .build())
                .hasMessage(TEMPORARY);
        assertThatThrownBy(() -> TestHistory.configure(database, SessionTest.Curious.class)
                        .versionSchema("pg_temp")
                        .build())
                .hasMessage(
                        "versionSchema is pg_temp, which is gone when the session ends. Expected a schema that stays.");
    }

    @Test
    void aTemporaryTableIsNotTakenForTheVersionTable(TestDatabase database) throws SQLException {
        Migrate direct =
                TestHistory.configure(database, SessionTest.Curious.class).build();
        direct.upgrade("head");
        try (Connection session = database.connect();
                Statement statement = session.createStatement()) {
            statement.execute("CREATE TEMPORARY TABLE migrate_version (revision varchar(64))");
            Migrate migrate = TestHistory.configure(database, SessionTest.Curious.class)
                    .dataSource(new OneConnection(session))
                    .build();

            assertThatThrownBy(() -> migrate.upgrade("head"))
                    .hasMessage(
                            "The table migrate_version that the session finds is a temporary one: what it says is gone"
                                    + " when the session ends. Drop it, or set versionSchema to the schema of the real one.");
        }
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

    /** As autogenerate writes it for entities of a schema. */
    static class Own {
        @Revision(id = "o1")
        static class Creates implements Migration {
            @Override
            public void upgrade(Operations op) {
                op.createSchema("app");
                op.execute("CREATE TABLE app.t (id int)");
            }

            @Override
            public void downgrade(Operations op) {
                op.execute("DROP TABLE app.t");
                op.dropSchema("app");
            }
        }
    }

    @Test
    void aRevisionMayCreateAndDropTheVersionSchema(TestDatabase database, TestDatabase byScript) {
        TestHistory.Told told = new TestHistory.Told();
        Migrate migrate = TestHistory.configure(database, Own.class)
                .versionSchema("app")
                .listener(told)
                .build();
        StringBuilder up = new StringBuilder();
        StringBuilder down = new StringBuilder();
        migrate.upgradeSql("head", up);
        migrate.downgradeSql("o1:base", down);

        migrate.upgrade("head");
        assertThat(database.query("SELECT 'app.t'::regclass || ' at ' || revision FROM app.migrate_version"))
                .isEqualTo("app.t at o1");
        assertThat(migrate.changed()).isEmpty();
        migrate.downgrade("base");

        assertThat(database.query("SELECT to_regclass('app.t') IS NULL AND count(*) = 0 FROM app.migrate_version"))
                .isEqualTo("t");
        assertThat(told.text()).isEqualTo("""
                        The schema app is there already: it has the version table
                        The schema app stays: it has the version table""");
        assertThat(Psql.run(byScript, up))
                .contains("NOTICE:  The schema app is there already")
                .doesNotContain("ERROR");
        assertThat(Psql.run(byScript, down))
                .contains("NOTICE:  The schema app stays")
                .doesNotContain("ERROR");
        assertThat(byScript.query("SELECT to_regclass('app.t') IS NULL AND count(*) = 0 FROM app.migrate_version"))
                .isEqualTo("t");
    }
}
