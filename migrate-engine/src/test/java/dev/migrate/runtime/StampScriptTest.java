package dev.migrate.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.Migrate;
import dev.migrate.testing.PostgresTest;
import dev.migrate.testing.Psql;
import dev.migrate.testing.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.Test;

@PostgresTest
class StampScriptTest {

    private static Migrate agents(TestDatabase database) {
        return TestHistory.configure(database, Agents.class).build();
    }

    @Test
    void psqlStampsAsARunDoes(TestDatabase byScript, TestDatabase byRun) {
        StringBuilder script = new StringBuilder();
        agents(byScript).stampSql("0002", script);
        String journal = "SELECT revision, direction, outcome, checksum, statement FROM migrate_journal ORDER BY id";

        assertThat(script).contains("-- Running stamp  -> 0002\n");
        assertThat(Psql.run(byScript, script)).isEqualTo("exit 0");
        agents(byRun).stamp("0002");

        assertThat(agents(byScript).current()).containsExactly("0002");
        assertThat(byScript.query(journal)).isEqualTo(byRun.query(journal));
    }

    @Test
    void psqlPurgesAndStampsAsARunDoesWhereverTheDatabaseIs(TestDatabase byScript, TestDatabase byRun) {
        StringBuilder script = new StringBuilder();
        agents(byScript).purgeAndStampSql("0002", script);
        String journal = "SELECT revision, direction, outcome, checksum, statement FROM migrate_journal ORDER BY id";

        for (TestDatabase database : List.of(byScript, byRun)) {
            agents(database).upgrade("0001");
            database.execute("INSERT INTO migrate_version VALUES ('lost')");
        }
        assertThat(Psql.run(byScript, script)).endsWith("exit 0");
        agents(byRun).purgeAndStamp("0002");

        assertThat(agents(byScript).current()).containsExactly("0002");
        assertThat(byScript.query(journal)).isEqualTo(byRun.query(journal));
        assertThat(script.substring(script.indexOf("-- Running purge"), script.indexOf("INSERT INTO migrate_journal")))
                .isEqualTo("""
                        -- Running purge of migrate_version

                        BEGIN;

                        DELETE FROM migrate_version;

                        -- Running stamp  -> 0002

                        DO $migrate$
                        DECLARE
                            touched bigint;
                        BEGIN
                            INSERT INTO migrate_version (revision) VALUES ('0002');
                            GET DIAGNOSTICS touched = ROW_COUNT;
                            IF NOT EXISTS (SELECT FROM pg_locks WHERE locktype = 'advisory' AND pid = pg_backend_pid()) THEN
                                RAISE EXCEPTION 'The lock of this script is not held by pid %: its top was not run (do so, up to the lock), somebody else is migrating, or a proxy pools transactions (connect to the server itself)', pg_backend_pid();
                            ELSIF touched <> 1 THEN
                                RAISE EXCEPTION 'Somebody else changed %: %, but % rows matched', 'migrate_version', 'expected to add the row 0002', touched;
                            END IF;
                        END
                        $migrate$;

                        """);
    }

    @Test
    void psqlPurgesADatabaseThatNeverWasMigrated(TestDatabase database) {
        StringBuilder script = new StringBuilder();
        agents(database).purgeAndStampSql("base", script);

        assertThat(Psql.run(database, script)).isEqualTo("exit 0");
        assertThat(agents(database).current()).isEmpty();
    }

    @Test
    void aTableWhoseKeyIsLostIsPurgedToo(TestDatabase database) {
        agents(database).upgrade("0001");
        database.execute("ALTER TABLE migrate_version DROP CONSTRAINT migrate_version_pkey;"
                + " INSERT INTO migrate_version VALUES ('0001'), ('lost')");

        agents(database).purgeAndStamp("0002");

        assertThat(database.query("SELECT revision FROM migrate_version")).isEqualTo("0002");
    }
}
