package dev.migrate.autogen.detected;

import static dev.migrate.schema.Definitions.column;
import static dev.migrate.schema.Definitions.index;
import static dev.migrate.schema.Definitions.table;
import static dev.migrate.schema.Types.integer;
import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.autogen.java.MigrationContent;
import dev.migrate.autogen.java.MigrationFile;
import dev.migrate.autogen.java.MigrationWriter;
import dev.migrate.schema.Schema;
import dev.migrate.testing.PostgresTest;
import dev.migrate.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** No row of {@link DetectedTest}: no operation makes an index that a concurrent build left behind. */
@PostgresTest
class InvalidIndexTest {

    @Test
    void anIndexThatAConcurrentBuildLeftBehindIsBuiltAnew(TestDatabase database) throws SQLException {
        database.execute("""
                CREATE TABLE agents (n integer);
                CREATE INDEX ix_agents_n ON agents (n);
                UPDATE pg_index SET indisvalid = false WHERE indexrelid = 'ix_agents_n'::regclass;
                """);
        Schema declared = Schema.ofTables(table("agents")
                .columns(column("n", integer()))
                .withIndexes(List.of(index("ix_agents_n").on("agents", "n"))));

        try (Connection connection = database.connect()) {
            MigrationFile file = MigrationFile.of("", "R0001", "0001", "indexes", "2026-01-01T00:00:00Z");
            assertThat(MigrationWriter.write(
                            MigrationContent.of(file, Detected.difference(connection, declared, List.of()))))
                    .contains("""
                                public void upgrade(Operations op) {
                                    op.dropIndex("ix_agents_n");
                                    op.createIndex(index("ix_agents_n").on("agents", "n"));
                                }
                            """);
        }
    }
}
