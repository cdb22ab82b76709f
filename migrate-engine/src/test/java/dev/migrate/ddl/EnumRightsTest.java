package dev.migrate.ddl;

import static dev.migrate.schema.Definitions.enumType;
import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.operation.EnumOperation.ChangeEnum;
import dev.migrate.operation.Statement;
import dev.migrate.testing.PostgresTest;
import dev.migrate.testing.TestDatabase;
import java.sql.Connection;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Who may use an enum type, and whose it is, doesn't change when it is replaced. */
@PostgresTest
class EnumRightsTest {

    private static final String RIGHTS = "SELECT typowner::regrole, typacl FROM pg_type WHERE typname = 'Mood'";

    @Test
    void aReplacedEnumKeepsItsRightsAndItsOwner(TestDatabase database) throws Exception {
        database.execute("""
                DO $$ BEGIN CREATE ROLE "the writer"; EXCEPTION WHEN duplicate_object THEN NULL; END $$;
                DO $$ BEGIN CREATE ROLE clerk; EXCEPTION WHEN duplicate_object THEN NULL; END $$;
                CREATE TYPE "Mood" AS ENUM ('sad', 'ok');
                ALTER TYPE "Mood" OWNER TO clerk;
                REVOKE ALL ON TYPE "Mood" FROM PUBLIC;
                GRANT USAGE ON TYPE "Mood" TO "the writer" WITH GRANT OPTION""");

        replace(database);

        assertThat(database.query(RIGHTS)).isEqualTo("clerk|{clerk=U/clerk,\"\\\"the writer\\\"=U*/clerk\"}");
    }

    @Test
    void aReplacedEnumThatEverybodyMayUseStaysSo(TestDatabase database) throws Exception {
        database.execute("CREATE TYPE \"Mood\" AS ENUM ('sad', 'ok')");

        replace(database);

        assertThat(database.query(RIGHTS)).isEqualTo("postgres|null");
    }

    private static void replace(TestDatabase database) throws Exception {
        ChangeEnum change =
                new ChangeEnum(enumType("Mood", "sad", "ok"), enumType("Mood", "ok"), new TreeMap<>(), List.of());
        try (Connection connection = database.connect();
                java.sql.Statement statement = connection.createStatement()) {
            for (Statement each : new DdlRenderer(ServerVersion.ofMajor(18)).render(change)) {
                statement.execute(each.sql());
            }
        }
    }
}
