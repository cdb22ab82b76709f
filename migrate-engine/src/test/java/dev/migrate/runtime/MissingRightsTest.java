package dev.migrate.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.Migrate;
import dev.migrate.MigrateBuilder;
import dev.migrate.MigrateException;
import dev.migrate.Migration;
import dev.migrate.Operations;
import dev.migrate.Revision;
import dev.migrate.testing.PostgresTest;
import dev.migrate.testing.TestDatabase;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/** A role that owns little, as an application has one. */
@PostgresTest
class MissingRightsTest {

    @Test
    void whoMayNotCreateTheVersionTableIsToldWhatTheOwnerHasToSay(TestDatabase database) {
        database.execute("CREATE ROLE %1$s LOGIN; REVOKE CREATE ON SCHEMA public FROM public".formatted(app(database)));

        assertThatThrownBy(() -> agents(database).build().upgrade("head"))
                .isInstanceOf(MigrateException.class)
                .hasMessage("""
                        The tables public.migrate_version and public.migrate_journal can't be created: ERROR: permission \
                        denied for schema public
                          Position: 28
                        Let an owner say GRANT CREATE ON SCHEMA public TO %1$s, or set versionSchema to a schema that \
                        %1$s may create in.""", app(database));
        assertThatThrownBy(() -> agents(database).versionSchema("Own").build().upgrade("head"))
                .hasMessage("""
                        The tables Own.migrate_version and Own.migrate_journal can't be created: ERROR: permission \
                        denied for database %2$s
                        Let an owner say CREATE SCHEMA "Own" AUTHORIZATION %1$s, or set versionSchema to a schema that \
                        %1$s may create in.""", app(database), database.name());

        database.execute("GRANT CREATE ON SCHEMA public TO " + app(database));
        agents(database).build().upgrade("head");
    }

    @Test
    void whoMayHaveNoMoreConnectionsIsToldWhatLimitsThem(TestDatabase database) {
        database.execute("CREATE ROLE %1$s LOGIN CONNECTION LIMIT 0".formatted(app(database)));

        assertThatThrownBy(agents(database).build()::current)
                .isInstanceOf(MigrateException.class)
                .hasMessage("""
                        No connection to the database: FATAL: too many connections for role "%s". Wait until others end \
                        theirs, or raise what limits them: max_connections, or the CONNECTION LIMIT of the role or the \
                        database.""", app(database));
    }

    @Test
    void whoMayNotLookForTheVersionTableHasAConnectionAllTheSame(TestDatabase database) {
        database.execute(
                "CREATE ROLE %1$s LOGIN; REVOKE SELECT ON pg_subscription_rel FROM PUBLIC".formatted(app(database)));

        assertThatThrownBy(agents(database).build()::requireCurrent)
                .hasMessage("Looking for the table migrate_version failed: ERROR: permission denied for table"
                        + " pg_subscription_rel");
    }

    @Test
    void whoMayNotLookIntoTheSchemaThatIsNamedIsToldWhatTheOwnerHasToSay(TestDatabase database) {
        database.execute("CREATE ROLE %1$s LOGIN; CREATE SCHEMA \"Own\"".formatted(app(database)));

        assertThatThrownBy(agents(database).versionSchema("Own").build()::requireCurrent)
                .hasMessage("""
                        The table migrate_version has its place in the schema "Own" (versionSchema), but %1$s may not look \
                        into it. GRANT USAGE ON SCHEMA "Own" TO %1$s, connect as another role, or say with versionSchema \
                        where the table is.""", app(database));
        assertThat(agents(database).build().current()).isEmpty();
    }

    @Test
    void whoMayNotLookIntoItsSchemaOfTheSearchPathIsNotToldThatNothingIsApplied(TestDatabase database) {
        database.execute(
                "CREATE ROLE %1$s LOGIN; CREATE SCHEMA \"Own\"; ALTER ROLE %1$s SET search_path = \"Own\", public"
                        .formatted(app(database)));
        TestHistory.configure(database, Agents.class)
                .versionSchema("Own")
                .build()
                .upgrade("head");

        for (ThrowingCallable each : List.<ThrowingCallable>of(
                agents(database).build()::current,
                () -> agents(database).build().upgrade("head"))) {
            assertThatThrownBy(each).hasMessage("""
                        There is a table migrate_version in the schema "Own" of the search path ("Own", public), but %1$s \
                        may not look into it, so that PostgreSQL passes over it. GRANT USAGE ON SCHEMA "Own" TO %1$s, \
                        connect as another role, or say with versionSchema where the table is.""", app(database));
        }
        assertThat(database.query("SELECT to_regclass('public.migrate_version')"))
                .isEqualTo("null");
    }

    @Test
    void whoMayNotReadTheVersionTableOrTheJournalIsToldWhatTheOwnerHasToSay(TestDatabase database) {
        database.execute("CREATE ROLE %1$s LOGIN".formatted(app(database)));
        TestHistory.configure(database, Agents.class).build().upgrade("head");
        String message = """
                The tables public.migrate_version and public.migrate_journal can't be read: ERROR: permission denied for \
                table %2$s
                Let an owner say GRANT SELECT ON public.migrate_version, public.migrate_journal TO %1$s. Who migrates \
                needs INSERT, UPDATE and DELETE as well.""";

        assertThatThrownBy(agents(database).build()::current)
                .isInstanceOf(MigrateException.class)
                .hasMessage(message, app(database), "migrate_version");
        database.execute("GRANT SELECT ON migrate_version TO " + app(database));
        assertThatThrownBy(agents(database).build()::requireCurrent)
                .hasMessage(message, app(database), "migrate_journal");
        assertThatThrownBy(() -> agents(database).build().upgrade("head"))
                .hasMessage(message, app(database), "migrate_journal");

        database.execute("GRANT SELECT ON migrate_journal TO " + app(database));
        agents(database).build().requireCurrent();
        agents(database).build().upgrade("head");
    }

    static class Idle {
        @Revision(id = "0001")
        static class First extends Nothing {}

        @Revision(id = "0002", revises = "0001")
        static class Second extends Nothing {}
    }

    abstract static class Nothing implements Migration {
        @Override
        public void upgrade(Operations op) {}

        @Override
        public void downgrade(Operations op) {}
    }

    @Test
    void whoMayOnlyReadThemIsToldWhatTheOwnerHasToSayAndWhereTheDatabaseIs(TestDatabase database) {
        database.execute("CREATE ROLE %1$s LOGIN".formatted(app(database)));
        TestHistory.configure(database, Idle.class).build().upgrade("0001");
        database.execute("GRANT SELECT ON migrate_version, migrate_journal TO " + app(database));
        Migrate migrate = as(app(database), database, Idle.class).build();

        assertThatThrownBy(() -> migrate.upgrade("head"))
                .isInstanceOf(MigrateException.class)
                .hasMessage("""
                        The upgrade of revision 0002 failed:
                          The tables public.migrate_version and public.migrate_journal can't be written: ERROR: \
                        permission denied for table migrate_version
                            Where: SQL statement "UPDATE public.migrate_version SET revision = '0002' WHERE revision = \
                        '0001'"
                          PL/pgSQL function inline_code_block line 5 at SQL statement
                          Let an owner say GRANT SELECT, INSERT, UPDATE, DELETE ON public.migrate_version, \
                        public.migrate_journal TO %1$s.
                        Migration: dev.migrate.runtime.MissingRightsTest$Idle$Second
                        It was rolled back and left nothing behind; the database is at 0001.
                        Correct the cause and run mvn migrate:upgrade again.""", app(database));
        assertThatThrownBy(() -> migrate.stamp("0002"))
                .isInstanceOf(MigrateException.class)
                .hasMessage("""
                        The tables public.migrate_version and public.migrate_journal can't be written: ERROR: \
                        permission denied for table migrate_version
                        Let an owner say GRANT SELECT, INSERT, UPDATE, DELETE ON public.migrate_version, \
                        public.migrate_journal TO %1$s.""", app(database));

        database.execute(
                "GRANT SELECT, INSERT, UPDATE, DELETE ON migrate_version, migrate_journal TO " + app(database));
        migrate.upgrade("head");
        assertThat(migrate.current()).containsExactly("0002");
    }

    static class Indexed {
        @Revision(id = "0001")
        static class First implements OneWay {
            @Override
            public void upgrade(Operations op) {
                op.execute("CREATE INDEX CONCURRENTLY ix ON t (a)");
            }
        }
    }

    /** What another role's session builds, PostgreSQL doesn't show. */
    @Test
    void anIndexThatAnotherRoleIsBuildingIsNotTakenForALeftover(TestDatabase database) throws Exception {
        database.execute("""
                CREATE ROLE %1$s LOGIN; GRANT CREATE ON SCHEMA public TO %1$s;
                CREATE TABLE t (a int); ALTER TABLE t OWNER TO %1$s""".formatted(app(database)));
        Migrate migrate = as(app(database), database, Indexed.class)
                .lockTimeout(Duration.ofMillis(100))
                .lockWait(Duration.ofMillis(300))
                .retries(0)
                .build();
        ExecutorService thread = Executors.newSingleThreadExecutor();
        try (Connection older = database.connect();
                Statement snapshot = older.createStatement()) {
            older.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            older.setAutoCommit(false);
            snapshot.execute("SELECT FROM pg_class");
            Future<?> build = thread.submit(() -> database.execute("CREATE INDEX CONCURRENTLY ix ON t (a)"));
            LockTest.awaitNone(database, "SELECT 1 - count(*) FROM pg_class WHERE relname = 'ix'");

            assertThatThrownBy(() -> migrate.upgrade("head")).hasMessageContaining("""
                            failed at statement 1:
                              CREATE INDEX CONCURRENTLY ix ON t (a)
                              ERROR: canceling statement due to lock timeout
                            """);

            older.rollback();
            build.get();
        }
        thread.shutdown();
        assertThat(database.query("SELECT indisvalid FROM pg_index WHERE indexrelid = 'ix'::regclass"))
                .isEqualTo("t");
    }

    private static MigrateBuilder agents(TestDatabase database) {
        return as(app(database), database, Agents.class);
    }

    private static MigrateBuilder as(String role, TestDatabase database, Class<?> history) {
        PGSimpleDataSource dataSource = (PGSimpleDataSource) database.dataSource();
        dataSource.setUser(role);
        return TestHistory.configure(database, history).dataSource(dataSource);
    }

    private static String app(TestDatabase database) {
        return database.name() + "_app";
    }
}
