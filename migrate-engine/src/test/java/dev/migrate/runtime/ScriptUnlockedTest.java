package dev.migrate.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.Operations;
import dev.migrate.Revision;
import dev.migrate.runtime.live.AdvisoryLock;
import dev.migrate.schema.QualifiedName;
import dev.migrate.testing.PostgresTest;
import dev.migrate.testing.Psql;
import dev.migrate.testing.TestDatabase;
import java.sql.Connection;
import org.junit.jupiter.api.Test;

/** A script commits nothing in a session that doesn't have its lock. */
@PostgresTest
class ScriptUnlockedTest {

    private static final String STATE =
            "SELECT (SELECT count(*) FROM counters), (SELECT count(*) FROM migrate_version)";

    private static final String UNLOCKED =
            "The lock of this script is not held by pid n: its top was not run (do so, up to the lock), somebody else is"
                    + " migrating, or a proxy pools transactions (connect to the server itself)";

    static class Counting {
        @Revision(id = "0001")
        static class Inside implements OneWay {
            @Override
            public void upgrade(Operations op) {
                op.execute("INSERT INTO counters VALUES (1)");
            }
        }
    }

    static class CountingApart {
        @Revision(id = "0001")
        static class Apart implements OneWay {
            @Override
            public void upgrade(Operations op) {
                op.execute("INSERT INTO counters VALUES (1)");
                op.outsideTransaction(() -> op.execute("INSERT INTO counters VALUES (2)"));
            }
        }
    }

    private static String script(TestDatabase database, Class<?> history) {
        database.execute("CREATE TABLE counters (n int)");
        StringBuilder script = new StringBuilder();
        TestHistory.configure(database, history).build().upgradeSql(":head", script);
        return script.toString();
    }

    /** Each transaction gets the session that has been free for longest. */
    private static String throughProxy(TestDatabase database, Class<?> history) throws Exception {
        String script = script(database, history);
        try (PgBouncer proxy = new PgBouncer(database, "transaction\nserver_round_robin = 1")) {
            try (Connection one = proxy.dataSource().getConnection();
                    Connection two = proxy.dataSource().getConnection()) {
                for (Connection each : new Connection[] {one, two}) {
                    each.setAutoCommit(false);
                    each.createStatement().execute("SELECT 1");
                }
                one.rollback();
                two.rollback();
            }
            return Psql.run(database, script, proxy.port());
        }
    }

    @Test
    void aProxyThatPoolsTransactionsIsNoticedBeforeARevisionIsCommitted(TestDatabase database) throws Exception {
        assertThat(throughProxy(database, Counting.class).replaceAll("pid \\d+", "pid n"))
                .contains("ERROR:  " + UNLOCKED + "\n")
                .endsWith("exit 3");
        assertThat(database.query(STATE)).isEqualTo("0|0");
    }

    @Test
    void orBeforeAPartOfIt(TestDatabase database) throws Exception {
        assertThat(throughProxy(database, CountingApart.class))
                .contains("ERROR:  The lock of this script is not held by pid ")
                .endsWith("exit 3");
        assertThat(database.query(STATE)).isEqualTo("0|0");
    }

    @Test
    void theRestOfAScriptSaysThatItsTopBelongsBeforeIt(TestDatabase database) throws Exception {
        String script = script(database, CountingApart.class);
        String top = script.substring(0, script.indexOf("INSERT INTO counters VALUES (2)"));
        String rest = script.substring(top.length());

        assertThat(Psql.run(database, top)).endsWith("exit 0");
        assertThat(Psql.run(database, rest).replaceAll("pid \\d+", "pid n"))
                .contains("ERROR:  " + UNLOCKED + "\n", "WARNING:  " + UNLOCKED + "\n");
    }

    @Test
    void aScriptPastedWhileSomebodyElseMigratesCommitsNothing(TestDatabase database) throws Exception {
        String script = script(database, Counting.class);
        try (Connection other = database.connect()) {
            database.execute("CREATE TABLE migrate_version (revision varchar(64) NOT NULL PRIMARY KEY)");
            new AdvisoryLock(QualifiedName.of("public", "migrate_version"))
                    .tryAcquire(other, AdvisoryLock.Scope.SESSION);

            assertThat(Psql.run(database, script.replace("\\set ON_ERROR_STOP on", "")))
                    .contains("ERROR:  Another instance is migrating this database: pid ")
                    .contains("ERROR:  The lock of this script is not held by pid ");
        }
        assertThat(database.query(STATE)).isEqualTo("0|0");
    }
}
