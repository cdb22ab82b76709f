package dev.migrate.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.Migrate;
import dev.migrate.Migration;
import dev.migrate.Operations;
import dev.migrate.Revision;
import dev.migrate.testing.PostgresTest;
import dev.migrate.testing.Psql;
import dev.migrate.testing.TestDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@PostgresTest
class ScriptTest {

    private static Migrate agents(TestDatabase database) {
        return TestHistory.configure(database, Agents.class).build();
    }

    @Test
    void aScriptIsReadable(TestDatabase database) {
        StringBuilder script = new StringBuilder();

        agents(database).upgradeSql("0002:0003", script);

        assertThat(script).asString().isEqualTo("""
                        \\set ON_ERROR_STOP on \\set ON_ERROR_ROLLBACK off \\set AUTOCOMMIT on

                        -- For PostgreSQL 18

                        DO $migrate$
                        BEGIN
                            PERFORM set_config('migrate.session', jsonb_object_agg(name, setting)::text, false)
                            FROM (SELECT name, setting FROM pg_settings
                                  WHERE source = 'session' AND name NOT IN ('transaction_deferrable', 'transaction_isolation', 'transaction_read_only')
                                  UNION VALUES ('session_authorization', session_user), ('role', current_setting('role')),
                                      ('migrate.temporary', EXISTS (SELECT FROM pg_class WHERE relnamespace = pg_my_temp_schema())::text)) AS before;
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

                        SET lock_timeout = 5000;

                        DO $migrate$
                        DECLARE
                            key bigint;
                            holder text;
                        BEGIN
                            SELECT ('x' || encode(sha256(convert_to('migrate '
                                || CASE WHEN nspname ~ '[."]' THEN '"' || replace(nspname, '"', '""') || '"' ELSE nspname END
                                || '.migrate_version', 'UTF8')), 'hex'))::bit(64)::bigint INTO key
                            FROM pg_class JOIN pg_namespace ON pg_namespace.oid = relnamespace
                            WHERE pg_class.oid = to_regclass('migrate_version');
                            IF NOT pg_try_advisory_lock(key) THEN
                                SELECT format('pid %s, application %s, user %s', pid, application_name, usename) INTO holder
                                FROM pg_locks JOIN pg_stat_activity USING (pid)
                                WHERE locktype = 'advisory' AND objsubid = 1 AND granted AND classid::bigint << 32 | objid::bigint = key
                                    AND datname = current_database();
                                RAISE EXCEPTION 'Another instance is migrating this database: %', coalesce(holder, 'it has just changed hands')
                                USING HINT = 'Run the script again when it is done.';
                            END IF;
                        END
                        $migrate$;

                        DO $migrate$
                        DECLARE
                            found text;
                        BEGIN
                            SELECT coalesce(string_agg(revision, ', ' ORDER BY revision COLLATE "C"), '') INTO found FROM migrate_version;
                            IF found <> '0002' THEN
                                RAISE EXCEPTION 'This script starts at %, but the database is at %', '0002', coalesce(nullif(found, ''), 'base');
                            END IF;
                        END
                        $migrate$;

                        DO $migrate$
                        DECLARE
                            found text;
                        BEGIN
                            SELECT string_agg(revision, ', ' ORDER BY revision COLLATE "C") INTO found
                            FROM (SELECT DISTINCT ON (revision) *
                                  FROM migrate_journal
                                  WHERE id > coalesce((SELECT max(id) FROM migrate_journal WHERE direction = 'stamp'), 0)
                                  ORDER BY revision, id DESC) AS latest
                            WHERE outcome <> 'done' AND (statement > 0 OR to_jsonb(latest) ->> 'begun' IS NOT NULL);
                            IF found IS NOT NULL THEN
                                RAISE EXCEPTION 'Half applied: %. This script would do again what is committed of it', found
                                USING HINT = 'Complete it with mvn migrate:upgrade, or with mvn migrate:downgrade if that was interrupted.';
                            END IF;
                        END
                        $migrate$;

                        -- Running upgrade 0002 -> 0003, index names

                        BEGIN;

                        CREATE INDEX ix_agents_name ON agents (name);

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

                        SET lock_timeout = 5000;

                        DO $migrate$
                        DECLARE
                            touched bigint;
                        BEGIN
                            UPDATE migrate_version SET revision = '0003' WHERE revision = '0002';
                            GET DIAGNOSTICS touched = ROW_COUNT;
                            IF NOT EXISTS (SELECT FROM pg_locks WHERE locktype = 'advisory' AND pid = pg_backend_pid()) THEN
                                RAISE EXCEPTION 'The lock of this script is not held by pid %: its top was not run (do so, up to the lock), somebody else is migrating, or a proxy pools transactions (connect to the server itself)', pg_backend_pid();
                            ELSIF touched <> 1 THEN
                                RAISE EXCEPTION 'Somebody else changed %: %, but % rows matched', 'migrate_version', 'expected the row 0002 to become 0003', touched;
                            END IF;
                        END
                        $migrate$;

                        INSERT INTO migrate_journal (revision, direction, started, outcome, checksum, statement, begun, state) VALUES ('0003', 'upgrade', transaction_timestamp(), 'done', '8b77673f8db9e85907158c32763f43c96c82516e04d705dce7183e7d1defe714', 1, NULL, NULL);

                        COMMIT;

                        DO $migrate$
                        BEGIN
                            IF NOT EXISTS (SELECT FROM pg_locks WHERE locktype = 'advisory' AND pid = pg_backend_pid()) THEN
                                RAISE WARNING 'The lock of this script is not held by pid %: its top was not run (do so, up to the lock), somebody else is migrating, or a proxy pools transactions (connect to the server itself)', pg_backend_pid();
                            END IF;
                            PERFORM pg_advisory_unlock_all();
                        END
                        $migrate$;

                        """);
    }

    @Test
    void psqlDoesWithTheScriptWhatARunDoes(TestDatabase byScript, TestDatabase byRun) {
        StringBuilder up = new StringBuilder();
        agents(byScript).upgradeSql("head", up);
        String journal = "SELECT revision, direction, outcome, checksum, statement FROM migrate_journal ORDER BY id";
        String columns = "SELECT column_name, column_default FROM information_schema.columns"
                + " WHERE table_name = 'agents' ORDER BY 1";

        assertThat(Psql.run(byScript, up)).isEqualTo("exit 0");
        agents(byRun).upgrade("head");

        assertThat(byScript.query(columns)).isEqualTo(byRun.query(columns));
        assertThat(byScript.query(journal)).isEqualTo(byRun.query(journal));
        agents(byScript).requireCurrent();

        StringBuilder down = new StringBuilder();
        agents(byScript).downgradeSql("head:base", down);
        assertThat(Psql.run(byScript, down)).isEqualTo("exit 0");
        assertThat(agents(byScript).current()).isEmpty();
    }

    /** As some have it in their .psqlrc. */
    @Test
    void psqlCommitsTheScriptsTransactionsAndNoOthers(TestDatabase database, @TempDir Path folder) throws Exception {
        StringBuilder script = new StringBuilder();
        agents(database).upgradeSql("head", script);
        Path file = Files.writeString(folder.resolve("up.sql"), script);

        Process psql = Psql.on(database, file, "--variable=AUTOCOMMIT=off")
                .redirectErrorStream(true)
                .start();

        assertThat(psql.getInputStream().readAllBytes()).asString().isEmpty();
        assertThat(psql.waitFor()).isZero();
        agents(database).requireCurrent();
    }

    @Test
    void aScriptDoesNothingInADatabaseThatIsNotWhereItStarts(TestDatabase database) {
        agents(database).upgrade("0001");
        StringBuilder script = new StringBuilder();
        agents(database).upgradeSql("0002:0003", script);

        assertThat(Psql.run(database, script))
                .contains("ERROR:  This script starts at 0002, but the database is at 0001")
                .endsWith("exit 3");
        assertThat(agents(database).current()).containsExactly("0001");
    }

    /** A message and statements that would break out of a comment, or swallow a semicolon. */
    static class Awkward {
        @Revision(id = "a1", message = "one\nDROP TABLE users;\r\u2028-- */ two")
        static class Comments implements Migration {
            @Override
            public void upgrade(Operations op) {
                op.execute("CREATE TABLE notes (text text) -- it's done");
                op.execute("INSERT INTO notes VALUES ('a;b -- c'), (E'\\\\'), ('two\nlines'), ($$it's$$)");
            }

            @Override
            public void downgrade(Operations op) {
                op.dropTable("notes");
            }
        }
    }

    @Test
    void whatIsWrittenInCommentsAndStringsStaysThere(TestDatabase database) {
        Migrate migrate = TestHistory.configure(database, Awkward.class).build();
        StringBuilder script = new StringBuilder();
        migrate.upgradeSql("head", script);

        assertThat(script).contains("-- Running upgrade  -> a1, one DROP TABLE users; -- */ two\n");
        assertThat(Psql.run(database, script)).isEqualTo("exit 0");
        assertThat(database.query("SELECT text FROM notes")).isEqualTo("a;b -- c\n\\\ntwo\nlines\nit's");
    }

    @Test
    void whatAScriptLeavesHalfDoneARunCompletes(TestDatabase database) {
        Migrate migrate =
                TestHistory.configure(database, ResumeTest.Concurrent.class).build();
        StringBuilder script = new StringBuilder();
        migrate.upgradeSql("head", script);
        assertThat(Psql.run(database, script))
                .contains("ERROR:  could not create unique index \"ix_email\"")
                .endsWith("exit 3");

        database.execute("DELETE FROM users WHERE id = 2");
        migrate.upgrade("head");

        migrate.requireCurrent();
        assertThat(database.query("SELECT indisvalid FROM pg_index WHERE indexrelid = 'ix_email'::regclass"))
                .isEqualTo("t");
    }

    @Test
    void aScriptDoesNothingBehindARevisionThatIsHalfApplied(TestDatabase database) {
        Migrate migrate =
                TestHistory.configure(database, ResumeTest.Concurrent.class).build();
        StringBuilder whole = new StringBuilder();
        migrate.upgradeSql("head", whole);
        StringBuilder rest = new StringBuilder();
        migrate.upgradeSql("0001:head", rest);
        Psql.run(database, whole);
        database.execute("DELETE FROM users WHERE id = 2; DROP INDEX ix_email");

        assertThat(Psql.run(database, rest)).isEqualTo("""
                        psql:script.sql:84: ERROR:  Half applied: 0002. This script would do again what is committed of it
                        HINT:  Complete it with mvn migrate:upgrade, or with mvn migrate:downgrade if that was interrupted.
                        CONTEXT:  PL/pgSQL function inline_code_block line 12 at RAISE
                        exit 3""");

        migrate.upgrade("head");
        assertThat(Psql.run(database, downgrade(migrate))).isEqualTo("exit 0");
    }

    private static StringBuilder downgrade(Migrate migrate) {
        StringBuilder script = new StringBuilder();
        migrate.downgradeSql("head:base", script);
        return script;
    }

    static class Cities {
        @Revision(id = "c1")
        static class Create implements Migration {
            @Override
            public void upgrade(Operations op) {
                op.execute("CREATE TABLE cities (name text); INSERT INTO cities VALUES ('Zürich €')");
            }

            @Override
            public void downgrade(Operations op) {
                op.dropTable("cities");
            }
        }
    }

    @Test
    void aScriptSaysInWhichEncodingItIs(TestDatabase database) {
        StringBuilder script = new StringBuilder("SET client_encoding = 'WIN1252';\n");
        TestHistory.configure(database, Cities.class).build().upgradeSql("head", script);

        assertThat(Psql.run(database, script)).isEqualTo("exit 0");

        assertThat(database.query("SELECT name, char_length(name) FROM cities")).isEqualTo("Zürich €|8");
    }

    /** Between two statements of which the first has left the schema and the role of the version table. */
    static class Elsewhere {
        @Revision(id = "e1")
        static class Indexed implements Migration {
            @Override
            public void upgrade(Operations op) {
                op.execute("CREATE SCHEMA other; GRANT ALL ON SCHEMA other TO pg_monitor; SET search_path = other;"
                        + " SET ROLE pg_monitor; CREATE TABLE things (a int)");
                op.execute("CREATE INDEX CONCURRENTLY ix_things ON things (a)");
                op.execute("INSERT INTO things VALUES (1)");
            }

            @Override
            public void downgrade(Operations op) {
                op.execute("DROP SCHEMA other CASCADE");
            }
        }
    }

    @Test
    void theJournalIsWrittenWhateverSearchPathAndRoleAMigrationHasSet(TestDatabase byScript, TestDatabase byRun) {
        StringBuilder script = new StringBuilder();
        TestHistory.configure(byScript, Elsewhere.class).build().upgradeSql("head", script);
        String journal = "SELECT outcome, username, statement FROM public.migrate_journal ORDER BY id";
        String made = "SELECT tableowner, hasindexes FROM pg_tables WHERE tablename = 'things'";

        assertThat(Psql.run(byScript, script)).isEqualTo("exit 0");
        TestHistory.configure(byRun, Elsewhere.class).build().upgrade("head");

        assertThat(byScript.query(journal)).isEqualTo(byRun.query(journal)).isEqualTo("""
                        started|postgres|5
                        reached|postgres|6
                        done|postgres|7""");
        assertThat(byScript.query(made)).isEqualTo(byRun.query(made)).isEqualTo("pg_monitor|t");
    }
}
