package dev.migrate.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.migrate.Migrate;
import dev.migrate.MigrateException;
import dev.migrate.Operations;
import dev.migrate.Revision;
import dev.migrate.RunListener;
import dev.migrate.revision.Step;
import dev.migrate.testing.PostgresTest;
import dev.migrate.testing.TestDatabase;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/** The password is {@code swordfish}, and nowhere. */
@PostgresTest
class SecretsTest {

    private static final String SECRET = "swordfish";

    /** Says the secret wherever it can. */
    static class Talkative {
        @Revision(id = "0001", message = "quiet")
        static class Quiet implements OneWay {
            @Override
            public void upgrade(Operations op) {
                op.execute("CREATE TABLE t (a text)");
                op.execute("CREATE INDEX CONCURRENTLY ix_swordfish ON t (a)");
                op.execute("DO $$ BEGIN RAISE NOTICE 'it is swordfish'; END $$");
            }
        }

        @Revision(id = "0002", revises = "0001", message = "loud")
        static class Loud implements OneWay {
            @Override
            public void upgrade(Operations op) {
                op.withConnection(connection -> {
                    SQLException refusal =
                            new SQLException("It is swordfish", "XX000", new IllegalStateException("yes, swordfish"));
                    IllegalStateException failure = new IllegalStateException("no", refusal);
                    failure.addSuppressed(new SQLException("no: swordfish"));
                    throw failure;
                });
            }
        }
    }

    /** Everything that a listener is told. */
    private static final class Heard implements RunListener {

        private final List<String> heard = new ArrayList<>();

        @Override
        public void statementStarted(Step step, String sql) {
            heard.add(sql);
        }

        @Override
        public void statementFinished(Step step, String sql, Duration duration) {
            heard.add(sql);
        }

        @Override
        public void notice(String text) {
            heard.add(text);
        }

        @Override
        public void runFailed(MigrateException failure, Duration duration) {
            heard.add(printed(failure));
        }
    }

    private static String printed(Throwable thrown) {
        StringWriter text = new StringWriter();
        thrown.printStackTrace(new PrintWriter(text));
        return text.toString();
    }

    @Test
    void neitherListenersNorExceptionsNorTheJournalTellIt(TestDatabase database) {
        Heard heard = new Heard();
        Migrate migrate = TestHistory.configure(database, Talkative.class)
                .secret(SECRET)
                .listener(heard)
                .build();

        String failure = printed(catchThrowable(() -> migrate.upgrade("head")));

        assertThat(failure)
                .contains("java.lang.IllegalStateException: no\n")
                .contains("It is ***")
                .contains("yes, ***")
                .contains("no: ***")
                .doesNotContain(SECRET);
        assertThat(heard.heard)
                .contains("CREATE INDEX CONCURRENTLY ix_*** ON t (a)", "it is ***")
                .noneMatch(text -> text.contains(SECRET));
        assertThat(database.query("SELECT string_agg(journal::text, ' ') FROM migrate_journal AS journal"))
                .isNotEmpty()
                .doesNotContain(SECRET);
        assertThat(database.query("SELECT string_agg(application_name, ' ') FROM pg_stat_activity"))
                .doesNotContain(SECRET);
    }

    /** DriverManager says the whole URL when no driver knows it. */
    private static final class NoDriver extends PGSimpleDataSource {

        private static final long serialVersionUID = 1L;

        @Override
        public Connection getConnection() throws SQLException {
            return DriverManager.getConnection("jdbc:nosuch://app:swordfish@localhost/db?user=app&password=swordfish");
        }
    }

    @Test
    void aUrlInAnExceptionDoesNotTellItEvenIfNobodySaidWhatTheSecretIs() {
        Migrate migrate = Migrate.configure()
                .dataSource(new NoDriver())
                .history(TestHistory.of(Agents.class))
                .build();

        for (Throwable thrown : List.of(
                catchThrowable(migrate::current),
                catchThrowable(() -> migrate.upgrade("head")),
                catchThrowable(() -> migrate.stamp("head")),
                catchThrowable(migrate::requireCurrent))) {
            assertThat(printed(thrown))
                    .contains("No connection to the database: No suitable driver found for"
                            + " jdbc:nosuch://app:***@localhost/db?user=app&password=***.")
                    .doesNotContain(SECRET);
        }
    }

    @Test
    void aConnectionThatBreaksOnTheWayDoesNotTellItEither(TestDatabase database) {
        PGSimpleDataSource dataSource = (PGSimpleDataSource) database.dataSource();
        dataSource.setPassword(SECRET);
        Migrate migrate = TestHistory.configure(database, Agents.class)
                .dataSource(dataSource)
                .secret(SECRET)
                .listener(new RunListener() {
                    @Override
                    public void revisionStarted(Step step) {
                        try (Connection other = database.connect();
                                Statement statement = other.createStatement()) {
                            statement.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                                    + " WHERE datname = current_database() AND pid <> pg_backend_pid()");
                        } catch (SQLException e) {
                            throw new IllegalStateException(e);
                        }
                    }
                })
                .build();

        assertThat(printed(catchThrowable(() -> migrate.upgrade("head"))))
                .contains("The connection was lost")
                .doesNotContain(SECRET);
    }

    @Test
    void aScriptDoesNotTellIt(TestDatabase database) {
        PGSimpleDataSource dataSource = (PGSimpleDataSource) database.dataSource();
        dataSource.setPassword(SECRET);
        StringBuilder script = new StringBuilder();

        TestHistory.configure(database, Agents.class)
                .dataSource(dataSource)
                .secret(SECRET)
                .x("password", SECRET)
                .build()
                .upgradeSql("head", script);

        assertThat(script).contains("CREATE TABLE agents").doesNotContain(SECRET);
    }
}
