package dev.migrate.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.Migrate;
import dev.migrate.Migration;
import dev.migrate.Operations;
import dev.migrate.Revision;
import dev.migrate.testing.PostgresTest;
import dev.migrate.testing.TestDatabase;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.sql.Types;
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

        static void work(Operations op, String sql) {
            try (Statement statement = op.connection().createStatement()) {
                statement.execute(sql);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }

        /** A statement that ends the transaction, and one that fails until there is a table {@code cause}. */
        static void interrupted(Operations op) {
            op.execute("CREATE INDEX CONCURRENTLY ON t (a)");
            op.execute("SELECT FROM public.cause");
        }
    }

    static class SetBehindWork {
        @Revision(id = "0001")
        static class Adds extends Forward {
            @Override
            public void upgrade(Operations op) {
                work(op, "INSERT INTO t VALUES (1)");
                op.execute("SET search_path = app");
                interrupted(op);
                op.execute("ALTER TABLE t ADD COLUMN b int");
            }
        }
    }

    static class SetByWork {
        @Revision(id = "0001")
        static class Adds extends Forward {
            @Override
            public void upgrade(Operations op) {
                work(op, "SET search_path = app; INSERT INTO t VALUES (1)");
                interrupted(op);
                op.execute("ALTER TABLE t ADD COLUMN b int");
            }
        }
    }

    static class SetWithoutText {
        @Revision(id = "0001")
        static class Adds extends Forward {
            @Override
            public void upgrade(Operations op) {
                try {
                    set(op.x("how").orElseThrow(), op.connection());
                } catch (SQLException e) {
                    throw new IllegalStateException(e);
                }
                interrupted(op);
                op.execute("ALTER TABLE t ADD COLUMN b int");
            }

            private static void set(String how, Connection connection) throws SQLException {
                switch (how) {
                    case "setSchema" -> connection.setSchema("app");
                    case "prepared" -> prepared(connection, "SET search_path = app", false);
                    case "parameter" -> prepared(connection, "SELECT set_config('search_path', ?, false)", true);
                    case "call" -> called(connection, "{? = call set_config(?, ?, ?)}");
                    case "qualified call" -> called(connection, "{?=call pg_catalog.set_config(?, ?, ?)}");
                    case "another call" ->
                        prepared(connection, "SELECT set_config('search_path', ?, false), setval('s', 5, true)", true);
                    default -> batch(connection);
                }
            }

            private static void prepared(Connection connection, String sql, boolean isGiven) throws SQLException {
                try (PreparedStatement statement = connection.prepareStatement(sql)) {
                    if (isGiven) {
                        statement.setString(1, "app");
                    }
                    statement.execute();
                }
            }

            private static void called(Connection connection, String call) throws SQLException {
                try (CallableStatement statement = connection.prepareCall(call)) {
                    statement.registerOutParameter(1, Types.VARCHAR);
                    statement.setString(2, "search_path");
                    statement.setString(3, "app");
                    statement.setBoolean(4, false);
                    statement.execute();
                }
            }

            private static void batch(Connection connection) throws SQLException {
                try (Statement statement = connection.createStatement()) {
                    statement.addBatch("SET search_path = app");
                    statement.executeBatch();
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"setSchema", "prepared", "parameter", "call", "qualified call", "another call", "batch"})
    void aSearchPathThatNoTextOfAStatementSetsOutlivesAnInterruption(String how, TestDatabase database) {
        interruptAndComplete(database, SetWithoutText.class, how);

        assertThat(database.query(PLACES)).isEqualTo("app|a\napp|b\npublic|a");
    }

    static class SetAndTakenBack {
        @Revision(id = "0001")
        static class Adds extends Forward {
            @Override
            public void upgrade(Operations op) {
                String how = op.x("how").orElseThrow();
                try {
                    takeBack(how, op.connection());
                } catch (SQLException e) {
                    throw new IllegalStateException(e);
                }
                if (how.equals("alone")) {
                    op.execute("CREATE INDEX CONCURRENTLY ON public.cause ((1))");
                } else {
                    interrupted(op);
                }
                op.execute("ALTER TABLE t ADD COLUMN b int");
            }

            private static void takeBack(String how, Connection connection) throws SQLException {
                try (Statement statement = connection.createStatement()) {
                    if (how.equals("refused")) {
                        Savepoint before = connection.setSavepoint();
                        assertThatThrownBy(() -> statement.execute("SET search_path = app; SET nothing = 1"))
                                .hasMessageContaining("nothing");
                        connection.rollback(before);
                    } else if (how.equals("text") || how.equals("alone")) {
                        statement.execute("SAVEPOINT before; SET search_path = app");
                        statement.execute("/* once more */ ROLLBACK TO SAVEPOINT before; RELEASE before");
                    } else {
                        Savepoint before =
                                how.equals("named") ? connection.setSavepoint("a b") : connection.setSavepoint();
                        statement.execute("SET search_path = app");
                        connection.rollback(before);
                        connection.releaseSavepoint(before);
                    }
                    statement.execute("SET work_mem = '8MB'");
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"text", "alone", "named", "unnamed", "refused"})
    void aSearchPathThatWasRolledBackToASavepointIsAsBeforeBehindAnInterruptionToo(String how, TestDatabase database) {
        interruptAndComplete(database, SetAndTakenBack.class, how);

        assertThat(database.query(PLACES)).isEqualTo("app|a\npublic|a\npublic|b");
    }

    static class SetBesideACall {
        @Revision(id = "0001")
        static class Adds extends Forward {
            @Override
            public void upgrade(Operations op) {
                String sql = "SELECT public.add(7), set_config('search_path', lower('APP')::text, false), "
                        + "set_config('work_mem', '8MB', true)";
                if (op.x("how").orElseThrow().equals("over JDBC")) {
                    work(op, sql);
                } else {
                    op.execute(sql);
                }
                interrupted(op);
                op.execute("ALTER TABLE t ADD COLUMN b int");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"over JDBC", "as an operation"})
    void whatASelectDoesBesideASettingIsNotDoneAgain(String how, TestDatabase database) {
        database.execute("CREATE FUNCTION add(int) RETURNS void LANGUAGE plpgsql AS"
                + " 'BEGIN INSERT INTO public.t VALUES ($1); END'");

        interruptAndComplete(database, SetBesideACall.class, how);

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
    void aSearchPathThatIsSetBehindWorkOverJdbcOutlivesAnInterruption(TestDatabase database) {
        interruptAndComplete(database, SetBehindWork.class);

        assertThat(database.query(PLACES)).isEqualTo("app|a\napp|b\npublic|a");
        assertThat(database.query("SELECT count(*) FROM public.t")).isEqualTo("1");
    }

    @Test
    void aSearchPathThatIsSetOverJdbcOutlivesAnInterruption(TestDatabase database) {
        interruptAndComplete(database, SetByWork.class);

        assertThat(database.query(PLACES)).isEqualTo("app|a\napp|b\npublic|a");
        assertThat(database.query("SELECT count(*) FROM app.t")).isEqualTo("1");
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
