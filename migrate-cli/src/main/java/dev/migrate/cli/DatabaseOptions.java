package dev.migrate.cli;

import dev.migrate.MigrateBuilder;
import dev.migrate.MigrateException;
import dev.migrate.command.ProjectHistory;
import dev.migrate.command.RunParameters;
import dev.migrate.command.database.ChosenConnection;
import dev.migrate.command.database.ConnectionOrigin;
import dev.migrate.command.database.ConnectionSources;
import dev.migrate.command.database.ConnectionSources.Given;
import dev.migrate.command.database.Credentials;
import dev.migrate.command.database.DatabaseUrl;
import dev.migrate.command.database.Secret;
import dev.migrate.runtime.RunSettings;
import java.io.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Options that say which database is meant, and how migrations run there: the parameters of the goals. */
final class DatabaseOptions {

    private static final String URL = "--url";

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = URL,
            paramLabel = "URL",
            description = "The database: jdbc:postgresql://db:5432/app or postgresql://db/app. Otherwise that of"
                    + " MIGRATE_DATABASE_URL, DATABASE_URL, or PGHOST and PGDATABASE.")
    private @Nullable String url;

    @Option(
            names = {"-U", "--user"},
            paramLabel = "USER",
            description = "The user, unless the URL names one; otherwise PGUSER.")
    private @Nullable String user;

    @Option(names = "--password-file", paramLabel = "FILE", description = "A file whose first line is the password.")
    private @Nullable Path passwordFile;

    @Option(
            names = {"-W", "--ask-password"},
            fallbackValue = "true",
            description = "Asks for the password at the terminal.")
    private boolean askPassword;

    @Option(
            names = "--version-table",
            paramLabel = "NAME",
            description = "The table that says which revisions are applied; ${DEFAULT-VALUE} if not given.")
    private String versionTable = RunSettings.DEFAULT_VERSION_TABLE;

    @Option(
            names = "--version-schema",
            paramLabel = "NAME",
            description = "The schema of the version table; otherwise where the connection's search path finds it.")
    private @Nullable String versionSchema;

    @Option(
            names = "--transaction",
            paramLabel = "WHAT",
            description = "What commits together: each revision by itself (revision), or all of them (run).")
    private String transaction = "revision";

    @Option(
            names = "--lock-timeout",
            paramLabel = "TIME",
            description = "How long a statement may wait for a lock before it is tried again; ${DEFAULT-VALUE} if not"
                    + " given, 0 waits for ever.")
    private String lockTimeout = "5s";

    @Option(
            names = "--statement-timeout",
            paramLabel = "TIME",
            description = "How long a statement may take; otherwise as the server is configured.")
    private @Nullable String statementTimeout;

    @Option(
            names = "--lock-wait",
            paramLabel = "TIME",
            description = "How long to wait for another instance that is migrating the same database;"
                    + " ${DEFAULT-VALUE} if not given.")
    private String lockWait = "10min";

    @Option(
            names = "--retries",
            paramLabel = "COUNT",
            description = "How often to try again what failed because of a lock; ${DEFAULT-VALUE} if not given.")
    private int retries = RunSettings.DEFAULT_RETRIES;

    @Option(
            names = {"-x", "--x"},
            paramLabel = "KEY=VALUE",
            description = "An argument that migrations get from op.x(\"KEY\").")
    private Map<String, String> arguments = new TreeMap<>();

    /** Nobody is asked twice. */
    private @Nullable Secret answer;

    /**
     * Configures a run, without a database yet.
     *
     * @throws MigrateException if an option has a value that it can't have
     */
    MigrateBuilder configure(ProjectHistory history) {
        return new RunParameters(
                        versionTable,
                        Optional.ofNullable(versionSchema),
                        transaction,
                        lockTimeout,
                        Optional.ofNullable(statementTimeout),
                        lockWait,
                        retries,
                        arguments)
                .configure(history);
    }

    /**
     * The connection that was given in one of the places where one can be; empty if none was.
     *
     * @throws MigrateException if its URL isn't understood, or the password can't be read
     */
    Optional<ChosenConnection> choose() {
        boolean isTyped = spec.commandLine().getParseResult().hasMatchedOption(URL);
        String source = isTyped ? URL : EnvironmentDefaults.variable(URL) + " in the environment";
        return new ConnectionSources(
                        new Given(
                                Optional.ofNullable(url),
                                new Credentials(Optional.ofNullable(user), password()),
                                source),
                        System::getenv,
                        LibpqVariables.in(System::getenv),
                        () -> Credentials.NONE)
                .choose();
    }

    /**
     * As {@link #choose()}, for a command that cannot do without.
     *
     * @throws MigrateException if there is none, with every way to give one; if it is one that only the Maven plugin runs
     */
    ChosenConnection require() {
        ChosenConnection connection = choose().orElseThrow(() -> new MigrateException("""
                        No database URL. Give one as
                          --url jdbc:postgresql://localhost:5432/app,
                          MIGRATE_URL, MIGRATE_DATABASE_URL or DATABASE_URL in the environment, or
                          PGHOST, PGPORT and PGDATABASE in the environment, as for psql."""));
        if (connection.url() instanceof DatabaseUrl.Embedded) {
            throw embedded(connection);
        }
        return connection;
    }

    private static MigrateException embedded(ChosenConnection connection) {
        return new MigrateException("The URL that " + connection.source()
                + " gives is that of a development database, which the Maven plugin runs. Give that of a server, such as"
                + " jdbc:postgresql://localhost:5432/app.");
    }

    /**
     * Connects, once to see whether it works.
     *
     * @param warning is told what is worth a warning
     */
    DataSource connect(ChosenConnection connection, Consumer<String> warning) {
        return connection
                .url()
                .match(
                        embedded -> {
                            throw embedded(connection);
                        },
                        server -> connect(connection, server, warning));
    }

    private static DataSource connect(
            ChosenConnection connection, DatabaseUrl.Server server, Consumer<String> warning) {
        boolean isTyped = connection.source().equals(URL);
        if (isTyped && server.credentials().password().isPresent()) {
            warning.accept("The list of processes shows the password in --url. Put the URL into MIGRATE_URL, or the"
                    + " password into MIGRATE_PASSWORD or --password-file.");
        }
        return connection.connect(server, origin(connection), warning);
    }

    private static ConnectionOrigin origin(ChosenConnection connection) {
        return new ConnectionOrigin(
                connection.source(),
                "they may come from --user and PGUSER, MIGRATE_PASSWORD, --password-file, PGPASSWORD and ~/.pgpass, or"
                        + " the URL",
                "MIGRATE_PASSWORD, into the file that --password-file names, or into ~/.pgpass, or have it asked for with"
                        + " --ask-password");
    }

    private Optional<Secret> password() {
        if (askPassword) {
            if (answer == null) {
                answer = asked();
            }
            return Optional.of(answer);
        }
        if (passwordFile != null) {
            return Optional.of(read(passwordFile));
        }
        return Optional.ofNullable(System.getenv(EnvironmentDefaults.variable("--password")))
                .filter(password -> !password.isEmpty())
                .map(Secret::new);
    }

    // Null without a terminal is what JDK 17 to 21 say; later ones give null for an answer.
    @SuppressWarnings("SystemConsoleNull")
    private static Secret asked() {
        Console console = System.console();
        char[] answer = console == null ? null : console.readPassword("Password: ");
        if (answer == null) {
            throw new MigrateException(
                    "There is no terminal to ask for the password at. Put it into MIGRATE_PASSWORD, or"
                            + " into a file that --password-file names.");
        }
        return new Secret(new String(answer));
    }

    private static Secret read(Path file) {
        try {
            return new Secret(Files.readString(file).lines().findFirst().orElse(""));
        } catch (IOException e) {
            throw new MigrateException(
                    "The password can't be read from " + file.toAbsolutePath() + ": " + e
                            + ". Correct --password-file.",
                    e);
        }
    }
}
