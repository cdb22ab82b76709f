package dev.migrate.runtime;

import static dev.migrate.operation.DataChanges.backfill;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.Migrate;
import dev.migrate.Operations;
import dev.migrate.Revision;
import dev.migrate.testing.PostgresTest;
import dev.migrate.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/** Tables whose policies count for their owner too, who migrates. */
@PostgresTest
class RowSecurityTest {

    static class Fills {
        @Revision(id = "r1")
        static class Backfill implements OneWay {
            @Override
            public void upgrade(Operations op) {
                op.backfill(backfill("orders").set("status", "new").where("status IS NULL"));
            }
        }
    }

    static class FillsWhatItMaySee {
        @Revision(id = "r1")
        static class Backfill implements OneWay {
            @Override
            public void upgrade(Operations op) {
                op.execute("SET row_security = on; SET app.tenant = 'a'");
                op.backfill(backfill("orders").set("status", "new").where("status IS NULL"));
            }
        }
    }

    @Test
    void rowsThatAPolicyHidesAreNotPassedOver(TestDatabase database) throws SQLException {
        Migrate migrate = owned(database, Fills.class);

        assertThatThrownBy(() -> migrate.upgrade("head"))
                .isInstanceOf(RevisionFailedException.class)
                .hasMessageContaining(
                        "ERROR: query would be affected by row-level security policy for table \"orders\"\n"
                                + "    Hint: To disable the policy for the table's owner,"
                                + " use ALTER TABLE NO FORCE ROW LEVEL SECURITY.");
        assertThat(migrate.current()).isEmpty();

        database.execute("ALTER TABLE orders NO FORCE ROW LEVEL SECURITY");
        migrate.upgrade("head");

        assertThat(database.query("SELECT id, status FROM orders ORDER BY id")).isEqualTo("1|new\n2|new");
    }

    @Test
    void aMigrationMaySayThatThePoliciesCount(TestDatabase database) throws SQLException {
        owned(database, FillsWhatItMaySee.class).upgrade("head");

        assertThat(database.query("SELECT id, coalesce(status, '') FROM orders ORDER BY id"))
                .isEqualTo("1|new\n2|");
    }

    /** A history that a role migrates which owns the table, and sees the rows of one tenant. */
    private static Migrate owned(TestDatabase database, Class<?> history) throws SQLException {
        String owner = database.name() + "_owner";
        database.execute("CREATE ROLE %1$s LOGIN; GRANT CREATE ON SCHEMA public TO %1$s".formatted(owner));
        PGSimpleDataSource dataSource = (PGSimpleDataSource) database.dataSource();
        dataSource.setUser(owner);
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("""
                    CREATE TABLE orders (id bigint PRIMARY KEY, tenant text, status text);
                    INSERT INTO orders VALUES (1, 'a'), (2, 'b');
                    CREATE POLICY own ON orders USING (tenant = current_setting('app.tenant', true));
                    ALTER TABLE orders ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY""");
        }
        return TestHistory.configure(database, history).dataSource(dataSource).build();
    }
}
