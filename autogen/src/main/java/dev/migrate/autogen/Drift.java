package dev.migrate.autogen;

import dev.migrate.Migrate;
import dev.migrate.MigrateException;
import dev.migrate.Status;
import dev.migrate.autogen.catalog.CatalogReader;
import dev.migrate.autogen.catalog.CatalogScope;
import dev.migrate.autogen.diff.DiffOptions;
import dev.migrate.autogen.diff.SchemaDiff;
import dev.migrate.autogen.diff.text.DetectedText;
import dev.migrate.autogen.scratch.Replay;
import dev.migrate.autogen.scratch.ScratchDatabase;
import dev.migrate.autogen.scratch.ScratchServer;
import dev.migrate.autogen.scratch.SearchPath;
import dev.migrate.ddl.ServerVersion;
import dev.migrate.operation.Reversible;
import dev.migrate.revision.Planner;
import dev.migrate.revision.RevisionGraph;
import dev.migrate.schema.Schema;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import javax.sql.DataSource;

/**
 * Compares a database with what its history makes of an empty one: whatever was changed by hand is a difference.
 *
 * <pre>{@code
 * database ─> revisions that it is at ─> history up to them, on a scratch database ─> catalog ─┐
 *     │                                                                                        ├─> drift
 *     └─> catalog ─────────────────────────────────────────────────────────────────────────────┘
 * }</pre>
 *
 * <p>Both sides are catalogs, so everything counts that a catalog has: also objects that no entity declares, such as
 * triggers and functions. Migrate's own tables and objects of extensions don't count, nor do rows, rights and owners, which
 * no history makes alone. The database is only read.
 */
public final class Drift {

    private final Function<DataSource, Migrate> history;
    private final IntFunction<ScratchServer> scratch;
    private final CatalogScope filter;

    /**
     * Says what to compare.
     *
     * @param history runs the project's migrations on a database
     * @param scratch the server to replay them on, for the major of the database's own: another one prints or names some
     *     objects differently
     * @param filter which schemas and tables count beside those that the history creates
     */
    public Drift(Function<DataSource, Migrate> history, IntFunction<ScratchServer> scratch, CatalogScope filter) {
        this.history = history;
        this.scratch = scratch;
        this.filter = filter;
    }

    /**
     * Lists what was done to a database beside its history, a line each, by kind and name: {@code Added column
     * agents.nickname}.
     *
     * @return nothing if the database is what the history makes of it
     * @throws MigrateException if the database is not under version control, is half way through a revision or is at one
     *     that the history doesn't have; if a migration fails on the scratch database; if the scratch server is of another
     *     major; if either side can't be read
     */
    public List<String> of(DataSource database) {
        Migrate migrate = history.apply(database);
        Status status = migrate.status();
        requireComparable(status, migrate.graph());
        try {
            SearchPath path;
            ServerVersion server;
            // Not kept open, as it would lie idle while the history runs.
            try (Connection connection = database.getConnection()) {
                path = SearchPath.of(connection);
                server = version(connection);
            }
            try (ScratchDatabase replayed = scratch.apply(server.major()).create()) {
                CatalogScope scope = replay(replayed.dataSource(), status.current(), path, server);
                Schema actual = read(database, scope);
                // Reading it fails if no schema of the search path exists.
                String defaultSchema = path.schemas().get(0);
                return lines(
                        DefinedObjects.within(scope, read(replayed.dataSource(), scope), defaultSchema),
                        DefinedObjects.within(scope, actual, defaultSchema),
                        DiffOptions.CATALOGS.server(server).defaultSchema(defaultSchema));
            }
        } catch (SQLException e) {
            throw new MigrateException("The database cannot be compared with its history: " + e.getMessage(), e);
        }
    }

    private static void requireComparable(Status status, RevisionGraph graph) {
        status.interrupted().stream().findFirst().ifPresent(one -> {
            throw new MigrateException(one.message());
        });
        Set<String> rows = status.current();
        if (rows.isEmpty() && status.journal().isEmpty()) {
            throw new MigrateException(
                    "The database is not under version control: no revision was ever applied to it or"
                            + " stamped, so nothing says what it should have. Run: mvn migrate:upgrade. If it has its tables"
                            + " already, record the revision that it is at: mvn migrate:stamp -Dmigrate.revision=<id>. If its"
                            + " version table has another name or schema, give it: -Dmigrate.versionTable, -Dmigrate.versionSchema.");
        }
        // Throws if a row is unknown.
        Planner.appliedHeads(graph, rows);
    }

    /**
     * Applies the history up to these revisions.
     *
     * @return what is to be read: the filter's schemas, and those that the history has created or has put tables into
     */
    private CatalogScope replay(DataSource database, Set<String> revisions, SearchPath path, ServerVersion server)
            throws SQLException {
        try (Connection connection = database.getConnection()) {
            requireSameMajor(version(connection), server);
            path.applyTo(connection);
        }
        Migrate migrate = history.apply(database);
        // The version table and its schema are there from the start, so that no revision seems to have made them.
        migrate.stamp("base");
        Set<String> before = schemas(database);
        if (!revisions.isEmpty()) {
            Replay.run(migrate, String.join(",", revisions));
        }
        Set<String> created = schemas(database);
        created.removeAll(before);
        try (Connection connection = database.getConnection()) {
            created.addAll(new CatalogReader().schemasBeyond(connection, filter));
        }
        return filter.and(created);
    }

    private static void requireSameMajor(ServerVersion scratch, ServerVersion database) {
        if (scratch.major() != database.major()) {
            throw new MigrateException(
                    "The scratch database is on PostgreSQL " + scratch.major() + ", and the database on "
                            + database.major()
                            + ": their catalogs can't be compared. Replay the history on a server of the same"
                            + " major: -Dmigrate.devDatabase=embedded:" + database.major()
                            + ", or the URL of one, -Dmigrate.devDatabase=jdbc:postgresql://….");
        }
    }

    private static ServerVersion version(Connection connection) throws SQLException {
        return ServerVersion.ofMajor(connection.getMetaData().getDatabaseMajorVersion());
    }

    private static Schema read(DataSource database, CatalogScope scope) throws SQLException {
        try (Connection connection = database.getConnection()) {
            return new CatalogReader().read(connection, scope);
        }
    }

    /** All but PostgreSQL's own. */
    private static Set<String> schemas(DataSource database) throws SQLException {
        Set<String> schemas = new TreeSet<>();
        try (Connection connection = database.getConnection();
                ResultSet rows = connection.getMetaData().getSchemas()) {
            while (rows.next()) {
                String schema = rows.getString("TABLE_SCHEM");
                if (!schema.startsWith("pg_") && !schema.equals("information_schema")) {
                    schemas.add(schema);
                }
            }
        }
        return schemas;
    }

    /** What differs by kind and name, without what would only have to go and come back for it. */
    private static List<String> lines(Schema expected, Schema actual, DiffOptions options) {
        List<Reversible> operations = SchemaDiff.diff(expected, actual, options).operations();
        Set<Reversible> all = new HashSet<>(operations);
        List<String> lines = DetectedText.of(operations.stream()
                .filter(operation -> !all.contains(operation.inverse()))
                .toList());
        Set<String> known = new HashSet<>(lines);
        return Stream.concat(
                        lines.stream()
                                .map(line -> isBoth(line, "Removed ", "Added ", known)
                                                || isBoth(line, "Added ", "Removed ", known)
                                        ? "Changed " + object(line)
                                        : line),
                        DefinedObjects.changes(expected, actual).stream())
                .distinct()
                .sorted(Comparator.comparing(Drift::object).thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    /** A line without its verb. */
    private static String object(String line) {
        return line.substring(line.indexOf(' ') + 1);
    }

    /** Whether an object of another definition has taken the place of one that is called the same. */
    private static boolean isBoth(String line, String verb, String opposite, Set<String> lines) {
        return line.startsWith(verb) && lines.contains(opposite + line.substring(verb.length()));
    }
}
