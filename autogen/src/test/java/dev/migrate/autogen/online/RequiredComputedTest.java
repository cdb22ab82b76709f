package dev.migrate.autogen.online;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.MigrateException;
import dev.migrate.testing.PostgresTest;
import dev.migrate.testing.TestDatabase;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A computed column that becomes NOT NULL has the values that its formula gives it, and takes no others. */
@PostgresTest
class RequiredComputedTest {

    private static final String TABLE =
            "CREATE TABLE goods (id bigint PRIMARY KEY, price integer, gross integer GENERATED ALWAYS AS (price * 2) STORED";

    @Test
    void itsRowsAreCheckedAndNotFilled(TestDatabase database, TestDatabase other, @TempDir Path classes)
            throws Exception {
        database.execute(TABLE + "); INSERT INTO goods (id, price) VALUES (1, 5)");
        other.execute(TABLE + " NOT NULL)");
        OnlineProof proof = new OnlineProof(database, other, OnlineOptions.ONLINE);

        assertThat(proof.methods()).startsWith("""
                    @Override
                    public void upgrade(Operations op) {
                        // As it is, this fails if a row of goods has no value for goods.gross. Correct what it is computed
                        // from first, or its formula.
                        // The check is validated outside a transaction while writes go on; NOT NULL then relies on it instead
                        // of reading the table under a lock.
                        op.addCheck("goods", check("goods_gross_not_null_check", "gross IS NOT NULL").notValid());
                        op.outsideTransaction(() -> op.validateConstraint("goods", "goods_gross_not_null_check"));
                        op.alterColumn("goods", alter("gross").notNull());
                        op.dropConstraint("goods", "goods_gross_not_null_check");
                    }
                """);
        assertThat(proof.rewrite().preconditions())
                .containsExactly(
                        "The migration fails if a row of goods has no value for goods.gross. Correct what it is"
                                + " computed from first, or its formula.");
        proof.holds(classes);
        assertThat(database.query("TABLE goods")).isEqualTo("1|5|10");
    }

    @Test
    void toFillItIsAnError(TestDatabase database, TestDatabase other) {
        database.execute(TABLE + ")");
        other.execute(TABLE + " NOT NULL)");

        assertThatThrownBy(
                        () -> new OnlineProof(database, other, OnlineOptions.ONLINE.backfill(List.of("goods.gross=0"))))
                .isInstanceOf(MigrateException.class)
                .hasMessage(
                        "migrate.backfill fills goods.gross, which neither comes nor becomes NOT NULL, or is computed; expected"
                                + " nothing, as no column of an existing table does");
    }
}
