package dev.migrate.autogen.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.autogen.catalog.CatalogReader;
import dev.migrate.autogen.catalog.CatalogScope;
import dev.migrate.autogen.diff.text.Loss;
import dev.migrate.autogen.java.Paragraph;
import dev.migrate.autogen.online.OnlineOptions;
import dev.migrate.autogen.online.OnlineRewrite;
import dev.migrate.ddl.DdlRenderer;
import dev.migrate.ddl.ServerVersion;
import dev.migrate.ddl.SqlIdentifiers;
import dev.migrate.operation.ColumnOperation.DropColumn;
import dev.migrate.operation.Operation;
import dev.migrate.operation.Reversible;
import dev.migrate.operation.TableOperation.DropTable;
import dev.migrate.schema.Column;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Table;
import dev.migrate.testing.PostgresTest;
import dev.migrate.testing.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Rows survive: where a random schema becomes what it might be later, up, down and up again, what both have alike holds the
 * same values. A row may stand in the way of a new constraint, or of a type that its value doesn't fit; nothing else may
 * fail. Every second migration is the one for tables in use.
 *
 * <p>The long run: {@code -Dmigrate.rowPairs=1000}, and {@code -Dmigrate.rowPairs.from} to begin at another pair.
 */
@PostgresTest
class RowsRoundTripTest {

    private static final int PAIRS = Integer.getInteger("migrate.rowPairs", 20);
    private static final int FROM = Integer.getInteger("migrate.rowPairs.from", 0);

    private final CatalogReader reader = new CatalogReader();

    @Test
    void rowsSurviveWhatHappensToTheirTables(TestDatabase database) throws SQLException {
        List<String> failures = new ArrayList<>();
        int passed = 0;
        ServerVersion server = new ServerVersion(Integer.parseInt(database.query("SHOW server_version_num")));
        try (Connection connection = database.connect()) {
            run(connection, "CREATE SCHEMA extensions; CREATE EXTENSION btree_gist SCHEMA extensions; SET jit = off");
            for (int pair = FROM; pair < FROM + PAIRS; pair++) {
                Pair each = new Pair(connection, server, pair);
                try {
                    each.roundTrip();
                    passed++;
                } catch (SQLException | RuntimeException | AssertionError e) {
                    if (!each.mayFail(e)) {
                        failures.add("pair " + pair + ": " + e.getMessage() + "\n");
                    }
                    if (!connection.getAutoCommit()) {
                        connection.rollback();
                    }
                }
            }
        }
        assertThat(failures).isEmpty();
        assertThat(passed).isGreaterThan(PAIRS / 4);
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new SQLException(e.getMessage() + "\n" + sql, e.getSQLState(), e);
        }
    }

    /** A schema with rows, and what it becomes. */
    private final class Pair {
        private final Connection connection;
        private final ServerVersion server;
        private final int number;
        private final DdlRenderer ddl;
        private final DiffOptions options;
        private List<String> losses = List.of();

        Pair(Connection connection, ServerVersion server, int number) {
            this.connection = connection;
            this.server = server;
            this.number = number;
            this.ddl = new DdlRenderer(server);
            this.options = DiffOptions.CATALOGS.server(server);
        }

        void roundTrip() throws SQLException {
            connection.setAutoCommit(true);
            build(RandomSchemas.later(number, server));
            Schema to = read();
            build(RandomSchemas.schema(number, server));
            Schema from = read();
            new RandomRows(new Draws(number), connection).fill(from);

            Difference difference = SchemaDiff.diff(from, to, options);
            losses = Stream.concat(difference.operations().stream(), difference.inverse().stream())
                    .flatMap(operation -> Loss.of(operation).stream())
                    .toList();
            OnlineRewrite rewrite = OnlineRewrite.of(difference, OnlineOptions.ONLINE.online(number % 2 == 1));
            Map<String, String> rows = rows(from, to, difference.operations());
            apply(rewrite.upgrade());
            assertThat(rows(from, to, difference.operations())).as("up").isEqualTo(rows);
            apply(rewrite.downgrade());
            assertThat(rows(from, to, difference.operations())).as("down").isEqualTo(rows);
            apply(rewrite.upgrade());
            assertThat(rows(from, to, difference.operations())).as("up again").isEqualTo(rows);
        }

        /**
         * Whether it is the rows' fault: they break a constraint, the migration says that a value may not fit, or an
         * identity has no number behind them.
         */
        boolean mayFail(Throwable failure) {
            if (!(failure instanceof SQLException e)) {
                return false;
            }
            String state = e.getSQLState();
            return state.startsWith("23")
                    || (state.equals("22003") && String.valueOf(e.getMessage()).contains("SELECT setval("))
                    // A tsvector calls a value that it can't take a syntax error.
                    || ((state.startsWith("22") || state.equals("42601"))
                            && losses.stream().anyMatch(loss -> loss.startsWith("Fails")));
        }

        private void build(Schema schema) throws SQLException {
            run(connection, "DROP SCHEMA IF EXISTS audit CASCADE; DROP SCHEMA public CASCADE; CREATE SCHEMA public");
            for (Operation operation :
                    SchemaDiff.diff(Schema.EMPTY, schema, options).operations()) {
                for (dev.migrate.ddl.Statement statement : ddl.render(operation)) {
                    run(connection, statement.sql());
                }
            }
        }

        private Schema read() {
            return reader.read(connection, CatalogScope.ofSchemas(Arrays.asList(null, "audit")))
                    .withExtensions(List.of());
        }

        /** In one transaction, as far as PostgreSQL lets them be. */
        private void apply(List<Paragraph> paragraphs) throws SQLException {
            connection.setAutoCommit(false);
            for (Paragraph paragraph : paragraphs) {
                for (Operation operation : paragraph.operations()) {
                    for (dev.migrate.ddl.Statement statement : ddl.render(operation)) {
                        boolean isAlone =
                                !statement.transactional() || paragraph.alone().contains(operation);
                        connection.setAutoCommit(isAlone); // Commits what came before.
                        run(connection, statement.sql());
                    }
                }
            }
            connection.setAutoCommit(true);
        }

        /** What both schemas have alike, by table. */
        private Map<String, String> rows(Schema from, Schema to, List<Reversible> operations) throws SQLException {
            Map<String, String> rows = new TreeMap<>();
            for (Table table : from.tables()) {
                List<Column> other = to.table(table.name()).map(Table::columns).orElse(List.of());
                String columns = table.columns().stream()
                        .filter(column -> other.stream().anyMatch(wanted -> isAlike(column, wanted)))
                        .filter(column -> operations.stream().noneMatch(operation -> drops(operation, table, column)))
                        .map(column -> SqlIdentifiers.quote(column.name()) + "::text")
                        .collect(Collectors.joining(", "));
                boolean isWhole = table.partitionOf() == null && table.partitioning() == null;
                if (isWhole && !columns.isEmpty()) {
                    String name = SqlIdentifiers.quote(table.name());
                    rows.put(
                            name,
                            query("SELECT string_agg(row(" + columns + ")::text, ' ' ORDER BY row(" + columns
                                    + ")::text) FROM ONLY " + name));
                }
            }
            return rows;
        }

        private static boolean isAlike(Column column, Column wanted) {
            return column.name().equals(wanted.name())
                    && column.type().equals(wanted.type())
                    && column.generated() == null
                    && wanted.generated() == null;
        }

        private static boolean drops(Reversible operation, Table table, Column column) {
            return (operation instanceof DropColumn drop
                            && drop.table().equals(table.name())
                            && drop.column().name().equals(column.name()))
                    || (operation instanceof DropTable gone
                            && gone.table().name().equals(table.name()));
        }

        private String query(String sql) throws SQLException {
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery(sql)) {
                row.next();
                return String.valueOf(row.getString(1));
            }
        }
    }
}
