package dev.migrate.autogen.online;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.Migrate;
import dev.migrate.autogen.diff.text.LockNote;
import dev.migrate.testing.PostgresTest;
import dev.migrate.testing.TestDatabase;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each case is written, compiled and run on tables with rows. */
@PostgresTest
class OnlineRewriteTest {

    @TempDir
    Path classes;

    @Test
    void foreignKeysAndChecksAreAddedUncheckedAndThenChecked(TestDatabase database, TestDatabase other)
            throws Exception {
        OnlineProof proof = OnlineProof.ofOrders(database, other, """
                ALTER TABLE orders ADD CONSTRAINT orders_customer_fkey FOREIGN KEY (customer_id) REFERENCES customers (id),
                    ADD CONSTRAINT orders_amount_check CHECK (amount > 0);
                """, OnlineOptions.ONLINE);

        assertThat(proof.methods()).isEqualTo("""
                    @Override
                    public void upgrade(Operations op) {
                        // Checked before anything is done: if rows break a rule, nothing is changed.
                        op.require("orders: amount > 0 (orders_amount_check)", "SELECT id, amount FROM orders WHERE NOT (amount > 0)");
                        op.require(
                                "orders.customer_id refers to rows of customers (orders_customer_fkey)",
                                "SELECT id, customer_id FROM orders WHERE customer_id IS NOT NULL AND NOT EXISTS (SELECT FROM "
                                        + "customers AS target WHERE target.id = orders.customer_id)");

                        // Not valid yet: added without reading a row. Existing rows are checked below.
                        op.addCheck("orders", check("orders_amount_check", "amount > 0").notValid());
                        op.addForeignKey("orders", foreignKey("orders_customer_fkey", "customer_id")
                                .references("customers", "id")
                                .notValid());

                        // Checks existing rows while reads and writes go on,
                        // outside a transaction that would keep the locks of what it did before.
                        op.outsideTransaction(() -> op.validateConstraint("orders", "orders_amount_check"));
                        op.outsideTransaction(() -> op.validateConstraint("orders", "orders_customer_fkey"));
                    }

                    @Override
                    public void downgrade(Operations op) {
                        op.dropConstraint("orders", "orders_customer_fkey");
                        op.dropConstraint("orders", "orders_amount_check");
                    }
                """);
        proof.holds(classes);
    }

    @Test
    void indexesAreBuiltConcurrentlyAtTheEnd(TestDatabase database, TestDatabase other) throws Exception {
        database.execute("CREATE TABLE tags (name text); CREATE INDEX ix_old ON tags (name);");
        OnlineProof proof = OnlineProof.ofOrders(database, other, """
                CREATE TABLE tags (name text, size integer);
                CREATE INDEX ix_orders_customer ON orders (customer_id);
                ALTER TABLE customers ADD CONSTRAINT customers_email_key UNIQUE (email);
                CREATE TABLE letters (email varchar(100) REFERENCES customers (email));
                CREATE INDEX ix_letters ON letters (email);
                """, OnlineOptions.ONLINE);

        assertThat(proof.methods()).isEqualTo("""
                    @Override
                    public void upgrade(Operations op) {
                        // Checked before anything is done: if rows break a rule, nothing is changed.
                        op.require(
                                "Rows of customers have different values for email (customers_email_key)",
                                "SELECT id, email FROM customers WHERE email IN (SELECT email FROM customers GROUP BY email "
                                        + "HAVING count(*) > 1)");

                        op.createTable(table("letters").columns(column("email", varchar(100))));
                        op.createIndex(index("ix_letters").on("letters", "email"));
                        op.addColumn("tags", column("size", integer()));

                        // Built while writes go on, and outside a transaction, as PostgreSQL demands.
                        // Making a constraint of the index takes a moment.
                        op.createIndex(index("customers_email_key").on("customers", "email").unique().concurrently());
                        op.addUniqueUsingIndex("customers", "customers_email_key", "customers_email_key");

                        op.addForeignKey("letters", foreignKey("letters_email_fkey", "email").references("customers", "email"));

                        // Built while writes go on, outside a transaction, as PostgreSQL demands: therefore at the end.
                        op.createIndex(index("ix_orders_customer").on("orders", "customer_id").concurrently());

                        // Waits for queries that use the index without making others wait; outside a transaction, too.
                        op.dropIndexConcurrently("ix_old");
                    }

                    @Override
                    public void downgrade(Operations op) {
                        op.dropConstraint("letters", "letters_email_fkey");
                        op.dropConstraint("customers", "customers_email_key");

                        // Built while writes go on, outside a transaction, as PostgreSQL demands: therefore at the end.
                        op.createIndex(index("ix_old").on("tags", "name").concurrently());

                        // Waits for queries that use the index without making others wait; outside a transaction, too.
                        op.dropIndexConcurrently("ix_orders_customer");

                        // The values of tags.size are lost.
                        op.dropColumn("tags", "size");

                        // The rows of letters are lost.
                        op.dropTable("letters");
                    }
                """);
        proof.holds(classes);
    }

    @Test
    void whatIsDroppedIsThereUntilEverythingElseHasSucceeded(TestDatabase database, TestDatabase other)
            throws Exception {
        database.execute(
                "CREATE TABLE people (id bigint PRIMARY KEY, name text); INSERT INTO people VALUES (1, 'Ada')");
        database.execute("CREATE TABLE names (name text)");
        OnlineProof proof = OnlineProof.ofOrders(
                database,
                other,
                "CREATE TABLE people (id bigint PRIMARY KEY, full_name varchar(50) NOT NULL)",
                OnlineOptions.ONLINE.backfill(List.of("people.full_name=name || ' Lovelace'")));

        assertThat(proof.methods()).isEqualTo("""
                    @Override
                    public void upgrade(Operations op) {
                        // NULL at first, so that existing rows can get a value below.
                        op.addColumn("people", column("full_name", varchar(50)));

                        // Filled twice: once the check is there, no row without a value comes in any more.
                        // What is written to people.name once its row is filled goes with it, and is not in people.full_name:
                        // drop it in a later migration, unless nobody writes to it any more.
                        // The check is validated outside a transaction while writes go on; NOT NULL then relies on it instead
                        // of reading the table under a lock.
                        op.backfill(backfill("people").setSql("full_name", "name || ' Lovelace'").where("full_name IS NULL"));
                        op.addCheck("people", check("people_full_name_not_null_check", "full_name IS NOT NULL").notValid());
                        op.backfill(backfill("people").setSql("full_name", "name || ' Lovelace'").where("full_name IS NULL"));
                        op.outsideTransaction(() -> op.validateConstraint("people", "people_full_name_not_null_check"));
                        op.alterColumn("people", alter("full_name").notNull());
                        op.dropConstraint("people", "people_full_name_not_null_check");

                        // The values of people.name are lost.
                        op.dropColumn("people", "name");

                        // The rows of names are lost.
                        op.dropTable("names");
                    }

                    @Override
                    public void downgrade(Operations op) {
                        op.createTable(table("names").columns(column("name", text())));
                        op.addColumn("people", column("name", text()));

                        // The values of people.full_name are lost.
                        op.dropColumn("people", "full_name");
                    }
                """);
        proof.compiled(classes).upgrade("head");
        assertThat(database.query("SELECT full_name FROM people")).isEqualTo("Ada Lovelace");
    }

    @Test
    void aMigrationThatFailsHalfwayHasDroppedNothing(TestDatabase database, TestDatabase other) throws Exception {
        database.execute(
                "CREATE TABLE people (id bigint PRIMARY KEY, name text); INSERT INTO people VALUES (1, 'Ada')");
        OnlineProof proof = OnlineProof.ofOrders(
                database,
                other,
                "CREATE TABLE people (id bigint PRIMARY KEY, full_name varchar(50) NOT NULL)",
                OnlineOptions.ONLINE);
        Migrate migrate = proof.compiled(classes);

        assertThatThrownBy(() -> migrate.upgrade("head")).hasMessageContaining("full_name");

        assertThat(database.query("SELECT name FROM people")).isEqualTo("Ada");
    }

    @Test
    void whatRewritesATableSaysSo(TestDatabase database, TestDatabase other) throws Exception {
        OnlineProof proof = OnlineProof.ofOrders(database, other, """
                ALTER TABLE customers ADD token uuid NOT NULL DEFAULT gen_random_uuid(),
                    ADD role varchar(20) NOT NULL DEFAULT 'user', ADD since timestamptz NOT NULL DEFAULT now(),
                    ALTER email TYPE varchar(200);
                ALTER TABLE orders ALTER amount TYPE bigint;
                """, OnlineOptions.ONLINE);

        assertThat(proof.methods()).isEqualTo("""
                    @Override
                    public void upgrade(Operations op) {
                        op.alterColumn("customers", alter("email").type(varchar(200)));

                        // Adding customers.token, whose value is computed for each row, rewrites customers: reads and writes
                        // wait until it is done (ACCESS EXCLUSIVE).
                        op.addColumn("customers", column("token", uuid()).notNull().defaultSql("gen_random_uuid()"));

                        op.addColumn("customers", column("role", varchar(20)).notNull().defaultValue("user"));
                        op.addColumn("customers", column("since", timestamptz()).notNull().defaultSql("now()"));

                        // Turning orders.amount from integer into bigint rewrites orders: reads and writes wait until it is
                        // done (ACCESS EXCLUSIVE).
                        op.alterColumn("orders", alter("amount").type(bigint()));
                    }

                    @Override
                    public void downgrade(Operations op) {
                        // Checked before anything is done: if rows break a rule, nothing is changed.
                        op.require(
                                "orders.amount fits integer",
                                "SELECT id, amount FROM orders WHERE amount NOT BETWEEN -2147483648 AND 2147483647");
                        op.require(
                                "customers.email fits character varying(100)",
                                "SELECT id, email FROM customers WHERE char_length(email) > 100");

                        // Turning orders.amount from bigint into integer rewrites orders: reads and writes wait until it is
                        // done (ACCESS EXCLUSIVE).
                        op.alterColumn("orders", alter("amount").type(integer()));

                        // The values of customers.since are lost.
                        op.dropColumn("customers", "since");

                        // The values of customers.role are lost.
                        op.dropColumn("customers", "role");

                        // The values of customers.token are lost.
                        op.dropColumn("customers", "token");

                        // Turning customers.email from character varying(200) into character varying(100) rewrites customers:
                        // reads and writes wait until it is done (ACCESS EXCLUSIVE).
                        op.alterColumn("customers", alter("email").type(varchar(100)));
                    }
                """);
        assertThat(proof.rewrite().locks())
                .extracting(LockNote::sentence)
                .containsExactly(
                        "Adding customers.token, whose value is computed for each row, rewrites customers: reads and"
                                + " writes wait until it is done (ACCESS EXCLUSIVE).",
                        "Turning orders.amount from integer into bigint rewrites orders: reads and writes wait until"
                                + " it is done (ACCESS EXCLUSIVE).");
        proof.holds(classes);
    }

    @Test
    void offlineEachOperationIsAsSimpleAsItCanBe(TestDatabase database, TestDatabase other) throws Exception {
        OnlineProof proof = OnlineProof.ofOrders(
                database, other, """
                ALTER TABLE orders ADD code text NOT NULL, ADD CONSTRAINT orders_amount_check CHECK (amount > 0);
                CREATE INDEX ix_orders_code ON orders (code);
                """, OnlineOptions.ONLINE.online(false).backfill(List.of("orders.code='x'")));

        assertThat(proof.methods()).isEqualTo("""
                    @Override
                    public void upgrade(Operations op) {
                        // Checked before anything is done: if rows break a rule, nothing is changed.
                        op.require("orders: amount > 0 (orders_amount_check)", "SELECT id, amount FROM orders WHERE NOT (amount > 0)");

                        op.addColumn("orders", column("code", text()));
                        op.update(update("orders").setSql("code", "'x'").where("code IS NULL"));
                        op.alterColumn("orders", alter("code").notNull());
                        op.addCheck("orders", check("orders_amount_check", "amount > 0"));
                        op.createIndex(index("ix_orders_code").on("orders", "code"));
                    }

                    @Override
                    public void downgrade(Operations op) {
                        op.dropIndex("ix_orders_code");
                        op.dropConstraint("orders", "orders_amount_check");

                        // The values of orders.code are lost.
                        op.dropColumn("orders", "code");
                    }
                """);
        proof.holds(classes);
    }

    @Test
    void aTableThatIsRenamedOnTheWayBackIsChangedBeforeItIs(TestDatabase database, TestDatabase other)
            throws Exception {
        database.execute("""
                CREATE TABLE clients (id bigint PRIMARY KEY, name text NOT NULL);
                CREATE INDEX ix_clients_name ON clients (name);
                """);
        other.execute("CREATE TABLE patrons (id bigint CONSTRAINT clients_pkey PRIMARY KEY, name text)");
        OnlineProof proof = new OnlineProof(database, other, OnlineOptions.ONLINE, "clients:patrons");

        assertThat(proof.methods()).isEqualTo("""
                    @Override
                    public void upgrade(Operations op) {
                        op.renameTable("clients", "patrons");
                        op.dropIndex("ix_clients_name");
                        op.alterColumn("patrons", alter("name").nullable());
                    }

                    @Override
                    public void downgrade(Operations op) {
                        // Checked before anything is done: if rows break a rule, nothing is changed.
                        op.require("patrons.name has a value", "SELECT id FROM patrons WHERE name IS NULL");

                        // op.require refuses to begin while a row of patrons has no value for patrons.name. To fill such rows
                        // here, replace it by this (import static dev.migrate.operation.DataChanges.update), or generate again
                        // with '-Dmigrate.backfill=patrons.name=<SQL>':
                        // op.update(update("patrons").setSql("name", "<SQL>").where("name IS NULL"));
                        op.alterColumn("patrons", alter("name").notNull());

                        // Building ix_clients_name reads all of patrons: writes wait until it is done (SHARE).
                        op.createIndex(index("ix_clients_name").on("patrons", "name"));

                        op.renameTable("patrons", "clients");
                    }
                """);
        proof.holds(classes);
    }

    @Test
    void aPartitionedTableIsIndexedAsPostgresCan(TestDatabase database, TestDatabase other) throws Exception {
        String events = "CREATE TABLE events (day date, what text) PARTITION BY RANGE (day);";
        database.execute(events);
        OnlineProof proof = OnlineProof.ofOrders(
                database, other, events + "CREATE INDEX ix_events ON events (what)", OnlineOptions.ONLINE);

        assertThat(proof.methods()).isEqualTo("""
                    @Override
                    public void upgrade(Operations op) {
                        // Building ix_events reads all of events: writes wait until it is done (SHARE).
                        op.createIndex(index("ix_events").on("events", "what"));
                    }

                    @Override
                    public void downgrade(Operations op) {
                        op.dropIndex("ix_events");
                    }
                """);
        proof.holds(classes);
    }
}
