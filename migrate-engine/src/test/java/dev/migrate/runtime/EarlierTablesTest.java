package dev.migrate.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.Migrate;
import dev.migrate.MigrateException;
import dev.migrate.testing.PostgresTest;
import dev.migrate.testing.TestDatabase;
import org.junit.jupiter.api.Test;

/** Tables that are there before a run: an earlier version's, or somebody else's. */
@PostgresTest
class EarlierTablesTest {

    private static Migrate agents(TestDatabase database) {
        return TestHistory.configure(database, Agents.class).build();
    }

    @Test
    void aJournalOfAnEarlierVersionGetsTheColumnsThatItLacks(TestDatabase database) {
        agents(database).upgrade("0002");
        database.execute("ALTER TABLE migrate_journal DROP COLUMN begun, DROP COLUMN state");
        // What only reads doesn't need them.
        assertThat(agents(database).journal(1)).hasSize(1);
        assertThat(agents(database).changed()).isEmpty();

        agents(database).upgrade("head");

        assertThat(database.query("SELECT revision, outcome, begun, state FROM migrate_journal ORDER BY id"))
                .isEqualTo("0001|done|null|null\n0002|done|null|null\n0003|done|null|null");
        agents(database).requireCurrent();
    }

    @Test
    void soDoesOneWithoutAVersionTable(TestDatabase database) {
        agents(database).upgrade("0001");
        database.execute("ALTER TABLE migrate_journal DROP COLUMN state; DROP TABLE migrate_version");

        agents(database).stamp("0001");

        assertThat(database.query("SELECT revision, direction, state FROM migrate_journal ORDER BY id"))
                .isEqualTo("0001|upgrade|null\n0001|stamp|null");
    }

    @Test
    void aTableThatIsNoJournalIsLeftAlone(TestDatabase database) {
        database.execute("CREATE TABLE migrate_journal (id int, entry text)");

        assertThatThrownBy(() -> agents(database).upgrade("head"))
                .isInstanceOf(MigrateException.class)
                .hasMessage("The table public.migrate_journal isn't a journal of migrations: it has no column checksum,"
                        + " direction, duration, finished, outcome, revision, started, statement, username. Rename it,"
                        + " or keep the history elsewhere: versionTable and versionSchema say where.");

        assertThat(database.query("SELECT count(*) FROM pg_tables WHERE tablename = 'agents'"))
                .isEqualTo("0");
    }

    @Test
    void aTableThatIsNoVersionTableIsLeftAlone(TestDatabase database) {
        database.execute("CREATE TABLE alembic_version (version_num varchar(32))");
        Migrate migrate = TestHistory.configure(database, Agents.class)
                .versionTable("alembic_version")
                .build();

        assertThatThrownBy(() -> migrate.upgrade("head"))
                .isInstanceOf(MigrateException.class)
                .hasMessage("The table public.alembic_version isn't a version table of Migrate: it has no column"
                        + " revision. Rename it, or keep the history elsewhere: versionTable and versionSchema say"
                        + " where.");
    }
}
