package dev.migrate.runtime.live;

import dev.migrate.RunListener;
import dev.migrate.ddl.LoneStatement.BuildIndex;
import dev.migrate.ddl.LoneStatement.Reindex;
import dev.migrate.ddl.SqlIdentifiers;
import dev.migrate.runtime.connection.RedactedException;
import dev.migrate.runtime.connection.Redaction;
import dev.migrate.runtime.connection.SqlErrors;
import dev.migrate.runtime.journal.CatalogState;
import dev.migrate.schema.Literals;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The indexes that an interrupted concurrent build leaves behind: INVALID ones, which every write keeps up and no query
 * uses (PostgreSQL manual, CREATE INDEX, "Building Indexes Concurrently"; REINDEX, "Rebuilding Indexes Concurrently").
 */
final class IndexLeftovers {

    private static final Logger LOG = LoggerFactory.getLogger(IndexLeftovers.class);

    /**
     * An index.
     *
     * @param name as SQL, with its schema
     * @param named whether it has the name that the statement gives
     * @param earlier whether it was there before the statement
     */
    private record Found(long oid, String name, boolean valid, boolean named, boolean earlier) {}

    private final Connection connection;
    private final RunListener listener;
    private final Settlement.Clearing clearing;
    private final Redaction redaction;

    IndexLeftovers(Connection connection, RunListener listener, Settlement.Clearing clearing, Redaction redaction) {
        this.connection = connection;
        this.listener = listener;
        this.clearing = clearing;
        this.redaction = redaction;
    }

    /**
     * Drops the INVALID index of an interrupted build.
     *
     * @param before the oids of the table's indexes before it; null if the statement hasn't been begun
     * @return whether the build was completed
     */
    boolean settle(BuildIndex build, @Nullable String before) throws SQLException {
        boolean complete = false;
        for (Found index : indexes(build, before)) {
            boolean own = build.name().isPresent() ? index.named() : !index.earlier();
            if (own && !index.valid()) {
                drop(index.name());
            } else if (own && !index.earlier()) {
                complete |= build.name().isPresent() || hasDefinition(index, build);
            }
        }
        return complete;
    }

    private List<Found> indexes(BuildIndex build, @Nullable String before) throws SQLException {
        String named = build.name()
                .map(name -> "coalesce(relname = " + CatalogState.bare(name) + ", false)")
                .orElse("false");
        String earlier = before == null ? "true" : "indexrelid = ANY (" + Literals.string(before) + "::oid[])";
        return found(
                """
                SELECT indexrelid::bigint, format('%%I.%%I', nspname, relname), indisvalid, %s, %s
                FROM pg_index
                JOIN pg_class ON pg_class.oid = indexrelid AND relkind = 'i'
                JOIN pg_namespace ON pg_namespace.oid = relnamespace
                WHERE indrelid = %s
                    AND NOT %s
                ORDER BY 1""".formatted(named, earlier, CatalogState.relation(build.table()), CatalogState.isBeingBuiltSql()));
    }

    /** Drops the transient indexes of an interrupted rebuild: the new ones that never became valid, the old ones. */
    void dropTransient(Reindex reindex, @Nullable String before) throws SQLException {
        String sql = """
                SELECT indexrelid::bigint, format('%%I.%%I', index_schema.nspname, index.relname), indisvalid, true, false
                FROM pg_index
                JOIN pg_class AS index ON index.oid = indexrelid AND index.relname ~ '_cc(new|old)[0-9]*$'
                JOIN pg_namespace AS index_schema ON index_schema.oid = index.relnamespace
                LEFT JOIN pg_class AS toasted ON toasted.reltoastrelid = indrelid
                JOIN pg_class AS owner ON owner.oid = coalesce(toasted.oid, indrelid)
                WHERE NOT indisvalid AND indexrelid <> ALL (%s::oid[]) AND %s
                ORDER BY 1""".formatted(Literals.string(before == null ? "{}" : before), within(reindex));
        for (Found index : found(sql)) {
            drop(index.name());
        }
    }

    private static String within(Reindex reindex) {
        return switch (reindex.scope()) {
            case INDEX ->
                "owner.oid IN (SELECT indrelid FROM pg_index WHERE indexrelid = "
                        + CatalogState.relation(reindex.name()) + ")";
            case TABLE ->
                "(owner.oid = " + CatalogState.relation(reindex.name())
                        + " OR owner.oid IN (SELECT relid FROM pg_partition_tree("
                        + CatalogState.relation(reindex.name()) + ")))";
            case SCHEMA -> "owner.relnamespace = to_regnamespace(" + Literals.string(reindex.name()) + ")";
            case DATABASE -> "true";
        };
    }

    private List<Found> found(String sql) throws SQLException {
        List<Found> found = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                found.add(new Found(
                        rows.getLong(1),
                        rows.getString(2),
                        rows.getBoolean(3),
                        rows.getBoolean(4),
                        rows.getBoolean(5)));
            }
        }
        return found;
    }

    private void drop(String index) throws SQLException {
        listener.notice("Dropping the INVALID index " + index + ", which an interrupted build left behind");
        clearing.run("DROP INDEX CONCURRENTLY IF EXISTS " + index);
    }

    /**
     * Whether an index is what a build without a name makes. PostgreSQL says so: it builds the same on an empty table
     * with the same columns, and prints both.
     */
    private boolean hasDefinition(Found index, BuildIndex build) throws SQLException {
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            // The table keeps its name, which expressions may use.
            String bareName =
                    text(statement, "SELECT relname FROM pg_class WHERE oid = " + CatalogState.relation(build.table()));
            String empty = "pg_temp." + SqlIdentifiers.quote(bareName);
            statement.execute(
                    "CREATE TEMPORARY TABLE " + SqlIdentifiers.quote(bareName) + " (LIKE " + build.table() + ")");
            statement.execute(build.on(empty));
            String expected = text(statement, "SELECT " + definition("indrelid = " + CatalogState.relation(empty)));
            return expected.equals(text(statement, "SELECT " + definition("indexrelid = " + index.oid())));
        } catch (SQLException e) {
            LOG.debug("The definition of {} can't be compared", index.name(), new RedactedException(e, redaction));
            listener.notice("Whether " + index.name() + " is what the interrupted statement has built can't be told: "
                    + SqlErrors.state(e) + ". It is built again: drop one of the two if they are the same.");
            return false;
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    /** What follows the names: {@code USING btree (a) WHERE (b > 0)}. */
    private static String definition(String condition) {
        return "(SELECT indisunique || substring(pg_get_indexdef(indexrelid) FROM ' USING .*') FROM pg_index WHERE "
                + condition + ")";
    }

    private static String text(Statement statement, String sql) throws SQLException {
        try (ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return String.valueOf(row.getString(1));
        }
    }
}
