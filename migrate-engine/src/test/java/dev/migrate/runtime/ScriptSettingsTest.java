package dev.migrate.runtime;

import static dev.migrate.operation.DataChanges.backfill;
import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.Operations;
import dev.migrate.Revision;
import dev.migrate.testing.PostgresTest;
import dev.migrate.testing.Psql;
import dev.migrate.testing.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What migrations set counts in a script for as long as it does in a run. */
@PostgresTest
class ScriptSettingsTest {

    /** Begins as what pg_dump writes does. */
    static class Dumped {
        @Revision(id = "d1")
        static class Sets implements OneWay {
            @Override
            public void upgrade(Operations op) {
                op.execute("SET work_mem = '77MB'; SELECT pg_catalog.set_config('search_path', '', false);"
                        + " CREATE TABLE public.one (a int)");
            }
        }

        @Revision(id = "d2", revises = "d1")
        static class Looks implements OneWay {
            @Override
            public void upgrade(Operations op) {
                op.execute("CREATE TABLE seen AS SELECT current_setting('work_mem') AS work_mem,"
                        + " current_setting('lock_timeout') AS lock_timeout");
            }
        }
    }

    @Test
    void whatOneRevisionSetsIsNotForTheNextOne(TestDatabase database) {
        StringBuilder script = new StringBuilder();
        TestHistory.configure(database, Dumped.class)
                .lockTimeout(Duration.ofSeconds(3))
                .build()
                .upgradeSql("head", script);

        assertThat(script).contains("""
                        DO $migrate$
                        DECLARE
                            before jsonb := nullif(current_setting('migrate.session', true), '')::jsonb;
                        BEGIN
                            RESET SESSION AUTHORIZATION;
                            RESET ROLE;
                            RESET ALL;
                            PERFORM set_config('migrate.session', before::text, false);
                            IF before ->> 'migrate.temporary' = 'false' THEN
                                DISCARD TEMP;
                            END IF;
                            PERFORM set_config(key, value, false)
                            FROM (SELECT * FROM jsonb_each_text(before) ORDER BY key = 'role', key = 'session_authorization') AS kept;
                        END
                        $migrate$;

                        SET client_encoding = 'UTF8';

                        SET DateStyle = 'ISO';

                        SET standard_conforming_strings = on;

                        SET row_security = off;

                        SET extra_float_digits = 1;

                        SET default_transaction_isolation = 'read committed';

                        SET default_transaction_read_only = off;

                        DO $migrate$
                        BEGIN
                            PERFORM set_config(name, '0', false) FROM pg_settings WHERE name IN ('idle_in_transaction_session_timeout', 'idle_session_timeout', 'transaction_timeout');
                        END
                        $migrate$;

                        SET lock_timeout = 3000;

                        DO $migrate$
                        """);
        assertThat(Psql.run(database, script)).endsWith("exit 0");
        assertThat(database.query("SELECT * FROM seen")).isEqualTo("4MB|3s");
    }

    /** What sets something is called by a statement that doesn't say so. */
    static class Called {
        @Revision(id = "c1")
        static class Sets implements OneWay {
            @Override
            public void upgrade(Operations op) {
                op.execute("CREATE SCHEMA other; DO $$ BEGIN PERFORM set_config('search_path', 'other', false);"
                        + " CREATE TEMP TABLE things (a int); END $$");
            }
        }

        @Revision(id = "c2", revises = "c1")
        static class Creates implements OneWay {
            @Override
            public void upgrade(Operations op) {
                op.execute("CREATE TABLE things (a int); INSERT INTO things VALUES (1)");
            }
        }
    }

    @Test
    void whatABlockSetsIsNotForTheNextRevision(TestDatabase byScript, TestDatabase byRun) {
        assertThat(script(byScript, Called.class)).isEqualTo("exit 0");
        TestHistory.configure(byRun, Called.class).build().upgrade("head");

        String made = "SELECT schemaname FROM pg_tables WHERE tablename = 'things'";
        assertThat(byScript.query(made)).isEqualTo(byRun.query(made)).isEqualTo("public");
    }

    /** A role that is taken on before a transaction ends. */
    static class Acting {
        @Revision(id = "a1")
        static class Indexed implements OneWay {
            @Override
            public void upgrade(Operations op) {
                op.execute("GRANT ALL ON SCHEMA public TO pg_monitor; SET ROLE pg_monitor; SET lock_timeout = '7s';"
                        + " CREATE TABLE before (a int)");
                op.execute("CREATE INDEX CONCURRENTLY ix_before ON before (a)");
                op.execute("CREATE TABLE behind AS SELECT current_setting('lock_timeout') AS timeout");
            }
        }
    }

    @Test
    void aRoleAndTheLockTimeoutEndWithTheTransaction(TestDatabase byScript, TestDatabase byRun) {
        assertThat(script(byScript, Acting.class)).isEqualTo("exit 0");
        TestHistory.configure(byRun, Acting.class).build().upgrade("head");

        String made = "SELECT tablename, tableowner, (SELECT timeout FROM behind) FROM pg_tables"
                + " WHERE tablename IN ('before', 'behind') ORDER BY 1";
        assertThat(byScript.query(made)).isEqualTo(byRun.query(made)).isEqualTo("""
                before|pg_monitor|5s
                behind|postgres|5s""");
    }

    /** A tenant has a journal, too. */
    static class Tenant {
        @Revision(id = "t1")
        static class Filled implements OneWay {
            @Override
            public void upgrade(Operations op) {
                op.execute(
                        "CREATE TABLE users (id int PRIMARY KEY, visits int); INSERT INTO users VALUES (1, 1), (2, 2);"
                                + " CREATE SCHEMA tenant; CREATE TABLE tenant.migrate_journal (LIKE migrate_journal);"
                                + " SET search_path = tenant, public; GRANT ALL ON users TO pg_monitor; SET ROLE pg_monitor");
                op.backfill(backfill("users").setSql("visits", "visits + 10").batchSize(1));
                op.execute("CREATE TABLE seen AS SELECT current_setting('search_path') AS path");
            }
        }
    }

    @Test
    void aBackfillKeepsItsPlaceInTheJournalWhateverSearchPathAndRoleAreSet(TestDatabase byScript, TestDatabase byRun) {
        assertThat(script(byScript, Tenant.class)).isEqualTo("exit 0");
        TestHistory.configure(byRun, Tenant.class).build().upgrade("head");

        String journal = "SELECT outcome, statement, state FROM migrate_journal ORDER BY id";
        assertThat(byScript.query(journal))
                .isEqualTo(byRun.query(journal))
                .contains("started|7|{2,NULL,\"id integer\"}");
        String done = "SELECT id, visits, path FROM users CROSS JOIN tenant.seen ORDER BY 1";
        assertThat(byScript.query(done)).isEqualTo(byRun.query(done)).isEqualTo("""
                1|11|tenant, public
                2|12|tenant, public""");
    }

    /** What its transactions are like. */
    static class Transactions {
        @Revision(id = "x1")
        static class Seen implements OneWay {
            @Override
            public void upgrade(Operations op) {
                op.execute("CREATE TABLE seen AS SELECT current_setting('transaction_isolation') AS isolation");
            }
        }
    }

    @Test
    void transactionsAreWhatMigrationsNeedWhateverTheDatabasesDefault(TestDatabase byScript, TestDatabase byRun) {
        for (TestDatabase database : List.of(byScript, byRun)) {
            database.execute("ALTER DATABASE " + database.name() + " SET default_transaction_read_only = on;"
                    + " ALTER DATABASE " + database.name() + " SET default_transaction_isolation = 'serializable'");
        }

        assertThat(script(byScript, Transactions.class)).isEqualTo("exit 0");
        TestHistory.configure(byRun, Transactions.class).build().upgrade("head");

        assertThat(byScript.query("SELECT * FROM seen"))
                .isEqualTo(byRun.query("SELECT * FROM seen"))
                .isEqualTo("read committed");
    }

    /** At a terminal it would stay open with half a revision, which whoever runs the script again would commit. */
    @Test
    void aTransactionThatFailsStaysFailedWhateverPsqlIsSetTo(TestDatabase database, @TempDir Path folder)
            throws Exception {
        StringBuilder script = new StringBuilder();
        TestHistory.configure(database, Transactions.class).build().upgradeSql("head", script);
        Path file = Files.writeString(folder.resolve("up.sql"), script + "\\echo :ON_ERROR_ROLLBACK\n");

        Process psql = Psql.on(database, file, "--variable=ON_ERROR_ROLLBACK=on")
                .redirectErrorStream(true)
                .start();

        assertThat(new String(psql.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .endsWith("off\n");
    }

    /** Whoever migrates for a tenant, or as the owner of its tables, says so before the script. */
    static class Prepared {
        @Revision(id = "p1")
        static class First implements OneWay {
            @Override
            public void upgrade(Operations op) {
                op.execute("CREATE TABLE first (id int PRIMARY KEY, day text); INSERT INTO first VALUES (1)");
                op.execute("SET search_path = other; CREATE TABLE elsewhere (a int); SET ROLE NONE");
                op.execute("CREATE INDEX CONCURRENTLY ix_elsewhere ON elsewhere (a)");
                op.execute("CREATE TABLE behind (a int); SET search_path = tenant");
                op.backfill(backfill("first").setSql("day", "current_setting('TimeZone')"));
            }
        }

        @Revision(id = "p2", revises = "p1")
        static class Second implements OneWay {
            @Override
            public void upgrade(Operations op) {
                op.execute("CREATE TABLE second AS SELECT current_setting('TimeZone') AS zone");
            }
        }
    }

    @Test
    void whatPsqlHadSetBeforeIsForAllRevisions(TestDatabase database, @TempDir Path folder) throws Exception {
        database.execute("CREATE SCHEMA tenant; CREATE SCHEMA other; GRANT ALL ON SCHEMA tenant, other TO pg_monitor");
        StringBuilder script = new StringBuilder();
        TestHistory.configure(database, Prepared.class).build().upgradeSql("head", script);
        Path file = Files.writeString(
                folder.resolve("up.sql"),
                "SET ROLE pg_monitor; SET search_path = tenant; SET TimeZone = 'Asia/Tokyo';\n" + script);

        assertThat(Psql.on(database, file).start().waitFor()).isZero();

        assertThat(database.query("SELECT schemaname, tablename, tableowner FROM pg_tables"
                        + " WHERE schemaname IN ('public', 'tenant', 'other') ORDER BY 1, 2"))
                .isEqualTo("""
                        other|behind|pg_monitor
                        other|elsewhere|pg_monitor
                        tenant|first|pg_monitor
                        tenant|migrate_journal|pg_monitor
                        tenant|migrate_version|pg_monitor
                        tenant|second|pg_monitor""");
        assertThat(database.query("SELECT day, zone FROM tenant.first CROSS JOIN tenant.second"))
                .isEqualTo("Asia/Tokyo|Asia/Tokyo");
    }

    static class Resetting {
        @Revision(id = "r1")
        static class First implements OneWay {
            @Override
            public void upgrade(Operations op) {
                op.execute("CREATE TABLE first AS SELECT 1 AS a; RESET ALL");
                op.execute("reset all; SET search_path = public");
                op.execute("CREATE INDEX CONCURRENTLY ON tenant.first (a)");
                op.execute("CREATE TABLE behind (a int)");
            }
        }

        @Revision(id = "r2", revises = "r1")
        static class Second implements OneWay {
            @Override
            public void upgrade(Operations op) {
                op.execute("CREATE TABLE second (a int)");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"SET ROLE", "SET SESSION AUTHORIZATION"})
    void itIsForAllRevisionsThoughOneResetsEverything(String as, TestDatabase database, @TempDir Path folder)
            throws Exception {
        database.execute("CREATE SCHEMA tenant; GRANT ALL ON SCHEMA public, tenant TO pg_monitor");
        StringBuilder script = new StringBuilder();
        TestHistory.configure(database, Resetting.class).build().upgradeSql("head", script);
        Path file =
                Files.writeString(folder.resolve("up.sql"), as + " pg_monitor; SET search_path = tenant;\n" + script);

        Process psql = Psql.on(database, file).redirectErrorStream(true).start();

        assertThat(new String(psql.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .isEmpty();
        assertThat(database.query("SELECT schemaname, tablename, tableowner FROM pg_tables"
                        + " WHERE schemaname IN ('public', 'tenant') ORDER BY 1, 2"))
                .isEqualTo("""
                        public|behind|pg_monitor
                        tenant|first|pg_monitor
                        tenant|migrate_journal|pg_monitor
                        tenant|migrate_version|pg_monitor
                        tenant|second|pg_monitor""");
    }

    @Test
    void whatPsqlHadMadeTemporarilyBeforeStays(TestDatabase database, @TempDir Path folder) throws Exception {
        StringBuilder script = new StringBuilder();
        TestHistory.configure(database, Transactions.class).build().upgradeSql("head", script);
        Path file = Files.writeString(
                folder.resolve("up.sql"),
                "CREATE TEMP TABLE mine AS SELECT 1 AS a;\n" + script + "CREATE TABLE kept AS SELECT a FROM mine;\n");

        assertThat(Psql.on(database, file).start().waitFor()).isZero();

        assertThat(database.query("SELECT a FROM kept")).isEqualTo("1");
    }

    private static String script(TestDatabase database, Class<?> history) {
        StringBuilder script = new StringBuilder();
        TestHistory.configure(database, history).build().upgradeSql("head", script);
        return Psql.run(database, script);
    }
}
