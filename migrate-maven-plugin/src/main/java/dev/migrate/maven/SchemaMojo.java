package dev.migrate.maven;

import dev.migrate.Migrate;
import dev.migrate.autogen.catalog.CatalogScope;
import dev.migrate.autogen.scratch.ScratchServer;
import dev.migrate.command.ProjectHistory;
import dev.migrate.command.database.ConnectionOrigin;
import dev.migrate.command.database.DatabaseUrl;
import dev.migrate.command.database.ServerDataSource;
import dev.migrate.command.parameter.Elements;
import dev.migrate.maven.embedded.EmbeddedServers;
import dev.migrate.maven.embedded.ScratchDatabases;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import javax.sql.DataSource;
import org.apache.maven.plugins.annotations.Parameter;
import org.codehaus.plexus.configuration.PlexusConfiguration;
import org.jspecify.annotations.Nullable;

/** A goal that looks at a schema: that of a database, or the one that the history leads to on a scratch database. */
abstract class SchemaMojo extends DatabaseMojo {

    private static final String DEV_DATABASE = "devDatabase";

    /** Where scratch databases are made: embedded, embedded:16, or the URL of a server whose user may create some. */
    @Parameter(property = "migrate.devDatabase", defaultValue = "embedded")
    private @Nullable PlexusConfiguration devDatabase;

    /** Schemas that are looked at beside the default one and those that the entities use. */
    @Parameter(property = "migrate.includeSchemas")
    private List<String> includeSchemas = List.of();

    /** Patterns of the only tables that count: audit_*, app.*. */
    @Parameter(property = "migrate.includeTables")
    private List<String> includeTables = List.of();

    /** Patterns of tables that do not count. */
    @Parameter(property = "migrate.excludeTables")
    private List<String> excludeTables = List.of();

    /** What is looked at. */
    protected final CatalogScope scope() {
        return CatalogScope.ofDefaultSchema()
                .schemas(Set.copyOf(Elements.of(includeSchemas)))
                .including(Elements.of(includeTables).toArray(String[]::new))
                .excluding(Elements.of(excludeTables).toArray(String[]::new))
                .bookkeeping(bookkeepingTables());
    }

    /** Where scratch databases are made. Connects, and starts a server, only when one is asked for. */
    protected final ScratchServer scratch(EmbeddedServers servers) {
        return scratch(servers, OptionalInt.empty());
    }

    /** The same, of a major where the server is an embedded one and devDatabase leaves that open. */
    protected final ScratchServer scratch(EmbeddedServers servers, int major) {
        return scratch(servers, OptionalInt.of(major));
    }

    private ScratchServer scratch(EmbeddedServers servers, OptionalInt otherwise) {
        DatabaseUrl url = DatabaseUrl.parse(
                commandLine().get(DEV_DATABASE).or(() -> evaluate(devDatabase)).orElse("embedded"), DEV_DATABASE);
        Function<DatabaseUrl.Embedded, ScratchServer> embedded =
                chosen -> () -> servers.get(chosen.major().isPresent() ? chosen.major() : otherwise)
                        .scratch()
                        .create();
        return url.match(embedded, server -> () -> scratchOn(server).create());
    }

    private static ScratchServer scratchOn(DatabaseUrl.Server server) {
        Function<DatabaseUrl.Server, ServerDataSource> connecting =
                one -> new ServerDataSource(one, server.credentials(), ConnectionOrigin.urlOnly(DEV_DATABASE));
        return new ScratchDatabases(
                connecting.apply(server).connected(),
                name -> connecting.apply(server.database(name)).connected());
    }

    /** Migrations on a scratch database, which nobody wants to hear of: as they run on large tables. */
    protected final Migrate quietly(ProjectHistory history, DataSource dataSource) {
        return migrate(history).dataSource(dataSource).onlineFrom(0).quiet().build();
    }
}
