package dev.migrate.maven;

import dev.migrate.Migrate;
import dev.migrate.autogen.Autogenerate;
import dev.migrate.autogen.EntityClassLoader;
import dev.migrate.autogen.EntitySource;
import dev.migrate.autogen.catalog.CatalogScope;
import dev.migrate.autogen.diff.DetectedText;
import dev.migrate.autogen.diff.DiffOptions;
import dev.migrate.autogen.diff.Difference;
import dev.migrate.autogen.hook.Hooks;
import dev.migrate.autogen.proof.RoundTrip;
import dev.migrate.autogen.scratch.ScratchServer;
import dev.migrate.maven.database.ChosenConnection;
import dev.migrate.maven.database.DatabaseUrl;
import dev.migrate.maven.database.ServerDataSource;
import dev.migrate.maven.embedded.EmbeddedServers;
import dev.migrate.maven.embedded.ScratchDatabases;
import dev.migrate.maven.project.EntityBuild;
import dev.migrate.maven.project.ProjectClassPath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import javax.inject.Inject;
import javax.sql.DataSource;
import org.apache.maven.lifecycle.LifecycleExecutor;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.codehaus.plexus.configuration.PlexusConfiguration;
import org.jspecify.annotations.Nullable;

/** A goal that may look at the entities, and compare them with a database. */
abstract class EntityMojo extends DatabaseMojo {

    /** Where scratch databases are made: embedded, embedded:16, or the URL of a server whose user may create some. */
    @Parameter(property = "migrate.devDatabase", defaultValue = "embedded")
    private @Nullable PlexusConfiguration devDatabase;

    /** Schemas that are compared beside those that the entities use. */
    @Parameter(property = "migrate.includeSchemas")
    private List<String> includeSchemas = List.of();

    /** Patterns of the only tables that are compared: audit_*, app.*. */
    @Parameter(property = "migrate.includeTables")
    private List<String> includeTables = List.of();

    /** Patterns of tables that are not compared. */
    @Parameter(property = "migrate.excludeTables")
    private List<String> excludeTables = List.of();

    /** The unit of META-INF/persistence.xml, if it has several. */
    @Parameter(property = "migrate.persistenceUnit")
    private @Nullable String persistenceUnit;

    /** The packages with the entities, if not all are meant. */
    @Parameter(property = "migrate.entityPackages")
    private List<String> entityPackages = List.of();

    /** Active profiles of Spring Boot or Quarkus. */
    @Parameter(property = "migrate.profiles")
    private List<String> profiles = List.of();

    /** Settings of Hibernate that win over the application's. */
    @Parameter
    private Map<String, String> hibernate = new TreeMap<>();

    /**
     * Drops also what the entities do not declare and the migrations did not create, such as another application's tables
     * in the same schema. Without it they are listed and stay.
     */
    @Parameter(property = "migrate.dropUnknown", defaultValue = "false")
    private boolean dropUnknown;

    /**
     * Classes of the project that implement AutogenerateHook: what takes part in a comparison, what counts as equal, what
     * is written and how. Those that META-INF/services names need not be named here.
     */
    @Parameter(property = "migrate.hooks")
    private List<String> hooks = List.of();

    @Inject
    private LifecycleExecutor lifecycle;

    /** What is done with a comparison. */
    @FunctionalInterface
    protected interface Comparing<T> {
        T with(Autogenerate autogenerate);
    }

    /** Compiles the entities unless the build around this goal has. */
    protected final void compileEntities() throws MojoExecutionException, MojoFailureException {
        new EntityBuild(lifecycle, session(), execution()).ensureCompiled(project());
    }

    /** What counts as a difference. */
    protected final DiffOptions compared(ProjectHistory history) {
        return DiffOptions.ENTITIES.dropUnknown(dropUnknown).hooks(Hooks.load(history.classLoader(), hooks));
    }

    /** Compares the project's entities. */
    protected final <T> T comparing(
            ProjectHistory history, EmbeddedServers servers, DiffOptions options, Comparing<T> action) {
        ProjectClassPath classPath = classPath();
        try (EntityClassLoader entities = EntityClassLoader.of(classPath.all())) {
            EntitySource source = EntitySource.of(entities)
                    .persistenceUnit(persistenceUnit)
                    .roots(classPath.ofThisBuild())
                    .packages(entityPackages)
                    .profiles(profiles);
            for (Map.Entry<String, String> setting : hibernate.entrySet()) {
                source = source.setting(setting.getKey(), setting.getValue());
            }
            CatalogScope scope = CatalogScope.ofDefaultSchema()
                    .schemas(Set.copyOf(includeSchemas))
                    .including(includeTables.toArray(String[]::new))
                    .excluding(excludeTables.toArray(String[]::new))
                    .bookkeeping(bookkeepingTables());
            return action.with(new Autogenerate(
                    entities, source, dataSource -> quietly(history, dataSource), scratch(servers), scope, options));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where scratch databases are made. Connects, and starts a server, only when one is asked for. */
    protected final ScratchServer scratch(EmbeddedServers servers) {
        DatabaseUrl url = DatabaseUrl.parse(
                commandLine().get("devDatabase").or(() -> evaluate(devDatabase)).orElse("embedded"));
        Function<DatabaseUrl.Embedded, ScratchServer> embedded =
                chosen -> () -> servers.get(chosen.major()).scratch().create();
        return url.match(embedded, server -> () -> scratchOn(server).create());
    }

    private static ScratchServer scratchOn(DatabaseUrl.Server server) {
        Function<DatabaseUrl.Server, ServerDataSource> connecting =
                one -> new ServerDataSource(one, server.credentials(), "devDatabase");
        return new ScratchDatabases(
                connecting.apply(server).connected(),
                name -> connecting.apply(server.database(name)).connected());
    }

    /** What differs between the entities and the database that was given, or, without one, the history. */
    protected final Difference difference(Autogenerate autogenerate, EmbeddedServers servers) {
        Optional<ChosenConnection> connection = connection().choose();
        return connection.isPresent()
                ? autogenerate.compareWith(dataSource(connection.get(), servers))
                : autogenerate.compareWithHistory();
    }

    /** Tries migrations on a scratch database, and compares where they lead with the entities. */
    protected final RoundTrip roundTrip(ProjectHistory history, EmbeddedServers servers, Autogenerate autogenerate) {
        return new RoundTrip(
                scratch(servers),
                dataSource -> quietly(history, dataSource),
                database -> DetectedText.of(autogenerate.driftOf(database).operations()));
    }

    /** Migrations on a scratch database, which nobody wants to hear of. */
    protected final Migrate quietly(ProjectHistory history, DataSource dataSource) {
        return migrate(history).dataSource(dataSource).quiet().build();
    }
}
