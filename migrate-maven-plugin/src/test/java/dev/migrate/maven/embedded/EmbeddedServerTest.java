package dev.migrate.maven.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.autogen.scratch.ScratchDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedServerTest {

    @TempDir
    private Path home;

    @Test
    void theDevelopmentDatabaseSurvivesBetweenCommands() throws SQLException {
        try (EmbeddedServer server = open()) {
            execute(server.developmentDatabase(), "CREATE TABLE kept (a int)");
        }
        try (EmbeddedServer server = open()) {
            assertThat(query(server.developmentDatabase(), "SELECT count(*) FROM kept"))
                    .isEqualTo("0");
        }
    }

    @Test
    void aScratchDatabaseIsEmptyAndGoneAfterwards() throws SQLException {
        try (EmbeddedServer server = open()) {
            execute(server.developmentDatabase(), "CREATE TABLE mine (a int)");
            try (ScratchDatabase scratch = server.scratch().create()) {
                execute(scratch.dataSource(), "CREATE TABLE theirs (a int)");
                assertThat(query(
                                scratch.dataSource(),
                                "SELECT string_agg(tablename, ',') FROM pg_tables" + " WHERE schemaname = 'public'"))
                        .isEqualTo("theirs");
            }
            assertThat(query(
                            server.developmentDatabase(),
                            "SELECT string_agg(datname, ',' ORDER BY datname)" + " FROM pg_database"))
                    .isEqualTo("dev,postgres,template0,template1");
        }
    }

    @Test
    void aSecondCommandSharesTheServerAndTheLastOneStopsIt() throws SQLException {
        EmbeddedServer mine;
        try (OtherCommand other = OtherCommand.open(home)) {
            mine = open();
            assertThat(mine.port()).isEqualTo(other.port());
        }
        assertThat(query(mine.developmentDatabase(), "SELECT 1")).isEqualTo("1");

        mine.close();

        assertThat(postmasterFile()).doesNotExist();
        assertThatThrownBy(() -> mine.database("postgres").getConnection()).isInstanceOf(SQLException.class);
    }

    @Test
    void theServerOfAKilledCommandIsUsedAndThenStopped() throws Exception {
        OtherCommand other = OtherCommand.open(home);
        other.kill();
        try (EmbeddedServer mine = open()) {
            assertThat(mine.port()).isEqualTo(other.port());
        }

        assertThat(postmasterFile()).doesNotExist();
    }

    @Test
    void anInterruptedCommandLeavesInSilence() throws Exception {
        assertThat(OtherCommand.open(home).interrupt()).isEqualTo("left");

        assertThat(postmasterFile()).doesNotExist();
    }

    @Test
    void theNumberOfADeadServerMayBelongToAnotherProgram() throws Exception {
        try (EmbeddedServer server = open()) {
            execute(server.developmentDatabase(), "CREATE TABLE kept (a int)");
        }
        Files.writeString(
                postmasterFile(), ProcessHandle.current().pid() + "\n" + home + "/postgres-17\n1\n1\n\nlocalhost\n");

        try (EmbeddedServer server = open()) {
            assertThat(query(server.developmentDatabase(), "SELECT count(*) FROM kept"))
                    .isEqualTo("0");
        }
    }

    @Test
    void anInterruptedFirstStartIsBegunAgain() throws Exception {
        Files.createDirectories(home.resolve("postgres-17/base"));
        Files.writeString(home.resolve("postgres-17/postgresql.conf"), "");

        try (EmbeddedServer server = open()) {
            assertThat(query(server.developmentDatabase(), "SELECT 1")).isEqualTo("1");
        }
    }

    @Test
    void theScratchDatabaseOfAKilledCommandIsDroppedAtTheNextStart() throws SQLException {
        try (EmbeddedServer server = open()) {
            server.scratch().create();
        }
        try (EmbeddedServer server = open()) {
            assertThat(query(
                            server.database("postgres"),
                            "SELECT count(*) FROM pg_database WHERE datname LIKE '%scratch%'"))
                    .isEqualTo("0");
        }
    }

    @Test
    void aServerWhoseProcessEndsAtItsStartIsNotWaitedForAndShowsWhatItWrote() throws Exception {
        open().close();
        Files.writeString(home.resolve("postgres-17/postgresql.auto.conf"), "shared_buffers = 'much'\n");

        assertThatThrownBy(this::open)
                .extracting(EmbeddedServerTest::withoutTimes)
                .isEqualTo("""
                The embedded PostgreSQL 17 did not start. Its process has ended. Its log is HOME/postgres-17.log:
                waiting for server to start....TIME LOG:  invalid value for parameter "shared_buffers": "much"
                TIME FATAL:  configuration file "HOME/postgres-17/postgresql.auto.conf" contains errors
                 stopped waiting
                pg_ctl: could not start server
                Examine the log output.""".replace("HOME", home.toString()));
    }

    @Test
    void aServerThatInitdbCannotMakeShowsWhatItWrote() throws Exception {
        Path data = home.resolve("postgres-17");
        Files.createDirectories(data);
        Files.writeString(data.resolve("migrate-complete"), "");

        assertThatThrownBy(this::open)
                .extracting(EmbeddedServerTest::withoutTimes)
                .isEqualTo("""
                The embedded PostgreSQL 17 did not start. Process initdb failed. Its log is HOME/postgres-17.log:
                  LC_MESSAGES: C
                  LC_MONETARY: C
                  LC_NUMERIC:  C
                  LC_TIME:     C
                The default text search configuration will be set to "english".

                Data page checksums are disabled.

                initdb: error: directory "HOME/postgres-17" exists but is not empty
                initdb: hint: If you want to create a new database system, either remove or empty the directory \
                "HOME/postgres-17" or run initdb with an argument other than "HOME/postgres-17".\
                """.replace("HOME", home.toString()));
    }

    /** What differs from run to run and from machine to machine is left out. */
    private static String withoutTimes(Throwable failure) {
        return failure.getMessage()
                .replaceAll("[0-9-]+ [0-9:.]+ UTC \\[[0-9]+]", "TIME")
                .replaceAll("Process \\[.*/initdb, .*] failed", "Process initdb failed");
    }

    private EmbeddedServer open() {
        return EmbeddedServer.open(home, 17, new TestArchive());
    }

    private Path postmasterFile() {
        return home.resolve("postgres-17/postmaster.pid");
    }

    private static void execute(DataSource dataSource, String sql) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String query(DataSource dataSource, String sql) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
