package dev.migrate.runtime;

import static dev.migrate.operation.ColumnAlteration.alter;
import static dev.migrate.operation.DataChanges.rows;
import static dev.migrate.schema.Definitions.index;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.Migrate;
import dev.migrate.Operations;
import dev.migrate.Revision;
import dev.migrate.TransactionMode;
import dev.migrate.dump.SchemaDump;
import dev.migrate.testing.PostgresTest;
import dev.migrate.testing.Psql;
import dev.migrate.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** What a migration requires of the rows is checked before its first statement, live and in scripts. */
@PostgresTest
class RequirementTest {

    private static final String ORDERS = """
            CREATE TABLE customers (id int PRIMARY KEY);
            CREATE TABLE orders (id int PRIMARY KEY, note text, customer int, total int);
            """;

    static class Strict {
        @Revision(id = "0001", message = "strict orders")
        static class Orders implements OneWay {
            @Override
            public void upgrade(Operations op) {
                op.execute("CREATE TABLE made_first (id int)");
                op.createIndex(index("ix_orders_total").on("orders", "total").concurrently());
                op.require("orders.note has a value", "SELECT id FROM orders WHERE note IS NULL");
                op.alterColumn("orders", alter("note").notNull());
                op.require("orders.customer is one of customers", """
                        SELECT o.id, o.customer FROM orders o
                        WHERE customer IS NOT NULL AND NOT EXISTS (SELECT FROM customers c WHERE c.id = o.customer) -- orphans
                        """);
            }
        }
    }

    private static String dump(TestDatabase database) throws SQLException {
        try (Connection connection = database.connect()) {
            return SchemaDump.of(connection);
        }
    }

    @Test
    void rowsThatBreakRulesAreCountedAndNothingIsDone(TestDatabase database) throws SQLException {
        database.execute(ORDERS + """
                INSERT INTO orders SELECT n, CASE WHEN n > 400 THEN 'x' END, CASE WHEN n = 7 THEN 1 END
                FROM generate_series(1, 500) n""");
        Migrate migrate = TestHistory.configure(database, Strict.class).build();
        migrate.stamp("base");
        String before = dump(database);

        assertThatThrownBy(() -> migrate.upgrade("head")).hasMessage("""
                The upgrade of revision 0001 (strict orders) was refused, because rows break what it requires:
                  orders.note has a value: 400 rows break it (id = 1; id = 2; id = 3; ...)
                    SELECT id FROM orders WHERE note IS NULL
                  orders.customer is one of customers: 1 row breaks it (id = 7, customer = 1)
                    SELECT o.id, o.customer FROM orders o
                    WHERE customer IS NOT NULL AND NOT EXISTS (SELECT FROM customers c WHERE c.id = o.customer) -- orphans
                Migration: dev.migrate.runtime.RequirementTest$Strict$Orders
                Nothing of it was done; the database is at base.
                Correct these rows and run mvn migrate:upgrade again.""");
        assertThat(dump(database)).isEqualTo(before);

        database.execute("UPDATE orders SET note = coalesce(note, ''), customer = NULL");
        migrate.upgrade("head");
        assertThat(database.query("SELECT attnotnull FROM pg_attribute"
                        + " WHERE attrelid = 'orders'::regclass AND attname = 'note'"))
                .isEqualTo("t");
    }

    @Test
    void aScriptDoesTheSame(TestDatabase database) throws SQLException {
        database.execute(ORDERS + """
                INSERT INTO orders SELECT n, CASE WHEN n > 400 THEN 'x' END, CASE WHEN n = 7 THEN 1 END
                FROM generate_series(1, 500) n""");
        Migrate migrate = TestHistory.configure(database, Strict.class).build();
        migrate.stamp("base");
        String before = dump(database);
        StringBuilder script = new StringBuilder();
        migrate.upgradeSql("head", script);

        assertThat(Psql.run(database, script).replaceAll("line \\d+|:\\d+", "n").replaceAll(".*NOTICE.*\n", ""))
                .isEqualTo("""
                psql:script.sqln: ERROR:  Rows break what the migration requires:
                  orders.note has a value: 400 rows break it (id = 1; id = 2; id = 3; ...)
                  orders.customer is one of customers: 1 row breaks it (id = 7, customer = 1)
                HINT:  Correct these rows and run it again.
                CONTEXT:  PL/pgSQL function inline_code_block n at RAISE
                exit 3""");
        assertThat(dump(database)).isEqualTo(before);

        database.execute("UPDATE orders SET note = coalesce(note, ''), customer = NULL");
        assertThat(Psql.run(database, script)).endsWith("skipping\nexit 0");
        assertThat(database.query("SELECT revision FROM migrate_version")).isEqualTo("0001");
    }

    static class Filling {
        @Revision(id = "0001")
        static class Fill implements OneWay {
            @Override
            public void upgrade(Operations op) {
                op.require("orders has no negative total", "SELECT id FROM orders WHERE total < 0");
                op.execute("UPDATE orders SET note = 'filled'");
            }
        }

        @Revision(id = "0002", revises = "0001")
        static class Demand implements OneWay {
            @Override
            public void upgrade(Operations op) {
                op.alterColumn("orders", alter("note").notNull());
                op.require("orders.note is filled", "TABLE orders EXCEPT SELECT * FROM orders WHERE note = 'filled'");
            }
        }
    }

    @Test
    void whatAnEarlierRevisionOfTheSameRunHasDoneIsSeen(TestDatabase database) {
        database.execute(ORDERS + "INSERT INTO orders VALUES (1)");

        TestHistory.configure(database, Filling.class)
                .transaction(TransactionMode.RUN)
                .build()
                .upgrade("head");

        assertThat(database.query("SELECT note FROM orders")).isEqualTo("filled");
    }

    static class HalfWay {
        static boolean failing;

        @Revision(id = "0001")
        static class Change implements OneWay {
            @Override
            public void upgrade(Operations op) {
                op.require("orders.note is missing", "SELECT id FROM orders WHERE note IS NOT NULL");
                op.execute("UPDATE orders SET note = 'filled'");
                op.createIndex(index("ix_orders_total").on("orders", "total").concurrently());
                op.execute(failing ? "SELECT 1 / 0" : "SELECT 1");
            }
        }
    }

    @Test
    void aRunThatContinuesDoesNotCheckAgain(TestDatabase database) {
        database.execute(ORDERS + "INSERT INTO orders VALUES (1)");
        Migrate migrate = TestHistory.configure(database, HalfWay.class).build();
        HalfWay.failing = true;
        assertThatThrownBy(() -> migrate.upgrade("head")).hasMessageContaining("division by zero");

        HalfWay.failing = false;
        migrate.upgrade("head");

        assertThat(database.query("SELECT revision FROM migrate_version")).isEqualTo("0001");
    }

    static class Unknown {
        @Revision(id = "0001")
        static class Late implements OneWay {
            @Override
            public void upgrade(Operations op) {
                op.bulkInsert(rows("customers", "id").row(1));
                String schema = op.currentSchema();
                op.require("orders is empty", "SELECT id FROM " + schema + ".orders");
                op.execute("DROP TABLE orders");
            }
        }
    }

    @Test
    void oneThatOnlyTheDatabaseKnowsIsCheckedWhereItStands(TestDatabase database) {
        database.execute("CREATE SCHEMA shop; SET search_path = shop; " + ORDERS + "INSERT INTO orders VALUES (1)");
        Migrate migrate = TestHistory.configure(database, Unknown.class)
                .searchPath("shop")
                .build();

        assertThatThrownBy(() -> migrate.upgrade("head"))
                .hasMessageContaining("orders is empty: 1 row breaks it (id = 1)");
        assertThat(database.query("SELECT count(*) FROM shop.customers")).isEqualTo("0");

        database.execute("DELETE FROM shop.orders");
        migrate.upgrade("head");
        assertThat(database.query("SELECT count(*) FROM shop.customers")).isEqualTo("1");
    }

    static class Wrong {
        @Revision(id = "0001")
        static class Early implements OneWay {
            @Override
            public void upgrade(Operations op) {
                op.execute("ALTER TABLE orders ADD COLUMN state text");
                op.require("orders.state has a value", "SELECT id FROM orders WHERE state IS NULL");
            }
        }
    }

    @Test
    void aQueryThatPostgresRefusesIsShownWithItsRule(TestDatabase database) {
        database.execute(ORDERS);

        assertThatThrownBy(() ->
                        TestHistory.configure(database, Wrong.class).build().upgrade("head"))
                .hasMessage("""
                The upgrade of revision 0001 failed at the check of its requirement 'orders.state has a value':
                  SELECT id FROM orders WHERE state IS NULL
                  ERROR: column "state" does not exist
                Migration: dev.migrate.runtime.RequirementTest$Wrong$Early
                It was rolled back and left nothing behind; the database is at base.
                Correct the cause and run mvn migrate:upgrade again.
                Requirements are checked before the revision's first statement: their queries can use only what exists then.""");
    }

    static class Changing {
        @Revision(id = "0001")
        static class Deletion implements OneWay {
            @Override
            public void upgrade(Operations op) {
                op.require("nothing is deleted", "SELECT remove()");
            }
        }
    }

    @Test
    void aQueryCannotChangeAnything(TestDatabase database) {
        database.execute(ORDERS + """
                INSERT INTO customers VALUES (1);
                CREATE FUNCTION remove() RETURNS SETOF int LANGUAGE sql AS 'DELETE FROM customers RETURNING id'""");

        assertThatThrownBy(() ->
                        TestHistory.configure(database, Changing.class).build().upgrade("head"))
                .hasMessageContaining("cannot execute DELETE in a read-only transaction");
    }

    static class NoQuery {
        @Revision(id = "0001")
        static class Deletion implements OneWay {
            @Override
            public void upgrade(Operations op) {
                op.require("customers is empty", "DELETE FROM customers RETURNING id");
            }
        }
    }

    @Test
    void whatIsNoQueryIsRefused(TestDatabase database) {
        assertThatThrownBy(() ->
                        TestHistory.configure(database, NoQuery.class).build().upgrade("head"))
                .hasMessage("""
                Nothing was run, since it could not be completed:
                  upgrade of 0001: The requirement 'customers is empty' has: DELETE FROM customers RETURNING id
                Expected one query that returns the rows that break it, such as SELECT id FROM orders WHERE note IS NULL""");
    }
}
