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
    void aTableWithoutNumbersIsLeftAlone(TestDatabase database) {
        database.execute("CREATE TABLE migrate_journal (entry text)");

        assertThatThrownBy(() -> agents(database).upgrade("head"))
                .isInstanceOf(MigrateException.class)
                .hasMessage(
                        "The table public.migrate_journal isn't a journal of migrations: it has no column id. Rename"
                                + " it, or keep the history elsewhere: versionTable and versionSchema say where.");
    }

    /** Logical replication carries rows, and no sequence: so a subscriber takes over from its publisher. */
    @Test
    void aJournalWhoseRowsCameWithoutTheirSequenceNumbersBehindThem(TestDatabase database) {
        agents(database).upgrade("0002");
        database.execute("ALTER TABLE migrate_journal ALTER COLUMN id RESTART");

        agents(database).upgrade("head");
        agents(database).stamp("0002");

        assertThat(database.query("SELECT id, revision, direction FROM migrate_journal ORDER BY id"))
                .isEqualTo("1|0001|upgrade\n2|0002|upgrade\n3|0003|upgrade\n4|0002|stamp");
    }

    @Test
    void whoMayNotSetItsSequenceWritesTheJournalAsEver(TestDatabase database) {
        agents(database).upgrade("0001");
        String role = "writer_of_" + database.name();
        database.execute("CREATE ROLE " + role + "; GRANT ALL ON migrate_version, migrate_journal TO " + role
                + "; GRANT UPDATE ON SEQUENCE migrate_journal_id_seq TO " + role);
        try {
            database.execute("ALTER DATABASE " + database.name() + " SET role = " + role);

            agents(database).stamp("0002");

            assertThat(database.query("SELECT id, revision FROM migrate_journal ORDER BY id"))
                    .isEqualTo("1|0001\n2|0002");
        } finally {
            database.execute("SET ROLE postgres; ALTER DATABASE " + database.name() + " RESET role; DROP OWNED BY "
                    + role + "; DROP ROLE " + role);
        }
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
