package dev.migrate.runtime.live;

import dev.migrate.ddl.SqlIdentifiers;
import dev.migrate.runtime.TouchedTables;
import dev.migrate.schema.Literals;
import dev.migrate.schema.QualifiedName;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Tells whether all tables that a revision touches are so small that it can lock them until it commits. Rows are
 * estimated as the planner does it: the pages that a table has now, and the rows that a page had when the table was
 * analyzed or vacuumed last (PostgreSQL manual, 76.1 Row Estimation Examples). A table of which nothing is known counts as
 * if each page were full of the shortest rows.
 */
final class SmallTables {

    /** A row without columns: its header, and the pointer to it (PostgreSQL manual, 73.6 Database Page Layout). */
    private static final int SHORTEST_ROW = 28;

    private final Connection connection;
    private final long onlineFrom;

    SmallTables(Connection connection, long onlineFrom) {
        this.connection = connection;
        this.onlineFrom = onlineFrom;
    }

    private record Size(String table, long rows, boolean hasLeftover) {}

    /**
     * Why a revision can run in one transaction; empty if it has to run online, because a table isn't small or has an
     * INVALID index, whose name may be in the way.
     */
    Optional<String> reason(TouchedTables touched) throws SQLException {
        List<Size> sizes = touched.relations().isEmpty() ? List.of() : sizes(touched);
        if (sizes.stream().anyMatch(size -> size.rows() >= onlineFrom || size.hasLeftover())) {
            return Optional.empty();
        }
        return Optional.of(
                sizes.isEmpty()
                        ? "its tables are new"
                        : "its tables have fewer than " + onlineFrom + " rows each (onlineFrom)");
    }

    private List<Size> sizes(TouchedTables touched) throws SQLException {
        List<Size> sizes = new ArrayList<>();
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            try (ResultSet rows = statement.executeQuery(sql(touched))) {
                while (rows.next()) {
                    sizes.add(new Size(rows.getString(1), rows.getLong(2), rows.getBoolean(3)));
                }
            }
        }
        return sizes;
    }

    private static String sql(TouchedTables touched) {
        String named = touched.relations().stream()
                .map(name -> "(" + relation(name) + ", " + touched.detached().contains(name) + ")")
                .collect(Collectors.joining(", "));
        return """
                WITH RECURSIVE named (relation, detached) AS (
                    VALUES %s
                ), touched (relation) AS (
                    SELECT coalesce((SELECT indrelid FROM pg_index WHERE indexrelid = relation), relation)
                    FROM named
                    WHERE relation IS NOT NULL
                    UNION
                    SELECT confrelid FROM named JOIN pg_constraint ON conrelid = relation AND contype = 'f' WHERE detached
                ), members (root, relation) AS (
                    SELECT relation, relation FROM touched
                    UNION
                    SELECT root, inhrelid FROM members JOIN pg_inherits ON inhparent = relation
                ), server (page) AS (
                    SELECT current_setting('block_size')::integer
                )
                SELECT root::regclass::text,
                    coalesce(sum(
                        CASE WHEN reltuples > 0 AND relpages > 0 THEN reltuples / relpages ELSE page / %s END
                        * (pg_relation_size(relation) / page)), 0)::bigint,
                    bool_or(EXISTS (SELECT FROM pg_index WHERE indrelid = relation AND NOT indisvalid) AND relkind <> 'p')
                FROM members JOIN pg_class ON pg_class.oid = relation CROSS JOIN server
                GROUP BY root
                ORDER BY 1""".formatted(named, SHORTEST_ROW);
    }

    private static String relation(QualifiedName name) {
        return "to_regclass(" + Literals.string(SqlIdentifiers.quote(name)) + ")::oid";
    }
}
