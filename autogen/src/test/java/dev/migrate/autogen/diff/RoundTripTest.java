package dev.migrate.autogen.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.autogen.catalog.CatalogReader;
import dev.migrate.autogen.catalog.CatalogScope;
import dev.migrate.ddl.DdlRenderer;
import dev.migrate.ddl.ServerVersion;
import dev.migrate.dump.SchemaDump;
import dev.migrate.operation.Operation;
import dev.migrate.operation.Reversible;
import dev.migrate.schema.Schema;
import dev.migrate.testing.PostgresTest;
import dev.migrate.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The proof of the differ: for pairs of random schemas A and B, the migration from A to B leaves exactly the catalog that
 * B built directly has, a second comparison finds nothing, and the way back leaves exactly A's.
 */
@PostgresTest
class RoundTripTest {

    private static final int PAIRS = Integer.getInteger("migrate.roundtrips", 100);

    private final CatalogReader reader = new CatalogReader();

    @Test
    void fromAnySchemaToAnyOtherAndBack(TestDatabase database) throws SQLException {
        List<String> failures = new ArrayList<>();
        try (Connection connection = database.connect()) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("SET jit = off"); // Compiling the catalog queries takes longer than running them.
            }
            connection.setAutoCommit(false);
            ServerVersion server = new ServerVersion(Integer.parseInt(database.query("SHOW server_version_num")));
            for (int pair = 0; pair < PAIRS && failures.size() < 5; pair++) {
                try {
                    new RoundTrip(connection, server, pair).run();
                } catch (SQLException | RuntimeException | AssertionError e) {
                    failures.add("pair " + pair + ": " + e.getMessage() + "\n");
                }
                connection.rollback();
            }
        }
        assertThat(failures).isEmpty();
    }

    private final class RoundTrip {
        private final Connection connection;
        private final DdlRenderer ddl;
        private final DiffOptions options;
        private final Schema wantedFrom;
        private final Schema wantedTo;

        RoundTrip(Connection connection, ServerVersion server, int pair) {
            this.connection = connection;
            this.ddl = new DdlRenderer(server);
            this.options = DiffOptions.CATALOGS.server(server);
            this.wantedFrom = RandomSchemas.schema(2L * pair);
            this.wantedTo = RandomSchemas.schema(2L * pair + 1);
        }

        void run() throws SQLException {
            apply(SchemaDiff.diff(Schema.EMPTY, wantedTo, options).operations());
            Schema to = read();
            String dumpTo = SchemaDump.of(connection);
            connection.rollback();

            apply(SchemaDiff.diff(Schema.EMPTY, wantedFrom, options).operations());
            Schema from = read();
            String dumpFrom = SchemaDump.of(connection);

            Difference difference = SchemaDiff.diff(from, to, options);
            apply(difference.operations());
            assertSameDump(dumpTo, "up", difference.operations());
            assertThat(SchemaDiff.diff(read(), to, options).operations()).isEmpty();

            apply(difference.inverse());
            assertSameDump(dumpFrom, "down", difference.inverse());
            assertThat(SchemaDiff.diff(read(), from, options).operations()).isEmpty();
        }

        /** Whole dumps are compared; a failure shows the lines that differ. */
        private void assertSameDump(String expected, String direction, List<Reversible> operations)
                throws SQLException {
            String actual = SchemaDump.of(connection);
            if (!actual.equals(expected)) {
                throw new AssertionError(direction + "\nmissing:\n" + minus(expected, actual) + "\nunexpected:\n"
                        + minus(actual, expected) + "\nafter:\n" + lines(operations));
            }
        }

        /** The lines of one dump that the other lacks, with the object that each belongs to. */
        private static String minus(String dump, String other) {
            List<String> lines = new ArrayList<>(qualified(dump));
            lines.removeAll(qualified(other));
            return String.join("\n", lines);
        }

        private static List<String> qualified(String dump) {
            List<String> lines = new ArrayList<>();
            String object = "";
            for (String line : dump.lines().toList()) {
                object = line.startsWith(" ") ? object : line;
                lines.add(object + ":" + line);
            }
            return lines;
        }

        private Schema read() {
            return reader.read(connection, CatalogScope.ofSchemas(Arrays.asList(null, "audit")))
                    .withExtensions(List.of());
        }

        private void apply(List<Reversible> operations) throws SQLException {
            for (Operation operation : operations) {
                for (dev.migrate.ddl.Statement sql : ddl.render(operation)) {
                    try (Statement statement = connection.createStatement()) {
                        statement.execute(sql.sql());
                    } catch (SQLException e) {
                        throw new SQLException(e.getMessage() + "\n" + sql.sql() + "\nof:\n" + lines(operations), e);
                    }
                }
            }
        }

        private String lines(List<Reversible> operations) {
            StringBuilder lines = new StringBuilder();
            operations.forEach(operation -> ddl.render(operation)
                    .forEach(sql -> lines.append("  ").append(sql.sql()).append('\n')));
            return lines.toString();
        }
    }
}
