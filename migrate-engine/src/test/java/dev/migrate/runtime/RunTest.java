package dev.migrate.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.Migrate;
import dev.migrate.MigrateException;
import dev.migrate.RunListener;
import dev.migrate.revision.RevisionGraph;
import dev.migrate.revision.RevisionInfo;
import dev.migrate.runtime.journal.StepText;
import dev.migrate.testing.PostgresServer;
import dev.migrate.testing.PostgresTest;
import dev.migrate.testing.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@PostgresTest
class RunTest {

    private static Migrate agents(TestDatabase database) {
        return TestHistory.configure(database, Agents.class).build();
    }

    @Test
    void upgradesToTheHeadAndBackToTheBase(TestDatabase database) {
        Migrate migrate = agents(database);

        migrate.upgrade("head");

        assertThat(migrate.current()).containsExactly("0003");
        assertThat(database.query("SELECT indexname FROM pg_indexes WHERE tablename = 'agents' ORDER BY 1"))
                .isEqualTo("agents_pkey\nix_agents_name");

        migrate.downgrade("base");

        assertThat(migrate.current()).isEmpty();
        assertThat(database.query("SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY 1"))
                .isEqualTo("migrate_journal\nmigrate_version");
    }

    @ParameterizedTest
    @ValueSource(ints = {13, 18})
    void runsOnTheOldestAndTheNewestServer(int major) {
        try (TestDatabase database = PostgresServer.get(major).newDatabase()) {
            Migrate migrate = agents(database);
            migrate.upgrade("head");
            migrate.downgrade("-1");
            assertThat(migrate.current()).containsExactly("0002");
        }
    }

    @Test
    void theJournalTellsWhoDidWhatAndHowLongItTook(TestDatabase database) {
        Migrate migrate = agents(database);
        migrate.upgrade("0002");
        migrate.downgrade("-1");
        migrate.stamp("0003");

        assertThat(database.query("""
                        SELECT revision, direction, outcome, username, statement, length(checksum),
                               finished >= started, duration = finished - started
                        FROM migrate_journal ORDER BY id""")).isEqualTo("""
                        0001|upgrade|done|postgres|1|64|t|t
                        0002|upgrade|done|postgres|1|64|t|t
                        0002|downgrade|done|postgres|1|64|t|t
                        0003|stamp|done|postgres|0|64|t|t""");
    }

    @Test
    void aStampIsReportedWithTheRowsBeforeAndAfter(TestDatabase database) {
        List<String> lines = new ArrayList<>();
        Migrate migrate = TestHistory.configure(database, Agents.class)
                .listener(new RunListener() {
                    @Override
                    public void stamping(Set<String> before, Set<String> after) {
                        lines.add(StepText.stamping(before, after));
                    }
                })
                .build();

        migrate.stamp("0002");
        migrate.stamp("head");
        migrate.purgeAndStamp("base");

        assertThat(lines)
                .containsExactly("Running stamp  -> 0002", "Running stamp 0002 -> 0003", "Running stamp 0003 -> ");
    }

    @Test
    void whatIsPendingIsListedInItsOrder(TestDatabase database) {
        Migrate migrate = agents(database);
        migrate.upgrade("+1");

        assertThat(migrate.pending()).extracting(RevisionInfo::id).containsExactly("0002", "0003");
    }

    @Test
    void whatWouldRunIsToldBeforeItDoes(TestDatabase database) {
        Migrate migrate = agents(database);
        migrate.upgrade("+1");

        assertThat(migrate.upgradePlan("+1").steps())
                .extracting(StepText::running)
                .containsExactly("Running upgrade 0001 -> 0002, add status");
        assertThat(migrate.downgradePlan("base").steps())
                .extracting(StepText::running)
                .containsExactly("Running downgrade 0001 -> base, create agents");
        assertThat(migrate.current()).containsExactly("0001");
    }

    @Test
    void withoutAnyMigrationNothingIsCurrentAndThePackageIsNamed(TestDatabase database) {
        Migrate migrate = Migrate.configure()
                .dataSource(database.dataSource())
                .packages("db.migratons", "db.more")
                .build();

        assertThatThrownBy(() -> migrate.upgrade("head"))
                .hasMessage("There is no head for 'head': the history has no revisions. Write one with mvn"
                        + " migrate:revision, or check the packages.");
        assertThatThrownBy(migrate::requireCurrent)
                .hasMessage("No migration was found in the packages db.migratons, db.more, so nothing tells whether the"
                        + " database is current. Correct packages, or add a first migration: mvn migrate:revision");
    }

    @Test
    void requireCurrentNamesBothRevisionsAndTheCommand(TestDatabase database) {
        Migrate migrate = agents(database);
        migrate.upgrade("0002");

        assertThatThrownBy(migrate::requireCurrent)
                .isInstanceOf(MigrateException.class)
                .hasMessage("Database is at 0002, expected 0003 (head). Run: mvn migrate:upgrade");

        migrate.upgrade("head");
        migrate.requireCurrent();
    }

    @Test
    void anOlderVersionAcceptsADatabaseThatIsAheadOfIt(TestDatabase database) {
        Migrate newer = agents(database);
        newer.upgrade("head");

        older(database, newer).requireCurrent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"head", "heads"})
    void anOlderVersionHasNothingToDoToADatabaseThatIsAheadOfIt(String target, TestDatabase database) {
        Migrate newer = agents(database);
        newer.upgrade("head");
        List<String> lines = new ArrayList<>();
        Migrate older = Migrate.configure()
                .dataSource(database.dataSource())
                .history(older(database, newer).graph())
                .listener(new RunListener() {
                    @Override
                    public void notice(String text) {
                        lines.add(text);
                    }
                })
                .build();

        older.upgrade(target);

        assertThat(lines)
                .containsExactly(
                        "The database is ahead of this history: it is at 0003, and all that this history has is"
                                + " applied.");
        assertThat(older.pending()).isEmpty();
        assertThatThrownBy(() -> older.upgrade("0002"))
                .hasMessageStartingWith("Can't locate revision identified by '0003'. It is in the version table");
    }

    @Test
    void anOlderVersionTellsWhichOfItsMigrationsWereChangedAndLintsNothing(TestDatabase database) {
        Migrate newer = agents(database);
        newer.upgrade("head");
        database.execute("UPDATE migrate_journal SET checksum = 'another' WHERE revision = '0002'");

        Migrate older = older(database, newer);

        assertThat(older.changed()).extracting(RevisionInfo::id).containsExactly("0002");
        assertThatThrownBy(older::lint)
                .isInstanceOf(MigrateException.class)
                .hasMessageStartingWith("Can't locate revision identified by '0003'. It is in the version table");
    }

    @Test
    void aRevisionOfAnotherHistoryIsNotAhead(TestDatabase database) {
        Migrate newer = agents(database);
        newer.upgrade("0001");
        database.execute("UPDATE migrate_version SET revision = '0003'");

        assertThatThrownBy(older(database, newer)::requireCurrent)
                .isInstanceOf(MigrateException.class)
                .hasMessageStartingWith("Can't locate revision identified by '0003'. It is in the version table");
    }

    /** The history as it was before its last revision. */
    private static Migrate older(TestDatabase database, Migrate newer) {
        return Migrate.configure()
                .dataSource(database.dataSource())
                .history(RevisionGraph.of(newer.graph().topological().subList(0, 2)))
                .build();
    }
}
