package dev.migrate.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.Migrate;
import dev.migrate.MigrateException;
import dev.migrate.Migration;
import dev.migrate.Operations;
import dev.migrate.Revision;
import dev.migrate.RunListener;
import dev.migrate.ddl.ServerVersion;
import dev.migrate.revision.Plan;
import dev.migrate.testing.PostgresTest;
import dev.migrate.testing.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

@PostgresTest
class SessionTest {

    private static final String STATE = """
            SELECT current_setting('application_name'), current_setting('search_path'), current_setting('lock_timeout'),
                   current_setting('statement_timeout'), current_setting('idle_in_transaction_session_timeout'),
                   current_setting('default_transaction_isolation'), current_user""";

    /** Shows the settings that a migration sees. */
    static class Curious {
        @Revision(id = "r1")
        static class Looks implements Migration {
            @Override
            public void upgrade(Operations op) {
                op.execute("CREATE TABLE seen AS " + STATE.replaceAll("current_setting\\('(\\w+)'\\)", "$0 AS $1"));
                op.execute("SET search_path = pg_catalog; SET lock_timeout = '1h'");
            }

            @Override
            public void downgrade(Operations op) {
                op.execute("SELECT nope");
            }
        }

        @Revision(id = "r2", revises = "r1")
        static class LooksAgain implements OneWay {
            @Override
            public void upgrade(Operations op) {
                op.execute("INSERT INTO seen " + STATE);
            }
        }
    }

    @Test
    void theConnectionIsGivenBackAsItCame(TestDatabase database) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("""
                    CREATE SCHEMA app;
                    SET application_name = 'shop'; SET search_path = app, public; SET lock_timeout = '7s';
                    SET statement_timeout = '8min'; SET idle_in_transaction_session_timeout = '9s';
                    SET default_transaction_isolation = 'serializable'""");
            connection.setAutoCommit(false);
            Migrate migrate = TestHistory.configure(database, Curious.class)
                    .dataSource(new OneConnection(connection))
                    .lockTimeout(Duration.ofSeconds(3))
                    .statementTimeout(Duration.ofMinutes(1))
                    .build();

            migrate.upgrade("head");
            assertThatThrownBy(() -> migrate.downgrade("base")).isInstanceOf(RevisionFailedException.class);

            assertThat(connection.getAutoCommit()).isFalse();
            assertThat(state(statement)).isEqualTo("shop|app, public|7s|8min|9s|serializable|postgres");
            assertThat(database.query("SELECT count(*) FROM pg_locks WHERE locktype = 'advisory'"))
                    .isEqualTo("0");
            connection.rollback();
        }
        assertThat(database.query("SELECT * FROM app.seen ORDER BY 1")).isEqualTo("""
                        migrate r1|app, public|3s|1min|0|read committed|postgres
                        migrate r2|app, public|3s|1min|0|read committed|postgres""");
    }

    private static String state(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery(STATE.replace("SELECT ", "SELECT concat_ws('|', ") + ")")) {
            row.next();
            return row.getString(1);
        }
    }

    /** Begins as what pg_dump writes does, and changes more that would outlast it. */
    static class Dumped {
        @Revision(id = "d1")
        static class Sets implements OneWay {
            @Override
            public void upgrade(Operations op) {
                op.execute("""
                        SET client_min_messages = warning; SET row_security = off; SET work_mem = '64MB';
                        SET default_tablespace = ''; SET statement_timeout = '2h'; SET session_replication_role = replica;
                        SELECT set_config('search_path', '', false); CREATE ROLE %1$s;
                        GRANT ALL ON ALL TABLES IN SCHEMA public TO %1$s; GRANT ALL ON SCHEMA public TO %1$s;
                        SET SESSION AUTHORIZATION %1$s; SET ROLE %1$s""".formatted(op.x("role").orElseThrow()));
            }
        }

        @Revision(id = "d2", revises = "d1")
        static class Looks implements OneWay {
            @Override
            public void upgrade(Operations op) {
                op.execute("CREATE TABLE seen AS SELECT current_user AS role,"
                        + " current_setting('statement_timeout') AS statement_timeout,"
                        + " current_setting('search_path') AS search_path,"
                        + " current_setting('work_mem') AS work_mem,"
                        + " current_setting('client_min_messages') AS client_min_messages,"
                        + " current_setting('session_replication_role') AS session_replication_role");
            }
        }
    }

    @Test
    void whatAMigrationSetsIsNeitherForTheNextOneNorForTheApplication(TestDatabase database) throws SQLException {
        String settings = "SELECT name, setting FROM pg_settings WHERE name IN ('client_min_messages', 'row_security',"
                + " 'work_mem', 'statement_timeout', 'session_replication_role', 'search_path', 'application_name')";
        String role = "owner_" + database.name();
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("SET work_mem = '5MB'");
            List<String> before = rows(statement, settings);

            TestHistory.configure(database, Dumped.class)
                    .dataSource(new OneConnection(connection))
                    .x("role", role)
                    .build()
                    .upgrade("head");

            assertThat(rows(statement, settings)).isEqualTo(before);
            assertThat(rows(statement, "SELECT current_user, session_user")).containsExactly("postgres|postgres");
        }
        assertThat(database.query("SELECT * FROM seen")).isEqualTo("postgres|0|\"$user\", public|5MB|notice|origin");
        database.execute("DROP OWNED BY " + role + "; DROP ROLE " + role);
    }

    /** Sets what a concurrent build needs, as guides say. */
    static class Tuned {
        @Revision(id = "t1")
        static class Builds implements OneWay {
            @Override
            public void upgrade(Operations op) {
                op.execute("CREATE SCHEMA app; CREATE TABLE app.t AS SELECT 1 AS a FROM generate_series(1, 2)");
                op.execute("SET search_path = app; /* as long as it takes */ SET statement_timeout = 0");
                op.execute("SELECT pg_catalog.set_config('maintenance_work_mem', '77MB', false)");
                op.execute("CREATE UNIQUE INDEX CONCURRENTLY ix ON t (a)");
                op.execute("CREATE TABLE seen AS SELECT current_setting('statement_timeout') AS statement_timeout,"
                        + " current_setting('maintenance_work_mem') AS maintenance_work_mem,"
                        + " current_setting('lock_timeout') AS lock_timeout");
            }
        }
    }

    @Test
    void whatAMigrationSetsIsForAllOfItsStatementsEvenIfAnotherRunContinuesIt(TestDatabase database) {
        Migrate migrate = TestHistory.configure(database, Tuned.class)
                .statementTimeout(Duration.ofMinutes(1))
                .build();
        assertThatThrownBy(() -> migrate.upgrade("head")).hasMessageContaining("could not create unique index");
        database.execute("UPDATE app.t SET a = 2 WHERE ctid = (SELECT max(ctid) FROM app.t)");

        migrate.upgrade("head");

        assertThat(database.query("SELECT * FROM app.seen")).isEqualTo("0|77MB|5s");
    }

    private static List<String> rows(Statement statement, String sql) throws SQLException {
        List<String> found = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                found.add(rows.getString(1) + "|" + rows.getString(2));
            }
        }
        return found;
    }

    @Test
    void aServerThatIsTooOldIsRefusedWithWhatWasFoundAndExpected() {
        assertThatThrownBy(() -> Survey.requireSupported("PostgreSQL", new ServerVersion(120_004)))
                .isInstanceOf(MigrateException.class)
                .hasMessage("The server is PostgreSQL 12.4; expected 13 or later. Upgrade the server, or check"
                        + " migrate.url.");
    }

    @Test
    void aPasswordIsNeverInTheMessage(TestDatabase database) {
        PGSimpleDataSource wrong = new PGSimpleDataSource();
        wrong.setUrl("jdbc:postgresql://localhost:1/nope?user=app&password=swordfish");
        Migrate migrate = TestHistory.configure(database, Curious.class)
                .dataSource(wrong)
                .secret("swordfish")
                .build();

        assertThatThrownBy(migrate::current)
                .hasMessageStartingWith("No connection to the database: Connection to localhost:1 refused.")
                .hasMessageEndingWith(
                        "Check that the server runs and that the URL, the user and the password are" + " right.")
                .hasStackTraceContaining("localhost:1")
                .satisfies(thrown -> assertThat(thrown.toString()).doesNotContain("swordfish"));
    }

    /** Each sees the settings of its own transaction, in a statement by which it couldn't change them. */
    static class Named {
        abstract static class Notes implements Migration {
            @Override
            public void upgrade(Operations op) {
                op.execute("INSERT INTO seen SELECT current_setting('application_name'),"
                        + " current_setting('lock_timeout'), current_setting('transaction_isolation')");
            }

            @Override
            public void downgrade(Operations op) {}
        }

        @Revision(id = "n1")
        static class First extends Notes {}

        @Revision(id = "n2", revises = "n1")
        static class Second extends Notes {
            @Override
            public void upgrade(Operations op) {
                super.upgrade(op);
                op.execute("INSERT INTO seen (name) SELECT changes_a_setting()");
            }
        }

        @Revision(id = "n3", revises = "n2")
        static class Third extends Notes {}

        @Revision(id = "n4", revises = "n3")
        static class Fourth extends Notes {
            @Override
            public void upgrade(Operations op) {
                op.execute("VACUUM seen");
                super.upgrade(op);
            }
        }

        @Revision(id = "n5", revises = "n4")
        static class Fifth extends Notes {}
    }

    @Test
    void eachRevisionHasItsNameAndTheLockTimeoutWhateverTheOneBeforeDid(TestDatabase database) throws SQLException {
        database.execute("""
                CREATE TABLE seen (name text, lock_timeout text, isolation text);
                CREATE FUNCTION changes_a_setting() RETURNS text LANGUAGE sql
                    AS $$ SELECT set_config('lock_timeout', '1h', false) $$""");
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("SET default_transaction_isolation = 'serializable'");
            TestHistory.configure(database, Named.class)
                    .dataSource(new OneConnection(connection))
                    .lockTimeout(Duration.ofSeconds(3))
                    .build()
                    .upgrade("head");

            assertThat(state(statement))
                    .isEqualTo("PostgreSQL JDBC Driver|\"$user\", public|0|0|0|serializable|postgres");
        }
        assertThat(database.query("SELECT * FROM seen")).isEqualTo("""
                migrate n1|3s|read committed
                migrate n2|3s|read committed
                1h|null|null
                migrate n3|3s|read committed
                migrate n4|3s|read committed
                migrate n5|3s|read committed""");
        assertThat(database.query("SELECT count(*) FROM migrate_journal WHERE started > finished"))
                .isEqualTo("0");
    }

    /** Takes on a role that may create tables, and nothing else. */
    static class Lowered {
        @Revision(id = "l1")
        static class Creates implements OneWay {
            @Override
            public void upgrade(Operations op) {
                String role = op.x("role").orElseThrow();
                op.execute("SET ROLE " + role);
                op.execute("CREATE TABLE theirs (id int)");
                op.execute("CREATE INDEX CONCURRENTLY ix ON theirs (id)");
                op.execute("SET ROLE " + role);
                op.execute("CREATE TABLE theirs_too (id int)");
            }
        }

        @Revision(id = "l2", revises = "l1")
        static class CreatesAsItself implements OneWay {
            @Override
            public void upgrade(Operations op) {
                op.execute("CREATE TABLE ours (id int)");
            }
        }
    }

    @Test
    void aMigrationMayTakeOnARoleThatMustNotTouchTheVersionTable(TestDatabase database) {
        String role = "low_" + database.name();
        database.execute("CREATE ROLE %1$s; GRANT CREATE, USAGE ON SCHEMA public TO %1$s".formatted(role));
        try {
            Migrate migrate = TestHistory.configure(database, Lowered.class)
                    .x("role", role)
                    .build();
            migrate.upgrade("head");

            assertThat(migrate.current()).containsExactly("l2");
            assertThat(database.query("""
                            SELECT relname, replace(relowner::regrole::text, '%s', 'low') FROM pg_class
                            WHERE relname IN ('theirs', 'ix', 'theirs_too', 'ours') ORDER BY 1""".formatted(role)))
                    .isEqualTo("ix|low\nours|postgres\ntheirs|low\ntheirs_too|low");
        } finally {
            database.execute("DROP OWNED BY %1$s; DROP ROLE %1$s".formatted(role));
        }
    }

    @Test
    void aConnectionThatCannotBeRestoredIsBrokenOffSoThatNoPoolLendsItAgain(TestDatabase database) throws SQLException {
        String user = "user_" + database.name();
        String role = "role_" + database.name();
        database.execute("""
                CREATE ROLE %1$s LOGIN PASSWORD 'x'; CREATE ROLE %2$s; GRANT %2$s TO %1$s;
                GRANT ALL ON SCHEMA public TO %2$s""".formatted(user, role));
        PGSimpleDataSource dataSource = (PGSimpleDataSource) database.dataSource();
        dataSource.setUser(user);
        dataSource.setPassword("x");
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("SET ROLE " + role);

            TestHistory.configure(database, Agents.class)
                    .dataSource(new OneConnection(connection))
                    .listener(new RunListener() {
                        @Override
                        public void runFinished(Plan plan, Duration duration) {
                            database.execute("REVOKE %2$s FROM %1$s".formatted(user, role));
                        }
                    })
                    .build()
                    .upgrade("head");

            assertThat(connection.isClosed()).isTrue();
        } finally {
            database.execute("DROP OWNED BY %1$s, %2$s; DROP ROLE %1$s; DROP ROLE %2$s".formatted(user, role));
        }
    }
}
