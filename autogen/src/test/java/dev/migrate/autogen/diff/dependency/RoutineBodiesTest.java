package dev.migrate.autogen.diff.dependency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.autogen.catalog.CatalogReader;
import dev.migrate.autogen.catalog.CatalogScope;
import dev.migrate.autogen.diff.DiffOptions;
import dev.migrate.autogen.diff.SchemaDiff;
import dev.migrate.schema.Schema;
import dev.migrate.testing.PostgresTest;
import dev.migrate.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Functions of triggers, of which PostgreSQL knows no more than their text. */
@PostgresTest
class RoutineBodiesTest {

    private static final String REPLACE = " fails that means %s, since PostgreSQL leaves the bodies of such routines as"
            + " they are: replace them in the same migration.";

    private static final String BEFORE = """
            CREATE TABLE accounts (id bigint PRIMARY KEY, balance integer, note text);
            CREATE FUNCTION limited() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
                IF new.balance < 0 THEN new.balance := 0; END IF; RETURN new; END $$;
            CREATE TRIGGER limited BEFORE INSERT OR UPDATE ON accounts FOR EACH ROW EXECUTE FUNCTION limited();
            CREATE FUNCTION total() RETURNS bigint LANGUAGE sql AS 'SELECT sum(a.balance) FROM accounts a';
            CREATE FUNCTION known() RETURNS bigint LANGUAGE sql RETURN (SELECT sum(balance) FROM accounts);
            CREATE FUNCTION of_others(balance integer) RETURNS integer LANGUAGE sql AS 'SELECT balance';
            """;

    @Test
    void thoseThatNameARenamedColumnAreSaidToFailBehindIt(TestDatabase database, TestDatabase other)
            throws SQLException {
        database.execute(BEFORE);
        other.execute("CREATE TABLE accounts (id bigint PRIMARY KEY, saldo integer, note text)");

        assertThat(losses(database, other, "accounts.balance:saldo"))
                .containsExactly("Behind it each run of function limited(), function total()"
                        + REPLACE.formatted("accounts.balance"));
        database.execute("ALTER TABLE accounts RENAME COLUMN balance TO saldo");
        assertThatThrownBy(() -> database.execute("INSERT INTO accounts (id, saldo) VALUES (1, 5)"))
                .rootCause()
                .hasMessageContaining("record \"new\" has no field \"balance\"");
    }

    @Test
    void soAreThoseThatNameOneThatGoes(TestDatabase database, TestDatabase other) throws SQLException {
        database.execute(BEFORE.replaceAll("CREATE FUNCTION known.*", ""));
        other.execute("CREATE TABLE accounts (id bigint PRIMARY KEY, note text)");

        assertThat(losses(database, other))
                .containsExactly(
                        "The values of accounts.balance are lost.",
                        "Behind it each run of function limited(), function total()"
                                + REPLACE.formatted("accounts.balance"));
    }

    @Test
    void aTriggerStaysWithItsTableAndAQueryNamesItsOldName(TestDatabase database, TestDatabase other)
            throws SQLException {
        database.execute(BEFORE);
        other.execute("CREATE TABLE konten (id bigint PRIMARY KEY, saldo integer, note text)");

        assertThat(losses(database, other, "accounts:konten", "accounts.balance:saldo"))
                .containsExactly(
                        "Behind it each run of function total()" + REPLACE.formatted("accounts"),
                        "Behind it each run of function limited(), function total()"
                                + REPLACE.formatted("konten.balance"));
    }

    private static List<String> losses(TestDatabase database, TestDatabase other, String... renames)
            throws SQLException {
        return SchemaDiff.diff(
                        read(database),
                        read(other),
                        DiffOptions.ENTITIES.dropUnknown(true).renames(List.of(renames)))
                .losses();
    }

    private static Schema read(TestDatabase database) throws SQLException {
        try (Connection connection = database.connect()) {
            return new CatalogReader().read(connection, CatalogScope.ofDefaultSchema());
        }
    }
}
