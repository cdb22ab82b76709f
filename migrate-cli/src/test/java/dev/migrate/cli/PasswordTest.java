package dev.migrate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.testing.PostgresTest;
import dev.migrate.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The places that a password can come from, none of which is an argument. */
@PostgresTest
class PasswordTest {

    private static final Shell.Outcome CONNECTED = new Shell.Outcome("No revision is applied.\n", "", 0);

    @TempDir
    private Path directory;

    private String server;
    private Shell migrate;

    /** One role that has to give a password, on a server that trusts all others. */
    @BeforeEach
    void requirePasswordOfOneRole(TestDatabase database) {
        database.execute("""
                DROP ROLE IF EXISTS guarded;
                CREATE ROLE guarded LOGIN PASSWORD 'r1ght';
                DO $$ BEGIN
                  EXECUTE format($f$COPY (VALUES ('host all guarded all scram-sha-256'), ('host all all all trust'))
                      TO %L$f$, current_setting('hba_file'));
                END $$;
                SELECT pg_reload_conf();
                """);
        server = "localhost:" + database.server().port();
        migrate = Shell.classPath(Application.shop().jar(directory))
                .with("MIGRATE_URL", "postgresql://" + server + "/postgres")
                .with("MIGRATE_USER", "guarded");
    }

    @Test
    void itMayBeAVariable() {
        assertThat(migrate.with("MIGRATE_PASSWORD", "r1ght").run("current")).isEqualTo(CONNECTED);
        assertThat(migrate.with("PGPASSWORD", "r1ght").run("current")).isEqualTo(CONNECTED);
    }

    @Test
    void itMayBeTheFirstLineOfAFile() throws IOException {
        Path file = Files.writeString(directory.resolve("password"), "r1ght\n");

        assertThat(migrate.run("current", "--password-file", file.toString())).isEqualTo(CONNECTED);
        assertThat(migrate.with("MIGRATE_PASSWORD_FILE", file.toString()).run("current"))
                .isEqualTo(CONNECTED);
    }

    @Test
    void aFileThatIsntThereIsNamed() {
        assertThat(migrate.run("current", "--password-file", "/nowhere/password"))
                .isEqualTo(new Shell.Outcome("", """
                        The password can't be read from /nowhere/password: java.nio.file.NoSuchFileException: /nowhere/password. Correct --password-file.
                        See: migrate current --help
                        """, 2));
    }

    @Test
    void itMayBeInThePasswordFileOfPsql() throws IOException {
        Path file = Files.writeString(directory.resolve("pgpass"), "*:*:*:guarded:r1ght\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));

        assertThat(migrate.with("PGPASSFILE", file.toString()).run("current")).isEqualTo(CONNECTED);
    }

    @Test
    void withoutATerminalNobodyIsAsked() {
        assertThat(migrate.run("current", "--ask-password")).isEqualTo(new Shell.Outcome("", """
                        There is no terminal to ask for the password at. Put it into MIGRATE_PASSWORD, or into a file that --password-file names.
                        See: migrate current --help
                        """, 2));
    }

    @Test
    void aMissingOneIsMissedWithThePlacesForIt() {
        assertThat(migrate.run("current")).isEqualTo(new Shell.Outcome("", """
                        PostgreSQL at %s wants a password for user guarded and none was given. Put it into MIGRATE_PASSWORD, into the file that --password-file names, or into ~/.pgpass, or have it asked for with --ask-password.
                        """.formatted(server), 1));
    }

    @Test
    void aWrongOneIsNotPrinted() {
        assertThat(migrate.with("MIGRATE_PASSWORD", "wr0ng")
                        .run("current", "--debug")
                        .err())
                .startsWith(
                        "PostgreSQL at " + server + " refused user guarded: FATAL: password authentication failed for"
                                + " user \"guarded\". Check user and password: they may come from --user and PGUSER,"
                                + " MIGRATE_PASSWORD, --password-file, PGPASSWORD and ~/.pgpass, or the URL.\n"
                                + "dev.migrate.MigrateException: ")
                .doesNotContain("wr0ng");
    }

    @Test
    void oneThatIsTypedInAUrlIsWorthAWarning() {
        assertThat(migrate.run("current", "--url", "postgresql://guarded:r1ght@" + server + "/postgres"))
                .isEqualTo(new Shell.Outcome("No revision is applied.\n", """
                        The list of processes shows the password in --url. Put the URL into MIGRATE_URL, or the password into MIGRATE_PASSWORD or --password-file.
                        """, 0));
    }
}
