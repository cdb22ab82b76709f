package dev.migrate.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.Migrate;
import dev.migrate.testing.PostgresTest;
import dev.migrate.testing.Psql;
import dev.migrate.testing.TestDatabase;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The packaged jar as a process of its own, on a real database. */
@PostgresTest
class CommandLineTest {

    @TempDir
    private static Path directory;

    private static Path shop;

    @BeforeAll
    static void packageTheApplication() {
        shop = Application.shop().jar(directory);
    }

    private static Shell migrate(TestDatabase database) {
        return Shell.jar().with("MIGRATE_URL", url(database)).with("MIGRATE_CLASS_PATH", shop.toString());
    }

    private static String url(TestDatabase database) {
        return "postgresql://postgres@localhost:" + database.server().port() + "/" + database.name();
    }

    /** Runs one command after the other. */
    private static String session(Shell migrate, String... commands) {
        StringBuilder text = new StringBuilder();
        for (String command : commands) {
            text.append("$ migrate ").append(command).append('\n');
            Shell.Outcome outcome = migrate.run(command.split(" "));
            text.append(outcome.out()).append(outcome.err());
            if (outcome.exitCode() != 0) {
                text.append("exit ").append(outcome.exitCode()).append('\n');
            }
        }
        return text.toString();
    }

    @Test
    void aDatabaseGoesUpAndDown(TestDatabase database) {
        assertThat(session(
                        migrate(database),
                        "current",
                        "upgrade +1",
                        "current",
                        "upgrade",
                        "upgrade",
                        "current",
                        "downgrade -1",
                        "downgrade --revision=base"))
                .isEqualTo("""
                        $ migrate current
                        No revision is applied.
                        $ migrate upgrade +1
                        Running upgrade  -> 0001, users
                        Upgraded by 1 revision in … s. The database is at 0001.
                        $ migrate current
                        0001
                        $ migrate upgrade
                        Running upgrade 0001 -> 0002, email
                        Upgraded by 1 revision in … s. The database is at 0002 (head).
                        $ migrate upgrade
                        Nothing to do. The database is at 0002 (head).
                        $ migrate current
                        0002 (head)
                        $ migrate downgrade -1
                        Running downgrade 0002 -> 0001, email
                        Downgraded by 1 revision in … s. The database is at 0001.
                        This downgrade loses data:
                          0002 (email): The values of users.email are lost, and whoever still uses it fails. [drop-column]
                        $ migrate downgrade --revision=base
                        Running downgrade 0001 -> base, users
                        Downgraded by 1 revision in … s. The database is at base.
                        This downgrade loses data:
                          0001 (users): The rows of users are lost, and whoever still uses it fails. [drop-table]
                        """);
    }

    @Test
    void theHistoryIsToldWithTheDatabaseInIt(TestDatabase database) {
        assertThat(session(
                        migrate(database),
                        "upgrade 0001",
                        "history --indicate-current",
                        "history --range=:current --graph",
                        "heads",
                        "branches",
                        "show current"))
                .isEqualTo("""
                        $ migrate upgrade 0001
                        Running upgrade  -> 0001, users
                        Upgraded by 1 revision in … s. The database is at 0001.
                        $ migrate history --indicate-current
                        0001 -> 0002 (head), email
                        <base> -> 0001 (current), users
                        $ migrate history --range=:current --graph
                        * 0001, users
                        $ migrate heads
                        0002 (head)
                        $ migrate branches
                        $ migrate show current
                        Rev: 0001
                        Parent: <base>
                        Path: R0001.java

                            users

                            What the shop has from 0001 on.
                        """);
    }

    @Test
    void aStampRunsNothing(TestDatabase database) {
        assertThat(session(migrate(database), "stamp", "stamp --purge 0001", "current"))
                .isEqualTo("""
                        $ migrate stamp
                        Running stamp  -> 0002
                        Stamped. The database is at 0002 (head).
                        $ migrate stamp --purge 0001
                        Running stamp 0002 -> 0001
                        Stamped. The database is at 0001.
                        $ migrate current
                        0001
                        """);
        assertThat(database.query("SELECT to_regclass('users') IS NULL")).isEqualTo("t");
    }

    @Test
    void anOutdatedDatabaseIsAnExitCodeOfItsOwn(TestDatabase database) {
        assertThat(session(
                        migrate(database), "upgrade 0001", "current --check-heads", "upgrade", "current --check-heads"))
                .isEqualTo("""
                        $ migrate upgrade 0001
                        Running upgrade  -> 0001, users
                        Upgraded by 1 revision in … s. The database is at 0001.
                        $ migrate current --check-heads
                        0001
                        Database is at 0001, expected 0002 (head). Run: migrate upgrade
                        exit 3
                        $ migrate upgrade
                        Running upgrade 0001 -> 0002, email
                        Upgraded by 1 revision in … s. The database is at 0002 (head).
                        $ migrate current --check-heads
                        0002 (head)
                        """);
    }

    @Test
    void jsonHasStandardOutputForItself(TestDatabase database) {
        assertThat(migrate(database).run("current", "--format=json"))
                .isEqualTo(new Shell.Outcome("""
                        {
                          "current": [],
                          "upToDate": false,
                          "interrupted": [],
                          "neverRun": [],
                          "changed": []
                        }
                        """, "No revision is applied.\n", 0));
    }

    @Test
    void dataGoesIntoAFileIfOneIsNamed(TestDatabase database) {
        Path file = directory.resolve("heads.txt");

        assertThat(migrate(database).run("heads", "--output", file.toString()))
                .isEqualTo(new Shell.Outcome("Wrote " + file + "\n", "", 0));
        assertThat(file).hasContent("0002 (head)\n");
    }

    @Test
    void aScriptIsTheEnginesAndNeedsNoDatabase(TestDatabase database) throws IOException {
        Shell.Outcome script = Shell.jar().run("upgrade", "--sql", "--class-path", shop.toString());

        assertThat(script).isEqualTo(new Shell.Outcome(engineScript(), "", 0));
        assertThat(Psql.run(database, script.out())).isEqualTo("exit 0");
        assertThat(session(migrate(database), "current")).isEqualTo("""
                $ migrate current
                0002 (head)
                """);
    }

    @Test
    void aScriptOfTheWayBackGoesIntoAFile(TestDatabase database) throws IOException {
        Path file = directory.resolve("down.sql");
        Shell migrate = migrate(database);
        migrate.run("upgrade");

        assertThat(migrate.run("downgrade", "--sql", "0002:0001", "--output", file.toString()))
                .isEqualTo(new Shell.Outcome("Wrote " + file + "\n", "", 0));
        assertThat(Psql.run(database, Files.readString(file))).isEqualTo("exit 0");
        assertThat(session(migrate, "current")).isEqualTo("""
                $ migrate current
                0001
                """);
    }

    private static String engineScript() throws MalformedURLException {
        StringBuilder script = new StringBuilder();
        URLClassLoader classes =
                new URLClassLoader(new URL[] {shop.toUri().toURL()}, CommandLineTest.class.getClassLoader());
        Migrate.configure().classLoader(classes).quiet().build().upgradeSql("head", script);
        return script.toString();
    }

    @Test
    void aUrlInTheEnvironmentIsEnough(TestDatabase database) {
        assertThat(Shell.classPath(shop).with("MIGRATE_URL", url(database)).run("upgrade"))
                .isEqualTo(new Shell.Outcome("""
                        Running upgrade  -> 0001, users
                        Running upgrade 0001 -> 0002, email
                        Upgraded by 2 revisions in … s. The database is at 0002 (head).
                        """, "", 0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"MIGRATE_DATABASE_URL", "DATABASE_URL"})
    void theVariablesOfTheGoalsCount(String variable, TestDatabase database) {
        assertThat(Shell.classPath(shop).with(variable, url(database)).run("current"))
                .isEqualTo(new Shell.Outcome("No revision is applied.\n", "", 0));
    }

    @Test
    void theVariablesOfPsqlCount(TestDatabase database) {
        assertThat(Shell.classPath(shop)
                        .with("PGHOST", "localhost")
                        .with("PGPORT", Integer.toString(database.server().port()))
                        .with("PGDATABASE", database.name())
                        .with("PGUSER", "postgres")
                        .run("current"))
                .isEqualTo(new Shell.Outcome("No revision is applied.\n", "", 0));
    }

    @Test
    void whatIsTypedComesBeforeTheEnvironment(TestDatabase database) {
        Shell migrate = migrate(database).with("MIGRATE_SQL", "true").with("MIGRATE_VERSION_TABLE", "versions");

        assertThat(migrate.run("upgrade", "--sql=false", "--version-table", "shop_versions")
                        .exitCode())
                .isZero();
        assertThat(database.query("SELECT count(*) FROM shop_versions")).isEqualTo("1");
        assertThat(database.query("SELECT to_regclass('versions') IS NULL")).isEqualTo("t");
    }

    @Test
    void migrationsAreFoundInEachKindOfClassPath(TestDatabase database) throws IOException {
        Path libraries = Files.createDirectories(directory.resolve("lib"));
        Files.copy(shop, libraries.resolve("shop.jar"));
        Path boot = Application.shop().bootJar(Files.createDirectories(directory.resolve("boot")));
        Path withLibrary = Application.shop().bootJarWithLibrary(Files.createDirectories(directory.resolve("library")));
        Shell migrate = Shell.jar().with("MIGRATE_URL", url(database));
        String heads = "0002 (head)\n";

        assertThat(migrate.run(
                        "heads", "--class-path", directory.resolve("classes").toString()))
                .isEqualTo(new Shell.Outcome(heads, "", 0));
        assertThat(migrate.run("heads", "--class-path", libraries + "/*")).isEqualTo(new Shell.Outcome(heads, "", 0));
        assertThat(migrate.run("heads", "--class-path", shop + ":" + libraries))
                .isEqualTo(new Shell.Outcome(heads, "", 0));
        assertThat(migrate.run("show", "0001", "--class-path", boot.toString()))
                .isEqualTo(migrate.run("show", "0001", "--class-path", shop.toString()));
        assertThat(migrate.run("heads", "--class-path", withLibrary.toString()))
                .isEqualTo(new Shell.Outcome(heads, "", 0));
        assertThat(migrate.run("upgrade", "--class-path", boot.toString())).isEqualTo(new Shell.Outcome("""
                        Running upgrade  -> 0001, users
                        Running upgrade 0001 -> 0002, email
                        Upgraded by 2 revisions in … s. The database is at 0002 (head).
                        """, "", 0));
    }

    @Test
    void whatIsUnpackedIsDeleted(TestDatabase database) throws IOException {
        Path temporary = Files.createDirectories(directory.resolve("tmp"));
        Path boot = Application.shop().bootJar(Files.createDirectories(directory.resolve("unpacked")));

        assertThat(migrate(database)
                        .with("JAVA_TOOL_OPTIONS", "-Djava.io.tmpdir=" + temporary)
                        .with("MIGRATE_CLASS_PATH", boot.toString())
                        .run("heads")
                        .out())
                .isEqualTo("0002 (head)\n");
        assertThat(temporary).isEmptyDirectory();
    }

    @Test
    void anApplicationThatIsntThereIsMissed(TestDatabase database) {
        Shell migrate = Shell.jar().with("MIGRATE_URL", url(database));

        assertThat(session(
                        migrate, "upgrade", "heads --packages shop.schema", "upgrade --class-path /nowhere/shop.jar"))
                .isEqualTo("""
                        $ migrate upgrade
                        No migration was found in the package db.migrations. Name the application's jar or directory with --class-path, or correct --packages.
                        exit 1
                        $ migrate heads --packages shop.schema
                        No migration was found in the package shop.schema. Name the application's jar or directory with --class-path, or correct --packages.
                        $ migrate upgrade --class-path /nowhere/shop.jar
                        The class path names /nowhere/shop.jar, which isn't there. Expected a jar or a directory of classes.
                        exit 1
                        """);
    }

    @Test
    void anErrorIsOneMessageOnStandardError(TestDatabase database) {
        Path broken = Application.shop()
                .migration(
                        "db.migrations",
                        "0003",
                        List.of("0002"),
                        "phone",
                        "op.addColumn(\"customers\", column(\"phone\", varchar(20)));",
                        "op.dropColumn(\"customers\", \"phone\");")
                .jar(createDirectory("broken"));
        Shell migrate = migrate(database).with("MIGRATE_CLASS_PATH", broken.toString());
        migrate.run("upgrade", "0002");

        assertThat(migrate.run("upgrade"))
                .isEqualTo(new Shell.Outcome("Running upgrade 0002 -> 0003, phone\n", """
                        The upgrade of revision 0003 (phone) failed at statement 1:
                          ALTER TABLE customers ADD COLUMN phone varchar(20)
                          ERROR: relation "customers" does not exist
                        Migration: db.migrations.R0003 (R0003.java:17)
                        It was rolled back and left nothing behind; the database is at 0002.
                        Correct the cause and run migrate upgrade again.
                        """, 1));
        assertThat(migrate.run("upgrade", "--stacktrace").err())
                .contains(
                        "\ndev.migrate.runtime.RevisionFailedException: ", "\tat dev.migrate.cli.Main.main(Main.java:");
    }

    private static Path createDirectory(String name) {
        try {
            return Files.createDirectories(directory.resolve(name));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aServerThatIsntThereIsAFailure() {
        assertThat(Shell.classPath(shop).run("current", "--url", "jdbc:postgresql://localhost:1/shop"))
                .isEqualTo(new Shell.Outcome(
                        "",
                        "Can't reach PostgreSQL at localhost:1: Connection refused. Is the server running, and is the URL"
                                + " right? It comes from --url.\n",
                        1));
    }

    @Test
    void wrongUsageIsAnExitCodeOfItsOwn() {
        assertThat(session(
                        Shell.classPath(shop),
                        "upgrade",
                        "current --check-head",
                        "upgrde",
                        "upgrade --ulr=x",
                        "upgrade --output plan.sql",
                        "upgrade --sql=plan.sql",
                        "downgrade",
                        "downgrade base --revision=-1",
                        "upgrade --sql --lock-timeout=5",
                        "heads --format=xml",
                        "upgrade --url embedded",
                        "upgrade --url jdbc:mysql://localhost/shop"))
                .isEqualTo("""
                        $ migrate upgrade
                        No database URL. Give one as
                          --url jdbc:postgresql://localhost:5432/app,
                          MIGRATE_URL, MIGRATE_DATABASE_URL or DATABASE_URL in the environment, or
                          PGHOST, PGPORT and PGDATABASE in the environment, as for psql.
                        See: migrate upgrade --help
                        exit 2
                        $ migrate current --check-head
                        Unknown option: '--check-head'
                        Did you mean: --check-heads?
                        See: migrate current --help
                        exit 2
                        $ migrate upgrde
                        Unmatched argument at index 0: 'upgrde'
                        Did you mean: migrate upgrade or migrate downgrade?
                        See: migrate --help
                        exit 2
                        $ migrate upgrade --ulr=x
                        Unknown option: '--ulr=x'
                        Did you mean: --url or --user?
                        See: migrate upgrade --help
                        exit 2
                        $ migrate upgrade --output plan.sql
                        --output is 'plan.sql', a file for a script, and none is asked for: the database would be changed. For a script give --sql, too.
                        See: migrate upgrade --help
                        exit 2
                        $ migrate upgrade --sql=plan.sql
                        Invalid value for option '--sql': 'plan.sql' is not a boolean
                        See: migrate upgrade --help
                        exit 2
                        $ migrate downgrade
                        No revision to go back to. Give -1 for one step, an id, or base for everything.
                        See: migrate downgrade --help
                        exit 2
                        $ migrate downgrade base --revision=-1
                        Two revisions: base and --revision=-1. Expected one of them.
                        See: migrate downgrade --help
                        exit 2
                        $ migrate upgrade --sql --lock-timeout=5
                        --lock-timeout is '5'. Expected a duration such as 500ms, 5s, 2min or 1h; 0 for none.
                        See: migrate upgrade --help
                        exit 2
                        $ migrate heads --format=xml
                        --format is 'xml'. Expected text or json.
                        See: migrate heads --help
                        exit 2
                        $ migrate upgrade --url embedded
                        The URL that --url gives is that of a development database, which the Maven plugin runs. Give that of a server, such as jdbc:postgresql://localhost:5432/app.
                        See: migrate upgrade --help
                        exit 2
                        $ migrate upgrade --url jdbc:mysql://localhost/shop
                        The database URL is not understood: it begins with 'jdbc:mysql:'. Expected jdbc:postgresql://host:5432/database, postgresql://user:password@host:5432/database, embedded, or embedded:16 for another major than the default. It comes from --url.
                        See: migrate upgrade --help
                        exit 2
                        """);
    }

    @Test
    void helpTellsTheCommandsAndTheExitCodes() {
        assertThat(Shell.jar().run("--help")).isEqualTo(new Shell.Outcome("""
                        Usage: migrate [-hV] [COMMAND]
                        Applies and reverts the migrations of an application, and tells where its
                        database is.
                          -h, --help      Show this help message and exit.
                          -V, --version   Print version information and exit.
                        Commands:
                          upgrade              Brings the database to a revision, to the head unless
                                                 another is named.
                          downgrade            Takes the database back to a revision.
                          current              Tells which revisions the database is at.
                          history              Lists the history, the newest revision first.
                          heads                Lists the revisions that no other one revises.
                          branches             Lists the revisions that several others revise, each
                                                 with these.
                          show                 Tells all that is known about a revision; about the
                                                 heads if none is named.
                          stamp                Declares the database to be at a revision, without
                                                 running anything: for one that has been migrated by
                                                 other means. At the head unless another is named.
                          help                 Display help information about the specified command.
                          generate-completion  Generate bash/zsh completion script for migrate.
                        Exit codes:
                          0   done
                          1   a migration failed, or the database or a file can't be used
                          2   what was typed, or a value from the environment, isn't understood
                          3   the database is not current: current --check-heads

                        Each option of a command can also be a variable: MIGRATE_URL,
                        MIGRATE_LOCK_TIMEOUT, ...
                        A password comes from MIGRATE_PASSWORD, --password-file, PGPASSWORD, ~/.pgpass,
                        or is asked for.

                        """, "", 0));
        assertThat(Shell.jar().run("help", "heads")).isEqualTo(Shell.jar().run("heads", "--help"));
        assertThat(Shell.jar().run("--version").out()).matches("migrate \\d+\\.\\d+\\.\\d+(-SNAPSHOT)?\n");
    }

    @Test
    void aShellCompletesCommandsAndOptions() throws Exception {
        Path script = directory.resolve("completion.sh");
        Shell.Outcome completion = Shell.jar().run("generate-completion");
        Files.writeString(script, completion.out());

        assertThat(completion.exitCode()).isZero();
        assertThat(completed(script, "migrate", "upg")).isEqualTo("upgrade");
        assertThat(completed(script, "migrate", "current", "--check")).isEqualTo("--check-heads");
    }

    /** What Bash offers after these words. */
    private static String completed(Path script, String... words) throws Exception {
        Process bash = new ProcessBuilder(
                        "bash",
                        "--norc",
                        "-c",
                        "compopt() { :; }; source '" + script + "'; COMP_WORDS=(" + String.join(" ", words)
                                + "); COMP_CWORD=" + (words.length - 1)
                                + "; _complete_migrate; echo \"${COMPREPLY[*]}\"")
                .redirectErrorStream(true)
                .start();
        String printed = new String(bash.getInputStream().readAllBytes(), UTF_8);
        bash.waitFor();
        return printed.strip();
    }

    @Test
    void theJarHasTheLicencesOfWhatItContains() throws IOException {
        try (JarFile jar = new JarFile(System.getProperty("migrate.cli.jar"))) {
            assertThat(jar.stream().map(Object::toString).filter(name -> name.matches("META-INF/.*(LICENSE|NOTICE).*")))
                    .containsExactlyInAnyOrder(
                            "META-INF/LICENSE",
                            "META-INF/NOTICE",
                            "META-INF/licenses/org.postgresql/LICENSE",
                            "META-INF/licenses/org.slf4j/LICENSE",
                            "META-INF/licenses/com.ongres.scram/scram-client-3.2/META-INF/LICENSE",
                            "META-INF/licenses/com.ongres.scram/scram-common-3.2/META-INF/LICENSE",
                            "META-INF/licenses/com.ongres.stringprep/saslprep-2.2/META-INF/LICENSE",
                            "META-INF/licenses/com.ongres.stringprep/stringprep-2.2/META-INF/LICENSE");
            assertThat(jar.stream()
                            .map(Object::toString)
                            .filter(name -> name.endsWith(".class"))
                            .map(name -> name.replaceAll(
                                    "^(dev/migrate|org/postgresql|org/slf4j|picocli|META-INF/versions/\\d+/org/postgresql)/.*",
                                    "$1"))
                            .distinct())
                    .containsExactlyInAnyOrder(
                            "dev/migrate",
                            "org/postgresql",
                            "org/slf4j",
                            "picocli",
                            "META-INF/versions/11/org/postgresql");
        }
    }
}
