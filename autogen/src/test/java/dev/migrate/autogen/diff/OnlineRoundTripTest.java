package dev.migrate.autogen.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.autogen.catalog.CatalogReader;
import dev.migrate.autogen.catalog.CatalogScope;
import dev.migrate.autogen.java.Paragraph;
import dev.migrate.autogen.online.OnlineOptions;
import dev.migrate.autogen.online.OnlineRewrite;
import dev.migrate.ddl.DdlRenderer;
import dev.migrate.ddl.ServerVersion;
import dev.migrate.dump.SchemaDump;
import dev.migrate.operation.Operation;
import dev.migrate.schema.Schema;
import dev.migrate.testing.PostgresTest;
import dev.migrate.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What is rewritten for tables in use leads where the plain operations lead, between random schemas and in both
 * directions. Each statement is a transaction of its own, the least that the steps can rely on.
 */
@PostgresTest
@Tag("random")
class OnlineRoundTripTest {

    private static final int PAIRS = RandomPairs.count(20);
    private static final int FROM = RandomPairs.FROM;

    private final CatalogReader reader = new CatalogReader();

    @Test
    void fromAnySchemaToAnyOtherAndBack(TestDatabase database) throws SQLException {
        List<String> failures = new ArrayList<>();
        ServerVersion server = new ServerVersion(Integer.parseInt(database.query("SHOW server_version_num")));
        try (Connection connection = database.connect()) {
            run(connection, "CREATE SCHEMA extensions; CREATE EXTENSION btree_gist SCHEMA extensions");
            run(connection, "SET jit = off"); // Compiling the catalog queries takes longer than running them.
            for (int pair = FROM; pair < FROM + PAIRS; pair++) {
                try {
                    roundTrip(connection, server, pair);
                } catch (SQLException | RuntimeException | AssertionError e) {
                    failures.add("pair " + pair + ": " + e.getMessage());
                }
            }
        }
        assertThat(failures).isEmpty();
    }

    private void roundTrip(Connection connection, ServerVersion server, int pair) throws SQLException {
        DdlRenderer ddl = new DdlRenderer(server);
        DiffOptions options = DiffOptions.CATALOGS.server(server);
        build(connection, ddl, server, options, 2L * pair + 1);
        Schema to = read(connection);
        String dumpTo = SchemaDump.of(connection);
        build(connection, ddl, server, options, 2L * pair);
        Schema from = read(connection);
        String dumpFrom = SchemaDump.of(connection);

        OnlineRewrite rewrite = OnlineRewrite.of(SchemaDiff.diff(from, to, options), OnlineOptions.ONLINE);
        apply(connection, ddl, rewrite.upgrade());
        assertThat(SchemaDump.of(connection)).as("up").isEqualTo(dumpTo);
        apply(connection, ddl, rewrite.downgrade());
        assertThat(SchemaDump.of(connection)).as("down").isEqualTo(dumpFrom);
    }

    private static void build(
            Connection connection, DdlRenderer ddl, ServerVersion server, DiffOptions options, long seed)
            throws SQLException {
        run(connection, "DROP SCHEMA IF EXISTS audit CASCADE; DROP SCHEMA public CASCADE; CREATE SCHEMA public");
        for (Operation operation : SchemaDiff.diff(Schema.EMPTY, RandomSchemas.schema(seed, server), options)
                .operations()) {
            apply(connection, ddl, operation);
        }
    }

    private Schema read(Connection connection) {
        return reader.read(connection, CatalogScope.ofSchemas(Arrays.asList(null, "audit")))
                .withExtensions(List.of());
    }

    private static void apply(Connection connection, DdlRenderer ddl, List<Paragraph> steps) throws SQLException {
        for (Paragraph step : steps) {
            for (Operation operation : step.operations()) {
                apply(connection, ddl, operation);
            }
        }
    }

    private static void apply(Connection connection, DdlRenderer ddl, Operation operation) throws SQLException {
        for (dev.migrate.operation.Statement statement : ddl.render(operation)) {
            run(connection, statement.sql());
        }
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new SQLException(e.getMessage() + "\n" + sql, e);
        }
    }
}
