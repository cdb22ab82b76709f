package dev.migrate.maven.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.migrate.autogen.scratch.ScratchDatabase;
import dev.migrate.command.file.PrivateFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

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
    void theNextCommandAfterAKilledOneHasTheSameData() throws Exception {
        OtherCommand other = OtherCommand.open(home);
        try (EmbeddedServer server = open()) {
            execute(server.developmentDatabase(), "CREATE TABLE kept (a int)");
        }
        other.kill();

        // The server may still run, be about to stop, or have stopped.
        try (EmbeddedServer server = open()) {
            assertThat(query(server.developmentDatabase(), "SELECT count(*) FROM kept"))
                    .isEqualTo("0");
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
        Path data = home.resolve("postgres-17").toRealPath();
        Files.writeString(data.resolve("postgresql.auto.conf"), "shared_buffers = 'much'\n");

        assertThatThrownBy(this::open)
                .extracting(EmbeddedServerTest::withoutTimes)
                .isEqualTo("""
                    The embedded PostgreSQL 17 did not start. Its process has ended. Its log is HOME/postgres-17.log:
                    waiting for server to start....TIME LOG:  invalid value for parameter "shared_buffers": "much"
                    TIME FATAL:  configuration file "DATA/postgresql.auto.conf" contains errors
                     stopped waiting
                    pg_ctl: could not start server
                    Examine the log output.\
                    """.replace("HOME", home.toString()).replace("DATA", data.toString()));
    }

    @Test
    void whoHasNoPasswordIsRefusedAndThereIsNoSocketInACommonDirectory() throws Exception {
        try (EmbeddedServer server = open()) {
            server.developmentDatabase();
            PGSimpleDataSource stranger = new PGSimpleDataSource();
            stranger.setURL("jdbc:postgresql://127.0.0.1:" + server.port() + "/dev?user=postgres");
            assertThatThrownBy(stranger::getConnection)
                    .hasMessageStartingWith("The server requested SCRAM-based authentication, but no password");
            stranger.setPassword("guessed");
            assertThatThrownBy(stranger::getConnection)
                    .hasMessage("FATAL: password authentication failed for user \"postgres\"");
            assertThat(query(server.database("postgres"), "SHOW unix_socket_directories"))
                    .isEmpty();
            assertThat(query(server.database("postgres"), "SHOW listen_addresses"))
                    .isEqualTo("127.0.0.1");
            assertThat(query(server.database("postgres"), """
                SELECT string_agg(concat_ws(' ', type, database, user_name, address, auth_method), ',')
                FROM pg_hba_file_rules\
                """)).isEqualTo("host {all} {all} 127.0.0.1 scram-sha-256");
        }
    }

    @Test
    void onlyTheirOwnerReadsTheFiles() throws Exception {
        open().close();

        try (Stream<Path> files = Files.list(home)) {
            assertThat(files.filter(file -> !Files.isDirectory(file))
                            .map(file -> file.getFileName() + " " + permissions(file))
                            .sorted())
                    .containsExactly(
                            "postgres-17.lock rw-------", "postgres-17.log rw-------", "postgres-17.pgpass rw-------");
        }
        assertThat(permissions(home.resolve("postgres-17"))).isEqualTo("rwx------");
    }

    @Test
    void thePasswordIsInNoProcessListAndNoLog() throws Exception {
        try (EmbeddedServer server = open()) {
            String password = server.login().password().reveal();
            assertThat(Files.readString(home.resolve("postgres-17.pgpass")))
                    .isEqualTo("127.0.0.1:*:*:postgres:" + password + "\n");
            assertThat(Files.readString(home.resolve("postgres-17.log"))).doesNotContain(password);
            assertThat(ProcessHandle.allProcesses()
                            .map(process -> process.info().commandLine().orElse("")))
                    .noneMatch(command -> command.contains(password));
            assertThat(String.join("\n", server.login().howToConnect())).doesNotContain(password);
            assertThat(server.login().toString()).doesNotContain(password);
        }
    }

    @Test
    void dataOfAnEarlierVersionWhichTrustedEverybodyGetAPassword() throws Exception {
        try (EmbeddedServer server = open()) {
            execute(server.developmentDatabase(), "CREATE TABLE kept (a int)");
            execute(server.database("postgres"), "ALTER ROLE postgres PASSWORD NULL");
        }
        Files.delete(home.resolve("postgres-17.pgpass"));
        Files.writeString(home.resolve("postgres-17/pg_hba.conf"), "host all all 127.0.0.1/32 trust\n");

        try (EmbeddedServer server = open()) {
            assertThat(query(server.developmentDatabase(), "SELECT count(*) FROM kept"))
                    .isEqualTo("0");
            PGSimpleDataSource stranger = new PGSimpleDataSource();
            stranger.setURL("jdbc:postgresql://127.0.0.1:" + server.port() + "/dev?user=postgres&password=");
            assertThatThrownBy(stranger::getConnection).isInstanceOf(SQLException.class);
        }
    }

    @Test
    void theServerOfAKilledCommandStopsByItself() throws Exception {
        OtherCommand other = OtherCommand.open(home);
        ProcessHandle server = ProcessHandle.of(
                        Long.parseLong(Files.readAllLines(postmasterFile()).get(0)))
                .orElseThrow();
        other.kill();

        server.onExit().get(1, TimeUnit.MINUTES);

        assertThat(server.isAlive()).isFalse();
    }

    @Test
    void rootsServerRunsAsAUserWithoutRights() throws Exception {
        assumeThat(PrivateFiles.self()).isZero();
        try (EmbeddedServer server = open()) {
            execute(server.database("postgres"), "CREATE TABLE who (uid text)");
            execute(server.database("postgres"), "COPY who FROM PROGRAM 'id -u'");
            assertThat(query(server.database("postgres"), "SELECT uid FROM who"))
                    .isEqualTo("60817");
            assertThatThrownBy(() ->
                            execute(server.database("postgres"), "COPY who TO PROGRAM 'cat > " + home + "/by-root'"))
                    .hasMessageContaining("failed");
        }
    }

    @Test
    void aDirectoryThatIsNoDatabaseShowsWhatTheServerWrote() throws Exception {
        Path data = home.resolve("postgres-17");
        Files.createDirectories(data);
        Files.writeString(data.resolve("migrate-complete"), "");

        assertThatThrownBy(this::open).hasMessage("""
            The embedded PostgreSQL 17 did not start. Its password can't be set. Its log is HOME/postgres-17.log:
            postgres: could not access the server configuration file "HOME/postgres-17/postgresql.conf": \
            No such file or directory\
            """.replace("HOME", home.toString()));
    }

    /** What differs from run to run and from machine to machine is left out. */
    private static String withoutTimes(Throwable failure) {
        return failure.getMessage().replaceAll("[0-9-]+ [0-9:.]+ UTC \\[[0-9]+]", "TIME");
    }

    @AfterEach
    void deleteWhatIsKeptElsewhere() throws IOException {
        Path data = home.resolve("postgres-17");
        if (Files.isSymbolicLink(data)) {
            PrivateFiles.deleteTree(data.toRealPath().getParent());
        }
    }

    private static String permissions(Path file) {
        try {
            return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
