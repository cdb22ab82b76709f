package dev.migrate.testing.cases;

import dev.migrate.ddl.ServerVersion;
import dev.migrate.operation.Operation;
import dev.migrate.testing.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.stream.Stream;

/**
 * An operation, and where it runs.
 *
 * @param name what it shows; the expected text has this name
 * @param oldest the oldest major that has it
 * @param newest the newest major to which the expected text applies
 * @param setup SQL that runs before, on top of what all cases have
 */
public record Case(String name, int oldest, int newest, String setup, Operation operation) {

    private static final String BASE = """
            CREATE TABLE tenants (id bigint PRIMARY KEY, code text, UNIQUE (id, code));
            CREATE TABLE agents (
                id bigint NOT NULL,
                name text,
                tenant_id bigint,
                age integer,
                slug varchar(20) DEFAULT 'x',
                created_at timestamptz
            );
            """;

    /** Every operation with every attribute, or those whose names match {@code -Dmigrate.test.cases}. */
    public static Stream<Case> all() {
        String names = System.getProperty("migrate.test.cases", ".*");
        return Stream.of(
                        TableCases.all(),
                        ConstraintCases.all(),
                        ModernConstraintCases.all(),
                        TypeCases.all(),
                        StatisticsCases.all(),
                        DefinitionCases.all(),
                        ObjectCases.all(),
                        AttributeCases.all(),
                        WrittenSqlCases.all())
                .flatMap(cases -> cases)
                .filter(each -> each.name.matches(names));
    }

    /** What has to be there before the operation runs. */
    public String before() {
        return BASE + setup;
    }

    /** On all versions. */
    static Case of(String name, Operation operation) {
        return new Case(name, ServerVersion.OLDEST_SUPPORTED, ServerVersion.NEWEST_TESTED, "", operation);
    }

    /** The database, as it is after {@link #clear}. */
    public static TestDatabase cleared(TestDatabase database) {
        clear(database);
        return database;
    }

    /** Takes away what cases have made. */
    public static void clear(TestDatabase database) {
        database.execute("""
                DO $$
                DECLARE
                    statement text;
                BEGIN
                    FOREACH statement IN ARRAY ARRAY (
                        -- The server needs an operator class to drop an index that gives it options.
                        SELECT format('DROP TABLE IF EXISTS %s CASCADE', oid::regclass) FROM pg_class
                        WHERE relkind IN ('r', 'p') AND oid >= 16384 AND relpersistence <> 't'
                        UNION ALL
                        SELECT format('DROP EXTENSION IF EXISTS %I CASCADE', extname) FROM pg_extension
                        WHERE extname <> 'plpgsql'
                        UNION ALL
                        SELECT format('DROP SCHEMA %I CASCADE', nspname) FROM pg_namespace
                        WHERE nspname !~ '^pg_' AND nspname <> 'information_schema')
                    LOOP
                        EXECUTE statement;
                    END LOOP;
                    CREATE SCHEMA public;
                END
                $$""");
    }

    /** What is in the table that operations on rows change. */
    public static String rows(Connection connection) throws SQLException {
        StringBuilder text = new StringBuilder();
        try (Statement statement = connection.createStatement()) {
            try (ResultSet exists = statement.executeQuery("SELECT to_regclass('public.agents') IS NOT NULL")) {
                exists.next();
                if (!exists.getBoolean(1)) {
                    return "";
                }
            }
            try (ResultSet rows = statement.executeQuery("SELECT a::text FROM public.agents a ORDER BY 1")) {
                while (rows.next()) {
                    text.append("row of agents ").append(rows.getString(1)).append('\n');
                }
            }
        }
        return text.toString();
    }

    Case since(int major) {
        return new Case(name, major, newest, setup, operation);
    }

    Case until(int major) {
        return new Case(name, oldest, major, setup, operation);
    }

    Case after(String sql) {
        return new Case(name, oldest, newest, sql, operation);
    }

    public boolean appliesTo(int major) {
        return oldest <= major && major <= newest;
    }

    @Override
    public String toString() {
        return name;
    }
}
