package dev.migrate.autogen.online;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.testing.PostgresTest;
import dev.migrate.testing.TestDatabase;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** PostgreSQL alters no table while rows of it that were changed in the same transaction are still to be checked. */
@PostgresTest
class ChecksAtCommitTest {

    @Test
    void rowsThatAreFilledAreCheckedBeforeTheTableChanges(
            TestDatabase database, TestDatabase other, @TempDir Path classes) throws Exception {
        String trigger = """
                CREATE FUNCTION audit() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN null; END';
                CREATE CONSTRAINT TRIGGER audited AFTER UPDATE ON letters DEFERRABLE INITIALLY DEFERRED
                    FOR EACH ROW EXECUTE FUNCTION audit();
                """;
        database.execute("""
                CREATE TABLE people (id integer PRIMARY KEY, boss integer REFERENCES people INITIALLY DEFERRED);
                CREATE TABLE letters (id integer PRIMARY KEY);
                INSERT INTO people VALUES (1, null), (2, 1);
                INSERT INTO letters VALUES (1);
                """ + trigger);
        other.execute("""
                CREATE TABLE people (id integer PRIMARY KEY, boss integer NOT NULL REFERENCES people INITIALLY DEFERRED);
                CREATE TABLE letters (id integer PRIMARY KEY, body text NOT NULL);
                """ + trigger);
        OnlineProof proof = new OnlineProof(
                database,
                other,
                OnlineOptions.ONLINE.online(false).backfill(List.of("people.boss=id", "letters.body='none'")));

        assertThat(proof.methods()).isEqualTo("""
                    @Override
                    public void upgrade(Operations op) {
                        // What is checked at the commit otherwise is checked for the filled rows before the table changes.
                        op.addColumn("letters", column("body", text()));
                        op.update(update("letters").setSql("body", "'none'").where("body IS NULL"));
                        op.execute("SET CONSTRAINTS ALL IMMEDIATE");
                        op.alterColumn("letters", alter("body").notNull());
                        op.update(update("people").setSql("boss", "id").where("boss IS NULL"));
                        op.execute("SET CONSTRAINTS ALL IMMEDIATE");
                        op.alterColumn("people", alter("boss").notNull());
                    }

                    @Override
                    public void downgrade(Operations op) {
                        op.alterColumn("people", alter("boss").nullable());

                        // The values of letters.body are lost.
                        op.dropColumn("letters", "body");
                    }
                """);
        proof.holds(classes);
        assertThat(database.query("SELECT boss FROM people ORDER BY id")).isEqualTo("1\n1");
    }
}
