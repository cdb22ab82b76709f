package dev.migrate.lint;

import static dev.migrate.operation.ColumnAlteration.alter;
import static dev.migrate.schema.Definitions.check;
import static dev.migrate.schema.Definitions.column;
import static dev.migrate.schema.Definitions.domain;
import static dev.migrate.schema.Definitions.expression;
import static dev.migrate.schema.Definitions.index;
import static dev.migrate.schema.Definitions.table;
import static dev.migrate.schema.Types.bigint;
import static dev.migrate.schema.Types.integer;
import static dev.migrate.schema.Types.text;
import static dev.migrate.schema.Types.type;
import static dev.migrate.schema.Types.varchar;
import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.Migrate;
import dev.migrate.Migration;
import dev.migrate.Operations;
import dev.migrate.operation.ColumnAlteration;
import dev.migrate.operation.Statement;
import dev.migrate.revision.Direction;
import dev.migrate.testing.PostgresTest;
import dev.migrate.testing.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What PostgreSQL does to tables in use, as it is measured, beside what lint says of it. */
@PostgresTest
class LintMeasuredTest {

    /** Tables that are in use, and what lint knows of them. */
    private static void tables(Operations op) {
        op.createDomain(domain("email", text()).check("email_at", "VALUE LIKE '%@%'"));
        op.createDomain(domain("label", text()));
        op.createTable(table("tenants").columns(column("id", bigint())).primaryKey("tenants_pkey", "id"));
        op.createTable(table("events").columns(column("n", integer()).notNull()).partitionByRange("n"));
        op.createTable(table("events_20").partitionOf("events", "FOR VALUES FROM (20) TO (30)"));
        op.execute("INSERT INTO events VALUES (20)");
        op.execute("CREATE TABLE logs (n int) PARTITION BY RANGE (n)");
        for (String other : List.of("archive", "checked")) {
            op.createTable(table(other).columns(column("n", integer()).notNull()));
        }
        op.addCheck("checked", check("bounds", "n >= 0 AND n < 10"));
        op.execute("INSERT INTO tenants VALUES (1)");
        op.createTable(table("agents")
                .columns(
                        column("id", bigint()).notNull(),
                        column("name", varchar(50)),
                        column("code", varchar(10)),
                        column("title", varchar(10)),
                        column("plain", varchar(10)),
                        column("mail", type("email")))
                .primaryKey("agents_pkey", "id")
                .check("agents_code_check", "code <> ''")
                .check("agents_code_given", "code IS NOT NULL"));
        op.addCheck("agents", check("agents_plain_check", "plain <> ''").notValid());
        op.createIndex(index("agents_name").on("agents", "name"));
        op.createIndex(index("agents_title").on("agents", expression("lower(title)")));
        op.createIndex(index("agents_code").on("agents", "code"));
        op.execute("INSERT INTO agents SELECT n, n, n, n, n FROM generate_series(1, 9) AS n");
    }

    private final StringBuilder found = new StringBuilder();

    @Test
    void changesOfTypes(TestDatabase database) throws SQLException {
        database.execute(statements(LintMeasuredTest::tables, "0001"));

        change(database, alter("plain").type(varchar(20)));
        change(database, alter("name").type(integer(), "name::integer"));
        change(database, alter("plain").type(text(), "plain"));
        change(database, alter("plain").type(text(), "plain::text"));
        change(database, alter("plain").type(text(), "upper(plain)"));
        change(database, alter("plain").type(varchar(10), "trim(plain)"));
        change(database, alter("plain").typeWithCollation(varchar(10), "\"C\""));
        change(database, alter("name").type(text()));
        change(database, alter("name").typeWithCollation(varchar(50), "\"C\""));
        change(database, alter("code").type(varchar(20)));
        change(database, alter("title").type(varchar(20)));
        raw(database, "ALTER TABLE agents ALTER plain TYPE text USING upper(plain)");
        raw(database, "ALTER TABLE agents ALTER name TYPE varchar(50) COLLATE \"C\"");
        raw(database, "ALTER TABLE agents ALTER name TYPE varchar(60)");

        assertThat(found).asString().isEqualTo("""
                … plain TYPE varchar(20)
                    nothing; lint: nothing
                … name TYPE integer USING name::integer
                    writes agents anew; lint: type-change-rewrite
                … plain TYPE text USING plain
                    nothing; lint: nothing
                … plain TYPE text USING plain::text
                    nothing; lint: nothing
                … plain TYPE text USING upper(plain)
                    writes agents anew; lint: type-change-rewrite
                … plain TYPE varchar(10) USING trim(plain)
                    writes agents anew; lint: type-change-rewrite
                … plain TYPE varchar(10) COLLATE "C"
                    nothing; lint: nothing
                … name TYPE text
                    nothing; lint: nothing
                … name TYPE varchar(50) COLLATE "C"
                    reads agents; lint: type-change-scan
                … code TYPE varchar(20)
                    reads agents; lint: type-change-scan
                … title TYPE varchar(20)
                    reads agents; lint: type-change-scan
                ALTER TABLE agents ALTER plain TYPE text USING upper(plain)
                    writes agents anew; lint: type-change-rewrite
                ALTER TABLE agents ALTER name TYPE varchar(50) COLLATE "C"
                    reads agents; lint: type-change-scan
                ALTER TABLE agents ALTER name TYPE varchar(60)
                    nothing; lint: nothing
                """);
    }

    @Test
    void newColumnsConstraintsAndPartitions(TestDatabase database) throws SQLException {
        database.execute(statements(LintMeasuredTest::tables, "0001"));

        raw(database, "ALTER TABLE agents ADD a text DEFAULT 'x' NOT NULL");
        raw(database, "ALTER TABLE agents ADD a uuid DEFAULT gen_random_uuid()");
        raw(database, "ALTER TABLE agents ADD a email");
        raw(database, "ALTER TABLE agents ADD a label");
        raw(database, "ALTER TABLE agents ADD a int GENERATED ALWAYS AS IDENTITY");
        raw(database, "ALTER TABLE agents ADD a text GENERATED ALWAYS AS (name) STORED");
        raw(database, "ALTER TABLE agents ADD a bigint REFERENCES tenants");
        raw(database, "ALTER TABLE agents ADD a bigint DEFAULT 1 REFERENCES tenants");
        raw(database, "ALTER TABLE agents ADD a text CHECK (a <> '')");
        raw(database, "ALTER TABLE agents ALTER name SET NOT NULL");
        raw(database, "ALTER TABLE agents ALTER code SET NOT NULL");
        raw(database, "ALTER TABLE agents ADD CHECK (name <> '')");
        raw(database, "ALTER TABLE agents ADD CHECK (name <> '') NOT VALID NO INHERIT");
        raw(database, "ALTER TABLE agents ADD UNIQUE (name)");
        raw(database, "ALTER TABLE agents SET (fillfactor = 70)");
        raw(database, "ALTER TABLE agents SET UNLOGGED");
        raw(database, "ALTER DOMAIN email ADD CHECK (VALUE <> '')");
        raw(database, "ALTER DOMAIN email VALIDATE CONSTRAINT email_at");
        raw(database, "ALTER TABLE events ADD UNIQUE (n)");
        raw(database, "ALTER TABLE ONLY events ADD UNIQUE (n)");
        raw(database, "ALTER TABLE ONLY agents ADD UNIQUE (name)");
        raw(database, "CREATE INDEX i ON events (n)");
        raw(database, "CREATE INDEX i ON ONLY events (n)");
        raw(database, "CREATE INDEX i ON ONLY logs (n)");
        raw(database, "CREATE INDEX i ON ONLY agents (name)");
        raw(database, "ALTER TABLE events ATTACH PARTITION archive FOR VALUES FROM (0) TO (10)");
        raw(database, "ALTER TABLE events ATTACH PARTITION checked FOR VALUES FROM (0) TO (10)");

        assertThat(found).asString().isEqualTo("""
                ALTER TABLE agents ADD a text DEFAULT 'x' NOT NULL
                    nothing; lint: nothing
                ALTER TABLE agents ADD a uuid DEFAULT gen_random_uuid()
                    writes agents anew; lint: add-column-rewrite
                ALTER TABLE agents ADD a email
                    writes agents anew; lint: add-column-rewrite
                ALTER TABLE agents ADD a label
                    nothing; lint: nothing
                ALTER TABLE agents ADD a int GENERATED ALWAYS AS IDENTITY
                    writes agents anew; lint: add-column-rewrite
                ALTER TABLE agents ADD a text GENERATED ALWAYS AS (name) STORED
                    writes agents anew; lint: add-column-rewrite
                ALTER TABLE agents ADD a bigint REFERENCES tenants
                    nothing; lint: foreign-key-without-index
                ALTER TABLE agents ADD a bigint DEFAULT 1 REFERENCES tenants
                    reads agents, reads tenants; lint: constraint-scan, foreign-key-without-index
                ALTER TABLE agents ADD a text CHECK (a <> '')
                    reads agents; lint: constraint-scan
                ALTER TABLE agents ALTER name SET NOT NULL
                    reads agents; lint: set-not-null-scan
                ALTER TABLE agents ALTER code SET NOT NULL
                    nothing; lint: nothing
                ALTER TABLE agents ADD CHECK (name <> '')
                    reads agents; lint: constraint-scan
                ALTER TABLE agents ADD CHECK (name <> '') NOT VALID NO INHERIT
                    nothing; lint: nothing
                ALTER TABLE agents ADD UNIQUE (name)
                    reads agents; lint: constraint-builds-index
                ALTER TABLE agents SET (fillfactor = 70)
                    nothing; lint: nothing
                ALTER TABLE agents SET UNLOGGED
                    writes agents anew; lint: blocking-command
                ALTER DOMAIN email ADD CHECK (VALUE <> '')
                    reads agents; lint: constraint-scan
                ALTER DOMAIN email VALIDATE CONSTRAINT email_at
                    reads agents; lint: constraint-scan
                ALTER TABLE events ADD UNIQUE (n)
                    reads events_20; lint: constraint-builds-index
                ALTER TABLE ONLY events ADD UNIQUE (n)
                    nothing; lint: nothing
                ALTER TABLE ONLY agents ADD UNIQUE (name)
                    reads agents; lint: constraint-builds-index
                CREATE INDEX i ON events (n)
                    reads events_20; lint: index-not-concurrent
                CREATE INDEX i ON ONLY events (n)
                    nothing; lint: nothing
                CREATE INDEX i ON ONLY logs (n)
                    nothing; lint: nothing
                CREATE INDEX i ON ONLY agents (name)
                    reads agents; lint: index-not-concurrent
                ALTER TABLE events ATTACH PARTITION archive FOR VALUES FROM (0) TO (10)
                    reads archive; lint: attach-partition
                ALTER TABLE events ATTACH PARTITION checked FOR VALUES FROM (0) TO (10)
                    nothing; lint: nothing
                """);
    }

    private void change(TestDatabase database, ColumnAlteration alteration) throws SQLException {
        measure(database, op -> op.alterColumn("agents", alteration));
    }

    private void raw(TestDatabase database, String sql) throws SQLException {
        measure(database, op -> op.execute(sql));
    }

    private void measure(TestDatabase database, Consumer<Operations> upgrade) throws SQLException {
        String sql = statements(upgrade, "0002");
        found.append(sql.replace("ALTER TABLE agents ALTER COLUMN", "…"))
                .append("\n    ")
                .append(measured(database, sql))
                .append("; lint: ")
                .append(linted(upgrade))
                .append('\n');
    }

    private static String statements(Consumer<Operations> upgrade, String revision) {
        Map<String, Migration> migrations = migrations(upgrade);
        LintCase.Running.set(migrations);
        Migrate migrate = LintCase.migrate(migrations);
        return migrate.record(revision, Direction.UPGRADE).statements().stream()
                .map(Statement::sql)
                .collect(Collectors.joining("; "));
    }

    private static Map<String, Migration> migrations(Consumer<Operations> upgrade) {
        Consumer<Operations> downgrade = op -> op.execute("SELECT 1");
        return Map.of(
                "0001", LintCase.migration(LintMeasuredTest::tables, downgrade),
                "0002", LintCase.migration(upgrade, downgrade));
    }

    private static String linted(Consumer<Operations> upgrade) {
        String rules = LintCase.lint(migrations(upgrade), "0001:0002").hazards().stream()
                .map(hazard -> hazard.rule().id())
                .distinct()
                .collect(Collectors.joining(", "));
        return rules.isEmpty() ? "nothing" : rules;
    }

    /** What a transaction that is rolled back does to files and how often it reads tables. */
    private static String measured(TestDatabase database, String sql) throws SQLException {
        try (Connection connection = database.connect();
                java.sql.Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute(
                    "CREATE TEMP TABLE before ON COMMIT DROP AS SELECT oid, pg_relation_filenode(oid) AS node,"
                            + " relname, relkind FROM pg_class WHERE relnamespace = 'public'::regnamespace");
            statement.execute(sql);
            try (ResultSet row = statement.executeQuery("""
                    SELECT coalesce(string_agg(
                        CASE WHEN pg_relation_filenode(oid) <> node THEN 'writes ' || relname || ' anew'
                             ELSE 'reads ' || relname END, ', ' ORDER BY relname), 'nothing')
                    FROM before
                    WHERE relkind = 'r' AND (pg_relation_filenode(oid) <> node OR pg_stat_get_xact_numscans(oid) > 0)""")) {
                row.next();
                return row.getString(1);
            } finally {
                connection.rollback();
            }
        }
    }
}
