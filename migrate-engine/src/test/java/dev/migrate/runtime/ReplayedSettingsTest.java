package dev.migrate.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.Migrate;
import dev.migrate.Migration;
import dev.migrate.Operations;
import dev.migrate.Revision;
import dev.migrate.testing.PostgresTest;
import dev.migrate.testing.TestDatabase;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a revision has set for its session before it was interrupted holds for the rest of it, in whichever session. */
@PostgresTest
class ReplayedSettingsTest {

    private static final String PLACES =
            "SELECT table_schema, column_name FROM information_schema.columns WHERE table_name = 't' ORDER BY 1, 2";

    abstract static class Forward implements Migration {
        @Override
        public void downgrade(Operations op) {}

        /** A statement that ends the transaction, and one that fails until there is a table {@code cause}. */
        static void interrupted(Operations op) {
            op.execute("CREATE INDEX CONCURRENTLY ON t (a)");
            op.execute("SELECT FROM public.cause");
        }
    }

    static class SetBeforeWork {
        @Revision(id = "0001")
        static class Adds extends Forward {
            @Override
            public void upgrade(Operations op) {
                op.execute("INSERT INTO t VALUES (1)");
                op.execute("SET search_path = app");
                interrupted(op);
                op.withConnection(connection -> {
                    try (Statement statement = connection.createStatement()) {
                        statement.execute("ALTER TABLE t ADD COLUMN b int");
                    }
                });
            }
        }
    }

    static class SetBesideACall {
        @Revision(id = "0001")
        static class Adds extends Forward {
            @Override
            public void upgrade(Operations op) {
                op.execute("SELECT public.add(7), set_config('search_path', lower('APP')::text, false), "
                        + "set_config('work_mem', '8MB', true)");
                interrupted(op);
                op.execute("ALTER TABLE t ADD COLUMN b int");
            }
        }
    }

    @Test
    void whatASelectDoesBesideASettingIsNotDoneAgain(TestDatabase database) {
        database.execute("CREATE FUNCTION add(int) RETURNS void LANGUAGE plpgsql AS"
                + " 'BEGIN INSERT INTO public.t VALUES ($1); END'");

        interruptAndComplete(database, SetBesideACall.class);

        assertThat(database.query(PLACES)).isEqualTo("app|a\napp|b\npublic|a");
        assertThat(database.query("SELECT a FROM public.t")).isEqualTo("7");
    }

    static class SetLocally {
        @Revision(id = "0001")
        static class Adds extends Forward {
            @Override
            public void upgrade(Operations op) {
                op.execute("SELECT " + op.x("how").orElseThrow());
                op.execute("INSERT INTO t VALUES (1)");
                interrupted(op);
                op.execute("ALTER TABLE t ADD COLUMN b int");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "set_config('search_path', 'app', true)",
                "pg_catalog.set_config('search_path', ('app'), ('TRUE'::bool))",
                "set_config('work_mem', '8MB', 't'), set_config('search_path','app',true)"
            })
    void aSearchPathThatIsSetForATransactionEndsWithItInARunThatGoesOnBehindItToo(String how, TestDatabase database) {
        interruptAndComplete(database, SetLocally.class, how);

        assertThat(database.query(PLACES)).isEqualTo("app|a\npublic|a\npublic|b");
    }

    @Test
    void workOverJdbcFindsTheSearchPathThatWasSetBeforeAnInterruption(TestDatabase database) {
        interruptAndComplete(database, SetBeforeWork.class);

        assertThat(database.query(PLACES)).isEqualTo("app|a\napp|b\npublic|a");
        assertThat(database.query("SELECT count(*) FROM public.t")).isEqualTo("1");
    }

    private static void interruptAndComplete(TestDatabase database, Class<?> history) {
        interruptAndComplete(database, history, "");
    }

    private static void interruptAndComplete(TestDatabase database, Class<?> history, String how) {
        database.execute(
                "CREATE SCHEMA app; CREATE TABLE app.t (a int); CREATE TABLE public.t (a int); CREATE SEQUENCE s");
        Migrate migrate = TestHistory.configure(database, history).x("how", how).build();
        assertThatThrownBy(() -> migrate.upgrade("head"))
                .hasMessageContaining("relation \"public.cause\" does not exist");

        database.execute("CREATE TABLE cause ()");
        migrate.upgrade("head");
    }

    static class ActingAs {
        @Revision(id = "0001")
        static class Creates extends Forward {
            @Override
            public void upgrade(Operations op) {
                op.execute("SET ROLE pg_monitor");
                op.execute("CREATE TABLE app.before (a int)");
                op.execute("RESET search_path");
                interrupted(op);
                op.execute("CREATE TABLE app.behind (a int)");
            }
        }
    }

    @Test
    void aRoleEndsWithItsTransactionInARunThatGoesOnBehindItToo(TestDatabase database) {
        database.execute("GRANT CREATE ON SCHEMA public TO pg_monitor; CREATE SCHEMA app AUTHORIZATION pg_monitor;"
                + " CREATE TABLE t (a int)");
        Migrate migrate = TestHistory.configure(database, ActingAs.class).build();
        assertThatThrownBy(() -> migrate.upgrade("head"))
                .hasMessageContaining("relation \"public.cause\" does not exist");

        database.execute("CREATE TABLE cause ()");
        migrate.upgrade("head");

        assertThat(database.query("SELECT tablename, tableowner FROM pg_tables WHERE schemaname = 'app' ORDER BY 1"))
                .isEqualTo("before|pg_monitor\nbehind|postgres");
    }
}
