package dev.migrate.maven;

import dev.migrate.MigrateBuilder;
import dev.migrate.MigrateException;
import dev.migrate.Status;
import dev.migrate.autogen.EntitySource;
import dev.migrate.autogen.source.ApplicationDatabase;
import dev.migrate.command.Deviations;
import dev.migrate.command.ProjectHistory;
import dev.migrate.command.RunParameters;
import dev.migrate.command.database.ChosenConnection;
import dev.migrate.command.database.ConnectionSources;
import dev.migrate.command.database.Credentials;
import dev.migrate.command.database.Secret;
import dev.migrate.command.parameter.Elements;
import dev.migrate.maven.database.MavenConnection;
import dev.migrate.maven.database.SettingsServers;
import dev.migrate.maven.embedded.EmbeddedServers;
import dev.migrate.maven.embedded.PostgresReleases;
import dev.migrate.maven.embedded.RepositoryArchive;
import dev.migrate.maven.parameter.CommandLine;
import dev.migrate.runtime.RunSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.inject.Inject;
import javax.sql.DataSource;
import org.apache.maven.plugin.PluginParameterExpressionEvaluator;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.codehaus.plexus.component.configurator.expression.ExpressionEvaluationException;
import org.codehaus.plexus.configuration.PlexusConfiguration;
import org.eclipse.aether.RepositorySystem;
import org.jspecify.annotations.Nullable;

/**
 * A goal that may need a database: it knows which one, and how migrations are to run there.
 *
 * <p>Parameters that may hold a password are taken as configuration, unevaluated: the value of any other one is printed
 * by Maven under -X.
 */
abstract class DatabaseMojo extends ProjectMojo {

    /**
     * The database: jdbc:postgresql://…, postgres://…, postgresql://user:password@host:port/database, or embedded for a
     * development database that is kept under target. The environment's MIGRATE_DATABASE_URL and DATABASE_URL come before
     * what the POM has here.
     */
    @Parameter(property = "migrate.url")
    private @Nullable PlexusConfiguration url;

    /** The user, unless the URL names one. */
    @Parameter(property = "migrate.user")
    private @Nullable String user;

    /** The user's password, unless the URL has it. In a POM, serverId is the better place. */
    @Parameter(property = "migrate.password")
    private @Nullable PlexusConfiguration password;

    /** The id of a server in settings.xml, whose user name and password (encrypted or not) are used. */
    @Parameter(property = "migrate.serverId")
    private @Nullable String serverId;

    /** The table that says which revisions are applied. */
    @Parameter(property = "migrate.versionTable", defaultValue = RunSettings.DEFAULT_VERSION_TABLE)
    private String versionTable;

    /** The schema of the version table; otherwise where the connection's search path finds it. */
    @Parameter(property = "migrate.versionSchema")
    private @Nullable String versionSchema;

    /** What commits together: each revision by itself (revision), or all of them (run). */
    @Parameter(property = "migrate.transaction", defaultValue = "revision")
    private String transaction;

    /** How long a statement may wait for a lock before it is tried again: 5s, 500ms; 0 waits for ever. */
    @Parameter(property = "migrate.lockTimeout", defaultValue = "5s")
    private String lockTimeout;

    /** How long a statement may take; otherwise as the server is configured. */
    @Parameter(property = "migrate.statementTimeout")
    private @Nullable String statementTimeout;

    /** How long to wait for another instance that is migrating the same database. */
    @Parameter(property = "migrate.lockWait", defaultValue = "10min")
    private String lockWait;

    /** How often to try again what failed because of a lock. */
    @Parameter(property = "migrate.retries", defaultValue = "10")
    private int retries;

    /** Active profiles of Spring Boot or Quarkus, instead of those that the application's files or the environment name. */
    @Parameter(property = "migrate.profiles")
    private List<String> profiles = List.of();

    /** The unit of META-INF/persistence.xml, if it has several. */
    @Parameter(property = "migrate.persistenceUnit")
    private @Nullable String persistenceUnit;

    /** Arguments that migrations get from op.x("key"): -Dmigrate.x.KEY=VALUE. */
    @Parameter
    private Map<String, String> x = new TreeMap<>();

    @Inject
    private RepositorySystem repositories;

    @Inject
    private SettingsDecrypter settingsDecrypter;

    /** The embedded servers of this command, to be closed when it ends. */
    protected final EmbeddedServers embeddedServers() {
        PostgresReleases releases = PostgresReleases.bundled();
        return new EmbeddedServers(
                home(),
                releases,
                new RepositoryArchive(
                        repositories,
                        session().getRepositorySession(),
                        project().getRemotePluginRepositories(),
                        releases,
                        this::progress));
    }

    /** The connection that was given in one of the places where one can be. */
    protected final ConnectionSources connection() {
        CommandLine commandLine = commandLine();
        return new ConnectionSources(
                MavenConnection.typed(commandLine.get("url"), commandLine.get("user"), commandLine.get("password")),
                name -> session().getSystemProperties().getProperty("env." + name),
                MavenConnection.pom(evaluate(url), Optional.ofNullable(user), evaluate(password)),
                this::credentialsOfServer);
    }

    /** Connects, once to see whether it works. */
    protected final DataSource dataSource(ChosenConnection connection, EmbeddedServers servers) {
        return connection
                .url()
                .match(
                        embedded -> servers.get(embedded.major()).developmentDatabase(),
                        server -> connection.connect(
                                server, MavenConnection.origin(connection.source()), getLog()::warn));
    }

    /** The history, and how to run it, without a database yet. */
    protected final MigrateBuilder migrate(ProjectHistory history) {
        return new RunParameters(
                        versionTable,
                        Optional.ofNullable(versionSchema),
                        transaction,
                        lockTimeout,
                        Optional.ofNullable(statementTimeout),
                        lockWait,
                        retries,
                        arguments())
                .configure(history);
    }

    /** As {@link #migrate(ProjectHistory)}, on the database that was given. */
    protected final MigrateBuilder migrate(ProjectHistory history, EmbeddedServers servers) {
        ChosenConnection connection = chosen(history);
        MigrateBuilder builder = migrate(history).dataSource(dataSource(connection, servers));
        connection.credentials().password().map(Secret::reveal).ifPresent(builder::secret);
        return builder;
    }

    /** The database that was given, otherwise the application's own. Connects, once to see whether it works. */
    protected final DataSource database(ProjectHistory history, EmbeddedServers servers) {
        return dataSource(chosen(history), servers);
    }

    private ChosenConnection chosen(ProjectHistory history) {
        return connection().choose().orElseGet(() -> ofApplication(history));
    }

    /** The database that the application itself connects to, by its settings for the active profiles. */
    private ChosenConnection ofApplication(ProjectHistory history) {
        ChosenConnection connection =
                connection().choose(() -> application(history)).orElseThrow(MavenConnection::missing);
        progress("Database: " + connection.url() + " (" + connection.source() + ")");
        return connection;
    }

    private Optional<ConnectionSources.Given> application(ProjectHistory history) {
        return ApplicationDatabase.of(EntitySource.of(history.classLoader())
                        .persistenceUnit(persistenceUnit)
                        .profiles(profiles())
                        .environment(System.getenv()))
                .map(MavenConnection::application);
    }

    /**
     * The databases of which this project knows: the one that was given or else the application's own, and the embedded
     * ones that earlier commands have left under target.
     */
    protected final List<KnownDatabase> databases(ProjectHistory history, EmbeddedServers servers) {
        List<KnownDatabase> databases = new ArrayList<>();
        boolean isGiven = connection().choose().isPresent();
        connection()
                .choose(() -> application(history))
                .filter(chosen -> chosen.url().match(embedded -> false, server -> true))
                .ifPresent(chosen -> databases.add(new KnownDatabase(
                        chosen.url() + " (" + chosen.source() + ")",
                        isGiven,
                        () -> status(history, dataSource(chosen, servers)))));
        servers.existing()
                .forEach((major, dataSource) ->
                        databases.add(new KnownDatabase("embedded:" + major, true, () -> status(history, dataSource))));
        return databases;
    }

    private Status status(ProjectHistory history, DataSource dataSource) {
        return migrate(history).dataSource(dataSource).quiet().build().status();
    }

    protected final @Nullable String persistenceUnit() {
        return persistenceUnit;
    }

    /** The profiles of Spring Boot or Quarkus that count as active. */
    protected final List<String> profiles() {
        return Elements.of(profiles);
    }

    /** Says what branches do to the same objects: those that end with several revisions, or that one of them joins. */
    protected final void warnOfConflicts(ProjectHistory history, List<String> revisions) {
        try {
            migrate(history).quiet().build().conflicts(revisions).forEach(conflict -> getLog().warn(conflict.text()
                    + " It fails, or what is left depends on which of them a database had first: write one anew behind"
                    + " the other, or settle it in the revision that joins them (docs/lint.md, branches-conflict)."));
        } catch (MigrateException e) {
            getLog().warn("What the branches do to the same objects isn't known: " + e.getMessage());
        }
    }

    /** Those of the database that was given, if one was. */
    protected final Deviations deviations(ProjectHistory history, EmbeddedServers servers) {
        return connection().choose().isEmpty()
                ? Deviations.UNASKED
                : Deviations.of(() -> migrate(history, servers).quiet().build().status());
    }

    /** Migrate's own tables, which are nobody's difference. */
    protected final String[] bookkeepingTables() {
        return new String[] {versionTable, RunSettings.journalTable(versionTable)};
    }

    private Map<String, String> arguments() {
        Map<String, String> arguments = new TreeMap<>(x);
        arguments.putAll(commandLine().arguments());
        return arguments;
    }

    /** What the POM, or a property of the project, gives for a parameter. */
    protected final Optional<String> evaluate(@Nullable PlexusConfiguration parameter) {
        if (parameter == null) {
            return Optional.empty();
        }
        try {
            Object value =
                    new PluginParameterExpressionEvaluator(session(), execution()).evaluate(parameter.getValue());
            return Optional.ofNullable(value).map(Object::toString);
        } catch (ExpressionEvaluationException e) {
            throw new MigrateException("The value of <" + parameter.getName() + "> in the POM can't be evaluated.", e);
        }
    }

    private Credentials credentialsOfServer() {
        return serverId == null
                ? Credentials.NONE
                : new SettingsServers(session().getSettings(), settingsDecrypter).credentials(serverId);
    }
}
