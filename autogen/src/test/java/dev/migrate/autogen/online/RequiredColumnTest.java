package dev.migrate.autogen.online;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.Migrate;
import dev.migrate.MigrateException;
import dev.migrate.testing.PostgresTest;
import dev.migrate.testing.TestDatabase;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Columns that come, or become, NOT NULL on tables with rows. */
@PostgresTest
class RequiredColumnTest {

    @TempDir
    Path classes;

    @Test
    void anExistingColumnBecomesNotNullByACheck(TestDatabase database, TestDatabase other) throws Exception {
        OnlineProof proof = OnlineProof.ofOrders(
                database, other, "ALTER TABLE customers ALTER email SET NOT NULL", OnlineOptions.ONLINE);

        assertThat(proof.methods()).isEqualTo("""
                    @Override
                    public void upgrade(Operations op) {
                        // Checked before anything is done: if rows break a rule, nothing is changed.
                        op.require("customers.email has a value", "SELECT id FROM customers WHERE email IS NULL");

                        // op.require refuses to begin while a row of customers has no value for customers.email. To fill such
                        // rows here, replace it by this (import static dev.migrate.operation.DataChanges.backfill), or
                        // generate again with '-Dmigrate.backfill=customers.email=<SQL>':
                        // op.backfill(backfill("customers").setSql("email", "<SQL>").where("email IS NULL"));
                        // The check is validated outside a transaction while writes go on; NOT NULL then relies on it instead
                        // of reading the table under a lock.
                        op.addCheck("customers", check("customers_email_not_null_check", "email IS NOT NULL").notValid());
                        op.outsideTransaction(() -> op.validateConstraint("customers", "customers_email_not_null_check"));
                        op.alterColumn("customers", alter("email").notNull());
                        op.dropConstraint("customers", "customers_email_not_null_check");
                    }

                    @Override
                    public void downgrade(Operations op) {
                        op.alterColumn("customers", alter("email").nullable());
                    }
                """);
        assertThat(proof.rewrite().preconditions()).isEmpty();
        assertThat(proof.rewrite().unfilled()).containsExactly("customers.email");
        proof.holds(classes);
    }

    @Test
    void aColumnThatBecomesNotNullGetsItsOtherLettersBothWays(TestDatabase database, TestDatabase other)
            throws Exception {
        database.execute("""
                CREATE TABLE parts (id bigint PRIMARY KEY, old character(1) CHECK (old IN ('F', 'T')),
                    spare character(1) NOT NULL CHECK (spare IN ('N', 'Y')));
                INSERT INTO parts VALUES (1, 'T', 'N')""");
        other.execute("""
                CREATE TABLE parts (id bigint PRIMARY KEY, old character(1) NOT NULL CHECK (old IN ('N', 'Y')),
                    spare character(1) CHECK (spare IN ('F', 'T')))""");
        Migrate migrate = new OnlineProof(database, other, OnlineOptions.ONLINE).compiled(classes);

        migrate.upgrade("head");
        assertThat(database.query("SELECT old, spare FROM parts")).isEqualTo("Y|F");

        migrate.downgrade("base");
        assertThat(database.query("SELECT old, spare FROM parts")).isEqualTo("T|N");
    }

    @Test
    void anAddedColumnIsFilledWithWhatTheOptionSays(TestDatabase database, TestDatabase other) throws Exception {
        OnlineProof proof = OnlineProof.ofOrders(
                database,
                other,
                "ALTER TABLE customers ADD role varchar(20) NOT NULL",
                OnlineOptions.ONLINE.backfill(List.of("customers.role='user'")));

        assertThat(proof.methods()).isEqualTo("""
                    @Override
                    public void upgrade(Operations op) {
                        // NULL at first, so that existing rows can get a value below.
                        op.addColumn("customers", column("role", varchar(20)));

                        // Filled twice: once the check is there, no row without a value comes in any more.
                        // The check is validated outside a transaction while writes go on; NOT NULL then relies on it instead
                        // of reading the table under a lock.
                        op.backfill(backfill("customers").setSql("role", "'user'").where("role IS NULL"));
                        op.addCheck("customers", check("customers_role_not_null_check", "role IS NOT NULL").notValid());
                        op.backfill(backfill("customers").setSql("role", "'user'").where("role IS NULL"));
                        op.outsideTransaction(() -> op.validateConstraint("customers", "customers_role_not_null_check"));
                        op.alterColumn("customers", alter("role").notNull());
                        op.dropConstraint("customers", "customers_role_not_null_check");
                    }

                    @Override
                    public void downgrade(Operations op) {
                        // The values of customers.role are lost.
                        op.dropColumn("customers", "role");
                    }
                """);
        assertThat(proof.rewrite().preconditions()).isEmpty();
        proof.holds(classes);
        assertThat(database.query("SELECT role, count(*) FROM customers GROUP BY role"))
                .isEqualTo("user|1500");
    }

    @Test
    void anAddedColumnThatNobodyFillsFailsOnlyWhileThereAreRows(TestDatabase database, TestDatabase other)
            throws Exception {
        OnlineProof proof = OnlineProof.ofOrders(
                database, other, "ALTER TABLE customers ADD role varchar(20) NOT NULL", OnlineOptions.ONLINE);

        assertThat(proof.methods()).isEqualTo("""
                    @Override
                    public void upgrade(Operations op) {
                        // Checked before anything is done: if rows break a rule, nothing is changed.
                        op.require("customers.role, which is new, has a value", "SELECT id FROM customers");

                        // NULL at first, so that existing rows can get a value below.
                        op.addColumn("customers", column("role", varchar(20)));

                        // op.require refuses to begin while customers has rows, which have no value for customers.role. To
                        // fill such rows here, replace it by this (import static dev.migrate.operation.DataChanges.backfill),
                        // or generate again with '-Dmigrate.backfill=customers.role=<SQL>':
                        // op.backfill(backfill("customers").setSql("role", "<SQL>").where("role IS NULL"));
                        // The check is validated outside a transaction while writes go on; NOT NULL then relies on it instead
                        // of reading the table under a lock.
                        op.addCheck("customers", check("customers_role_not_null_check", "role IS NOT NULL").notValid());
                        op.outsideTransaction(() -> op.validateConstraint("customers", "customers_role_not_null_check"));
                        op.alterColumn("customers", alter("role").notNull());
                        op.dropConstraint("customers", "customers_role_not_null_check");
                    }

                    @Override
                    public void downgrade(Operations op) {
                        // The values of customers.role are lost.
                        op.dropColumn("customers", "role");
                    }
                """);
        assertThat(proof.rewrite().preconditions()).isEmpty();
        assertThat(proof.rewrite().unfilled()).containsExactly("customers.role");
        assertThatThrownBy(() -> proof.compiled(classes).upgrade("head"))
                .isInstanceOf(MigrateException.class)
                .hasMessageContaining(
                        "customers.role, which is new, has a value: 1500 rows break it (id = 1; id = 2; id = 3; ...)");
        database.execute("DELETE FROM customers");
        proof.compiled(classes).upgrade("head");
    }

    @Test
    void whatIsOfferedNamesATableThatHasADotInItsName(TestDatabase database, TestDatabase other) throws Exception {
        database.execute("CREATE TABLE \"order.items\" (id bigint PRIMARY KEY)");
        other.execute("CREATE TABLE \"order.items\" (id bigint PRIMARY KEY, kind text NOT NULL)");

        assertThat(new OnlineProof(database, other, OnlineOptions.ONLINE).methods())
                .contains("""
                        // '-Dmigrate.backfill="order.items".kind=<SQL>':
                        // op.backfill(backfill("\\"order.items\\"").setSql("kind", "<SQL>").where("kind IS NULL"));
                """);
    }

    @Test
    void aBackfillThatFitsNoColumnIsAnError(TestDatabase database, TestDatabase other) {
        assertThatThrownBy(() -> OnlineProof.ofOrders(
                        database,
                        other,
                        "ALTER TABLE customers ADD role varchar(20) NOT NULL",
                        OnlineOptions.ONLINE.backfill(List.of("customers.rol='user'"))))
                .isInstanceOf(MigrateException.class)
                .hasMessage(
                        "migrate.backfill fills customers.rol, which neither comes nor becomes NOT NULL, or is computed;"
                                + " expected one of customers.role");
    }
}
