package dev.migrate.autogen.online;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.autogen.diff.text.LockNote;
import dev.migrate.testing.PostgresTest;
import dev.migrate.testing.TestDatabase;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A row IS NOT NULL only if each of its fields is, and so no check says of a row that it is there. */
@PostgresTest
class RequiredCompositeTest {

    private static final String TYPES = """
            CREATE TYPE size AS (width integer, height integer);
            CREATE DOMAIN extent AS size;
            """;

    @Test
    void rowsWithEmptyFieldsAreThereAndStayAsTheyAre(TestDatabase database, TestDatabase other, @TempDir Path classes)
            throws Exception {
        database.execute(TYPES + """
                CREATE TABLE boxes (id bigint PRIMARY KEY, inner_size size, outer_size extent);
                INSERT INTO boxes VALUES (1, ROW(1, NULL), ROW(NULL, NULL)), (2, NULL, NULL);
                """);
        other.execute(TYPES + """
                CREATE TABLE boxes (id bigint PRIMARY KEY, inner_size size NOT NULL, outer_size extent NOT NULL);
                """);
        OnlineProof proof = new OnlineProof(
                database,
                other,
                OnlineOptions.ONLINE.backfill(List.of("boxes.inner_size=ROW(0", "0)", "boxes.outer_size=ROW(0", "0)")));

        assertThat(proof.methods()).isEqualTo("""
                    @Override
                    public void upgrade(Operations op) {
                        op.update(update("boxes").setSql("inner_size", "ROW(0,0)").where("inner_size IS NOT DISTINCT FROM NULL"));
                        op.alterColumn("boxes", alter("inner_size").notNull());
                        op.update(update("boxes").setSql("outer_size", "ROW(0,0)").where("outer_size IS NOT DISTINCT FROM NULL"));
                        op.alterColumn("boxes", alter("outer_size").notNull());
                    }

                    @Override
                    public void downgrade(Operations op) {
                        op.alterColumn("boxes", alter("outer_size").nullable());
                        op.alterColumn("boxes", alter("inner_size").nullable());
                    }
                """);
        assertThat(proof.rewrite().locks())
                .extracting(LockNote::sentence)
                .containsExactly(
                        "Making boxes.inner_size NOT NULL reads all of boxes: reads and writes wait until it is done"
                                + " (ACCESS EXCLUSIVE).",
                        "Making boxes.outer_size NOT NULL reads all of boxes: reads and writes wait until it is done"
                                + " (ACCESS EXCLUSIVE).");
        proof.holds(classes);
        assertThat(database.query("SELECT * FROM boxes ORDER BY id")).isEqualTo("""
                1|(1,)|(,)
                2|(0,0)|(0,0)""");
    }
}
