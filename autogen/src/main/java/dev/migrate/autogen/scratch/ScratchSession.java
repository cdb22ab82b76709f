package dev.migrate.autogen.scratch;

import dev.migrate.MigrateException;
import dev.migrate.autogen.catalog.CatalogReader;
import dev.migrate.autogen.catalog.CatalogScope;
import dev.migrate.ddl.DdlRenderer;
import dev.migrate.operation.ObjectOperation.CreateExtension;
import dev.migrate.operation.Statement;
import dev.migrate.schema.Extension;
import dev.migrate.schema.Schema;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A transaction that creates objects in {@code pg_temp}, reads them back, and is rolled back whatever happens. With the
 * search path beginning there, a name that DDL leaves unqualified is a temporary object's (PostgreSQL manual, 20.11.1
 * search_path). It needs the TEMP privilege and nothing else.
 */
final class ScratchSession implements AutoCloseable {

    /** A column and a table: what misses one that is declared is refused because that was. */
    private static final Set<String> CONSEQUENCES = Set.of("42703", "42P01");

    private static final String UNDEFINED_FUNCTION = "42883";

    private static final String CORRECT_MAPPING = "Correct the mapping that declares it, and run again";

    /** One in {@code pg_temp} would not be found (PostgreSQL manual, 20.11.1 search_path). */
    private static final String CREATE_FUNCTION =
            "; a function that the mapping declares, too, has to be created before, by a revision of its own";

    private static final String INVALID_TEXT = "22P02";

    /** Hibernate gives the type's values to the check, and to nothing else, if only a columnDefinition names it. */
    private static final String ADD_VALUE =
            "; an enum type that only a columnDefinition names has to get the value before, by a revision of its own:"
                    + " op.addEnumValue(…)";

    /** Something done between a savepoint and the return to it. */
    @FunctionalInterface
    interface Work<T> {
        T run() throws SQLException;
    }

    private final Connection connection;
    private final @Nullable Savepoint callers;
    private final DdlRenderer renderer;
    private final DefaultSchema defaultSchema;
    private final String usualPath;

    private ScratchSession(Connection connection, @Nullable Savepoint callers, Server server) {
        this.connection = connection;
        this.callers = callers;
        this.renderer = new DdlRenderer(server.version());
        this.defaultSchema = new DefaultSchema(server.currentSchema());
        this.usualPath = server.searchPath();
    }

    /**
     * Begins a transaction, or nests in the caller's if one is open.
     *
     * @throws MigrateException if the user may not create temporary objects, the server is a standby, or the caller's
     *     transaction is read-only
     */
    static ScratchSession open(Connection connection) throws SQLException {
        boolean ownsTransaction = connection.getAutoCommit();
        Server server = Server.of(connection);
        server.requireTemporary(ownsTransaction);
        if (ownsTransaction) {
            connection.setAutoCommit(false);
        }
        Savepoint callers = null;
        try {
            callers = ownsTransaction ? null : connection.setSavepoint();
            ScratchSession session = new ScratchSession(connection, callers, server);
            session.asARunDoes(ownsTransaction);
            session.searchPath(session.scratchPath());
            return session;
        } catch (SQLException | RuntimeException e) {
            try {
                end(connection, callers);
            } catch (SQLException lost) {
                e.addSuppressed(lost);
            }
            throw e;
        }
    }

    /** What names without a schema mean on this connection. */
    DefaultSchema defaultSchema() {
        return defaultSchema;
    }

    /**
     * What the entities declare is understood as a migration that says the same, and may take its time. That sessions are
     * read-only by default is said against changes, which there are none of.
     */
    private void asARunDoes(boolean ownsTransaction) throws SQLException {
        try (java.sql.Statement statement = connection.createStatement()) {
            statement.execute((ownsTransaction ? "SET TRANSACTION READ WRITE; " : "")
                    + "SET LOCAL standard_conforming_strings = on;"
                    + " SET LOCAL idle_in_transaction_session_timeout = 0;"
                    + " SELECT set_config(name, '0', true) FROM pg_settings WHERE name = 'transaction_timeout'");
        }
    }

    private String scratchPath() {
        return usualPath.isBlank() ? "pg_temp" : "pg_temp, " + usualPath;
    }

    private void searchPath(String path) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("SELECT set_config('search_path', ?, true)")) {
            statement.setString(1, path);
            statement.execute();
        }
    }

    /**
     * Creates extensions for the rest of the session, where extensions go: their types are needed before the migration
     * that creates them is written. One that is refused is left out, and missed by what needs it.
     */
    void createExtensions(List<String> extensions) throws SQLException {
        if (extensions.isEmpty()) {
            return;
        }
        searchPath(usualPath);
        for (String name : extensions) {
            CreateExtension create = new CreateExtension(Extension.of(name).ifNotExists());
            refusal(List.of(ScratchPart.whole("extension " + name, create, create)));
        }
        searchPath(scratchPath());
    }

    /** A function's body may mention what exists in reality only: it isn't looked at. */
    void checkNoBodies() throws SQLException {
        try (java.sql.Statement statement = connection.createStatement()) {
            statement.execute("SET LOCAL check_function_bodies = off");
        }
    }

    /** Does something and takes it back, together with the locks it took. */
    <T> T undone(Work<T> work) throws SQLException {
        Savepoint before = connection.setSavepoint();
        try {
            T done = work.run();
            goBack(before);
            return done;
        } catch (SQLException | RuntimeException e) {
            try {
                goBack(before);
            } catch (SQLException lost) {
                // What has failed is what is told.
                e.addSuppressed(lost);
            }
            throw e;
        }
    }

    private void goBack(Savepoint before) throws SQLException {
        connection.rollback(before);
        connection.releaseSavepoint(before);
    }

    /** The temporary objects there are. */
    Schema readBack() throws SQLException {
        return readBack(reader -> reader.read(connection, CatalogScope.ofTemporaryObjects()));
    }

    /** The temporary tables there are, with their sequences. */
    Schema readTablesBack() throws SQLException {
        return readBack(reader -> reader.readTables(connection, CatalogScope.ofTemporaryObjects()));
    }

    private Schema readBack(Function<CatalogReader, Schema> reading) throws SQLException {
        searchPath(usualPath);
        Schema read = reading.apply(new CatalogReader());
        searchPath(scratchPath());
        return read;
    }

    /**
     * Creates all parts.
     *
     * @throws MigrateException if PostgreSQL refuses one; the message names it
     */
    void create(List<ScratchPart> parts) throws SQLException {
        List<Refused> refused = createPossible(parts);
        if (!refused.isEmpty()) {
            throw refused.get(0).failure();
        }
    }

    /**
     * A part that PostgreSQL refuses.
     *
     * @param failure names everything in it that is refused by itself
     */
    record Refused(ScratchPart part, MigrateException failure) {}

    /** Creates the parts that can be created, and returns the others. */
    List<Refused> createPossible(List<ScratchPart> parts) throws SQLException {
        List<Refused> refused = new ArrayList<>();
        if (refusal(parts) != null) {
            for (ScratchPart part : parts) {
                SQLException refusal = refusal(List.of(part));
                if (refusal != null) {
                    refused.add(new Refused(part, together(explained(part, refusal))));
                }
            }
        }
        return refused;
    }

    /** One failure that says what all of them say. */
    static MigrateException together(List<MigrateException> failures) {
        MigrateException first = failures.get(0);
        return failures.size() == 1
                ? first
                : new MigrateException(
                        failures.stream().map(Throwable::getMessage).collect(Collectors.joining("\n")), first);
    }

    /**
     * Creates parts of which some need others, in an order that works.
     *
     * @throws MigrateException if PostgreSQL refuses one; the message names the first
     */
    void createInAnyOrder(List<ScratchPart> parts) throws SQLException {
        for (Map.Entry<ScratchPart, SQLException> refused :
                refusedInAnyOrder(parts).entrySet()) {
            throw explained(refused.getKey(), refused.getValue()).get(0);
        }
    }

    /** Creates what can be created, and returns what is refused by itself. */
    private Map<ScratchPart, SQLException> refusedInAnyOrder(List<ScratchPart> parts) throws SQLException {
        List<ScratchPart> waiting = parts;
        while (refusal(waiting) != null) {
            Map<ScratchPart, SQLException> refused = new LinkedHashMap<>();
            Map<ScratchPart, SQLException> causes = new LinkedHashMap<>();
            for (ScratchPart part : waiting) {
                SQLException refusal = refusal(List.of(part));
                if (refusal != null) {
                    refused.put(part, refusal);
                    if (!CONSEQUENCES.contains(String.valueOf(refusal.getSQLState()))) {
                        causes.put(part, refusal);
                    }
                }
            }
            if (refused.size() == waiting.size()) {
                return causes.isEmpty() ? refused : causes;
            }
            waiting = List.copyOf(refused.keySet());
        }
        return Map.of();
    }

    /** Creates the parts, or none of them if PostgreSQL refuses one; returns its refusal, or null. */
    @Nullable
    SQLException refusal(List<ScratchPart> parts) throws SQLException {
        if (parts.isEmpty()) {
            return null;
        }
        Savepoint before = connection.setSavepoint();
        try (java.sql.Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            statement.execute(parts.stream()
                    .flatMap(part -> renderer.render(part.operation()).stream())
                    .map(Statement::sql)
                    .collect(Collectors.joining(";\n")));
            connection.releaseSavepoint(before);
            return null;
        } catch (SQLException refusal) {
            try {
                goBack(before);
            } catch (SQLException lost) {
                refusal.addSuppressed(lost);
                throw refusal;
            }
            return refusal;
        }
    }

    /** Why a part is refused: because of each of its pieces that is, or as a whole. */
    private List<MigrateException> explained(ScratchPart part, SQLException refusal) throws SQLException {
        List<MigrateException> explained = new ArrayList<>();
        for (Map.Entry<ScratchPart, SQLException> piece :
                refusedInAnyOrder(part.pieces()).entrySet()) {
            explained.addAll(explained(piece.getKey(), piece.getValue()));
        }
        return explained.isEmpty() ? List.of(explanation(part, refusal)) : explained;
    }

    private MigrateException explanation(ScratchPart part, SQLException refusal) throws SQLException {
        String sql =
                renderer.render(part.declared()).stream().map(Statement::sql).collect(Collectors.joining(";\n"));
        String said = String.valueOf(refusal.getMessage());
        Optional<String> vetoed = EventTriggers.advice(said, connection);
        String advice =
                MissingExtension.advice(said, connection).or(() -> vetoed).orElseGet(() -> correct(refusal));
        return new MigrateException(
                "PostgreSQL refuses " + part.subject() + " as it is declared: " + message(refusal) + " " + advice
                        + " Declared:\n" + sql,
                refusal);
    }

    private static String correct(SQLException refusal) {
        String otherwise =
                switch (String.valueOf(refusal.getSQLState())) {
                    case UNDEFINED_FUNCTION -> CREATE_FUNCTION;
                    case INVALID_TEXT -> String.valueOf(refusal.getMessage()).contains(" enum ") ? ADD_VALUE : "";
                    default -> "";
                };
        return CORRECT_MAPPING + otherwise + ".";
    }

    /** The server's message, without the position in a text that nobody wrote. */
    private static String message(SQLException refusal) {
        return String.valueOf(refusal.getMessage())
                .lines()
                .map(String::strip)
                .filter(line -> !line.startsWith("Position:"))
                .map(line -> line.startsWith("ERROR: ") ? line.substring("ERROR: ".length()) : line)
                .map(line -> line.endsWith(".") ? line : line + ".")
                .collect(Collectors.joining(" "));
    }

    @Override
    public void close() throws SQLException {
        end(connection, callers);
    }

    private static void end(Connection connection, @Nullable Savepoint callers) throws SQLException {
        if (callers != null) {
            connection.rollback(callers);
        } else {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }
}
