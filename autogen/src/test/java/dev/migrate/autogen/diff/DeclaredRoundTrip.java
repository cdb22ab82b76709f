package dev.migrate.autogen.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.autogen.catalog.CatalogReader;
import dev.migrate.autogen.catalog.CatalogScope;
import dev.migrate.autogen.diff.text.Loss;
import dev.migrate.autogen.java.Paragraph;
import dev.migrate.autogen.online.OnlineOptions;
import dev.migrate.autogen.online.OnlineRewrite;
import dev.migrate.autogen.scratch.Canonicalizer;
import dev.migrate.ddl.DdlRenderer;
import dev.migrate.ddl.ServerVersion;
import dev.migrate.dump.SchemaDump;
import dev.migrate.operation.ColumnOperation.DropColumn;
import dev.migrate.operation.Operation;
import dev.migrate.operation.Reversible;
import dev.migrate.operation.TableOperation.DropTable;
import dev.migrate.schema.Column;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Table;
import dev.migrate.testing.PostgresServer;
import dev.migrate.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What autogenerate does, for a pair of schemas: the first is a database with rows, of which this history made a part; the
 * second is declared as entities declare, and prepared by the server. Up, down and up again:
 *
 * <ul>
 *   <li>after the upgrade, a second comparison finds nothing;
 *   <li>what others made is still there, unless it hangs on what went;
 *   <li>the downgrade leaves exactly what was there, the second upgrade what the first did;
 *   <li>rows keep their values in all that both have alike.
 * </ul>
 */
final class DeclaredRoundTrip implements AutoCloseable {

    /** A check that stays keeps the cast that its column needed while it had another type. */
    private static final Pattern CAST = Pattern.compile("\\((\\w+)\\)::[a-z]+");

    /** Runs between renewals. */
    private static final int RENEWAL = 40;

    /**
     * A failure.
     *
     * @param pair what fails
     * @param kind two of one kind have one cause, as far as one can tell
     */
    record Failure(SchemaPair pair, String kind, String message, boolean isRowsFault) {

        /** Whether PostgreSQL takes none of it. */
        boolean isRefusal() {
            return kind.matches("up (2B|42|0A|P0|22P02|55000).*");
        }

        /** Whether the first schema is impossible by itself. */
        boolean isUnbuilt() {
            return kind.startsWith("build");
        }
    }

    private final TestDatabase database;
    private final boolean isOnline;
    private final ServerVersion server;
    private final DdlRenderer ddl;
    private final CatalogReader reader = new CatalogReader();
    private Connection connection;
    private int runs;

    DeclaredRoundTrip(PostgresServer postgres, boolean isOnline) throws SQLException {
        this.database = postgres.newDatabase();
        this.isOnline = isOnline;
        this.server = postgres.version();
        this.ddl = new DdlRenderer(server);
        this.connection = database.connect();
        run("CREATE SCHEMA extensions; CREATE EXTENSION btree_gist SCHEMA extensions");
    }

    @Override
    public void close() throws SQLException {
        connection.close();
        database.close();
    }

    /**
     * Empty if all is well. Rows may stand in the way of a constraint or a type, and what isn't declared, in the way of what
     * is: PostgreSQL refuses the upgrade then, and the pair is run again without them.
     */
    Optional<Failure> run(SchemaPair pair) {
        Optional<Failure> failure = runPerhapsWithoutRows(pair);
        return failure.filter(Failure::isRefusal).isPresent()
                ? pair.onlyDeclared().flatMap(this::runPerhapsWithoutRows).filter(other -> !other.isUnbuilt())
                : failure;
    }

    private Optional<Failure> runPerhapsWithoutRows(SchemaPair pair) {
        Optional<Failure> failure = runAsItIs(pair);
        return failure.filter(Failure::isRowsFault).isPresent() ? runAsItIs(pair.withoutRows()) : failure;
    }

    Optional<Failure> runAsItIs(SchemaPair pair) {
        return new Run(pair).failure();
    }

    /** What was dropped is still in the catalog's files, and in the session's memory. */
    private void renew() throws SQLException {
        if (runs++ % RENEWAL == 0) {
            connection.close();
            connection = database.connect();
            run("VACUUM");
            run("SET jit = off"); // Compiling the catalog queries takes longer than running them.
        }
    }

    private void run(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new SQLException(e.getMessage() + "\n" + sql, e.getSQLState(), e);
        }
    }

    private void build(Schema schema) throws SQLException {
        connection.setAutoCommit(true);
        run("DROP SCHEMA IF EXISTS audit CASCADE; DROP SCHEMA public CASCADE; CREATE SCHEMA public");
        connection.setAutoCommit(false);
        for (Operation operation : SchemaDiff.diff(Schema.EMPTY, schema, DiffOptions.CATALOGS.server(server))
                .operations()) {
            for (dev.migrate.operation.Statement statement : ddl.render(operation)) {
                run(statement.sql());
            }
        }
        connection.setAutoCommit(true);
    }

    /** Whether the pair fails alike, and what is declared in it is possible in a database by itself. */
    boolean failsAlike(SchemaPair pair, Failure failure) {
        if (runAsItIs(pair).filter(other -> other.kind().equals(failure.kind())).isEmpty()) {
            return false;
        }
        try {
            build(Declaration.of(pair.to()));
            return true;
        } catch (SQLException | RuntimeException e) {
            return false;
        }
    }

    private Schema read() {
        return reader.read(connection, CatalogScope.ofSchemas(Arrays.asList(null, "audit")))
                .withExtensions(List.of());
    }

    private final class Run {
        private final SchemaPair pair;
        private final Elsewhere elsewhere;
        private final DiffOptions options;
        private String step = "build";
        private String done = "";
        private List<String> losses = List.of();

        Run(SchemaPair pair) {
            this.pair = pair;
            this.elsewhere = new Elsewhere(pair);
            this.options =
                    DiffOptions.ENTITIES.dropUnknown(elsewhere.isNothing()).server(server);
        }

        Optional<Failure> failure() {
            try {
                roundTrip();
                return Optional.empty();
            } catch (SQLException e) {
                return failure(e.getSQLState(), e, pair.hasRows() && mayFail(e));
            } catch (RuntimeException e) {
                return failure(e.getClass().getSimpleName(), e, false);
            } catch (AssertionError e) {
                return failure("", e, false);
            }
        }

        private Optional<Failure> failure(String kind, Throwable e, boolean isRowsFault) {
            return Optional.of(new Failure(
                    pair, (step + " " + kind).strip(), step + ": " + e.getMessage() + "\n" + done, isRowsFault));
        }

        private void roundTrip() throws SQLException {
            renew();
            build(pair.from());
            Schema before = read();
            if (pair.hasRows()) {
                new RandomRows(new Draws(pair.seed()), connection).fill(before);
            }
            String dumpBefore = SchemaDump.of(connection);

            step = "compare";
            Schema declared = canonical(before);
            Difference difference = SchemaDiff.diff(before, declared, options.created(elsewhere.created(before)));
            losses = Stream.concat(difference.operations().stream(), difference.inverse().stream())
                    .flatMap(operation -> Loss.of(operation).stream())
                    .toList();
            OnlineRewrite rewrite = OnlineRewrite.of(difference, OnlineOptions.ONLINE.online(isOnline));

            TableRows rows = TableRows.read(connection, before);
            step = "up";
            done = "up:\n" + script(rewrite.upgrade());
            apply(rewrite.upgrade());
            Schema after = read();
            String dumpAfter = SchemaDump.of(connection);
            step = "second comparison";
            Schema again = canonical(after);
            assertThat(script(SchemaDiff.diff(after, again, options.created(elsewhere.created(after)))
                            .operations()))
                    .isEmpty();
            step = "others' objects";
            assertThat(elsewhere.lost(before, declared, after)).isEmpty();
            step = "rows after up";
            TableRows rowsAfter = TableRows.read(connection, after);
            Map<QualifiedName, List<String>> kept = kept(before, after, difference.operations());
            assertThat(rowsAfter.of(kept)).isEqualTo(rows.of(kept));

            step = "down";
            done = done + "down:\n" + script(rewrite.downgrade());
            apply(rewrite.downgrade());
            assertSameLines(dumpBefore, SchemaDump.of(connection));
            step = "rows after down";
            assertThat(TableRows.read(connection, before).of(kept)).isEqualTo(rows.of(kept));

            step = "up again";
            apply(rewrite.upgrade());
            assertSameLines(dumpAfter, SchemaDump.of(connection));
            step = "rows after up again";
            assertThat(TableRows.read(connection, after).of(kept)).isEqualTo(rowsAfter.of(kept));
        }

        private Schema canonical(Schema live) {
            return new Canonicalizer(connection).canonicalize(Declaration.of(pair.to()), live);
        }

        /** In one transaction, as far as PostgreSQL lets them be. */
        private void apply(List<Paragraph> paragraphs) throws SQLException {
            connection.setAutoCommit(false);
            for (Paragraph paragraph : paragraphs) {
                for (Operation operation : paragraph.operations()) {
                    for (dev.migrate.operation.Statement statement : ddl.render(operation)) {
                        boolean isAlone =
                                !statement.transactional() || paragraph.alone().contains(operation);
                        connection.setAutoCommit(isAlone); // Commits what came before.
                        run(statement.sql());
                    }
                }
            }
            connection.setAutoCommit(true);
        }

        private String script(List<Paragraph> paragraphs) {
            return paragraphs.stream()
                    .map(paragraph -> script((Collection<? extends Operation>) paragraph.operations()))
                    .collect(Collectors.joining());
        }

        private String script(Collection<? extends Operation> operations) {
            return operations.stream()
                    .flatMap(operation -> ddl.render(operation).stream())
                    .map(statement -> "  " + statement.sql() + ";\n")
                    .collect(Collectors.joining());
        }

        /**
         * Whether it is the rows' fault: they break a constraint, the migration says that a value may not fit, or an
         * identity has no number behind them.
         */
        private boolean mayFail(SQLException e) {
            String state = e.getSQLState();
            return state.startsWith("23")
                    || (state.equals("22003") && String.valueOf(e.getMessage()).contains("SELECT setval("))
                    // A tsvector calls a value that it can't take a syntax error.
                    || ((state.startsWith("22") || state.equals("42601"))
                            && losses.stream().anyMatch(loss -> loss.startsWith("Fails")));
        }

        /** The columns whose values have to stay: such as are before and after, of one type. */
        private Map<QualifiedName, List<String>> kept(Schema before, Schema after, List<Reversible> operations) {
            Map<QualifiedName, List<String>> kept = new TreeMap<>();
            for (Table table : before.tables()) {
                List<Column> other =
                        after.table(table.name()).map(Table::columns).orElse(List.of());
                List<String> columns = table.columns().stream()
                        .filter(column -> other.stream().anyMatch(wanted -> isAlike(column, wanted)))
                        .filter(column -> operations.stream().noneMatch(operation -> drops(operation, table, column)))
                        .map(Column::name)
                        .toList();
                if (table.partitionOf() == null && table.partitioning() == null && !columns.isEmpty()) {
                    kept.put(table.name(), columns);
                }
            }
            return kept;
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
    }

    /** Shows the lines that differ, each with the object that it belongs to. */
    private static void assertSameLines(String expected, String actual) {
        if (!qualified(expected).equals(qualified(actual))) {
            throw new AssertionError(
                    "missing:\n" + beyond(expected, actual) + "\nunexpected:\n" + beyond(actual, expected));
        }
    }

    private static String beyond(String dump, String other) {
        List<String> lines = qualified(dump);
        lines.removeAll(qualified(other));
        return String.join("\n", lines);
    }

    private static List<String> qualified(String dump) {
        List<String> lines = new ArrayList<>();
        String object = "";
        for (String line : dump.lines().toList()) {
            object = line.startsWith(" ") ? object : line;
            lines.add(object + ":"
                    + (line.contains(" CHECK ") ? CAST.matcher(line).replaceAll("$1") : line));
        }
        return lines;
    }
}
