package dev.migrate.runtime;

import static dev.migrate.schema.Definitions.column;
import static dev.migrate.schema.Definitions.foreignKey;
import static dev.migrate.schema.Definitions.index;
import static dev.migrate.schema.Definitions.table;
import static dev.migrate.schema.Types.integer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.Migrate;
import dev.migrate.MigrateException;
import dev.migrate.Migration;
import dev.migrate.Operations;
import dev.migrate.Revision;
import dev.migrate.operation.CustomOperation;
import dev.migrate.testing.PostgresServer;
import dev.migrate.testing.TestDatabase;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an old server lacks is refused before the first revision of the plan runs. */
class RehearsalTest {

    private static final String REFUSED = """
            , since it could not be completed:
              upgrade of 0002: NULLS NOT DISTINCT (index ix_agents_code on agents) needs PostgreSQL 15 or later, but the server is %1$s. Index coalesce(column, …) as an expression instead.
              upgrade of 0003: A virtual generated column (column agents.twice) needs PostgreSQL 18 or later, but the server is %1$s. Use generatedStored(…) instead.""";

    private TestDatabase database;

    @BeforeEach
    void onTheOldestServer() {
        database = PostgresServer.get(13).newDatabase();
    }

    @AfterEach
    void drop() {
        database.close();
    }

    static class Modern {
        @Revision(id = "0001", message = "agents")
        static class First implements Migration {
            @Override
            public void upgrade(Operations op) {
                op.createTable(table("agents").columns(column("code", integer())));
            }

            @Override
            public void downgrade(Operations op) {
                op.dropTable("agents");
            }
        }

        @Revision(id = "0002", revises = "0001", message = "one without a code")
        static class Second implements Migration {
            @Override
            public void upgrade(Operations op) {
                op.createIndex(
                        index("ix_agents_code").on("agents", "code").unique().nullsNotDistinct());
            }

            @Override
            public void downgrade(Operations op) {
                op.dropIndex("ix_agents_code");
            }
        }

        @Revision(id = "0003", revises = "0002", message = "twice the code")
        static class Third implements Migration {
            @Override
            public void upgrade(Operations op) {
                op.addColumn("agents", column("twice", integer()).generatedVirtual("code * 2"));
            }

            @Override
            public void downgrade(Operations op) {
                op.dropColumn("agents", "twice");
            }
        }
    }

    @Test
    void aRunThatTheServerCannotCompleteBeginsNothing() {
        Migrate migrate = TestHistory.configure(database, Modern.class).build();
        String version = database.query(
                "SELECT current_setting('server_version_num')::int / 10000 || '.' || current_setting('server_version_num')::int % 10000");

        assertThatThrownBy(() -> migrate.upgrade("head"))
                .isInstanceOf(MigrateException.class)
                .hasMessage("Nothing was run" + REFUSED.formatted(version));

        assertThat(database.query("SELECT to_regclass('agents'), count(*) FROM migrate_version"))
                .isEqualTo("null|0");
        assertThat(migrate.journal(10)).isEmpty();
        migrate.upgrade("0001");
        assertThat(migrate.current()).containsExactly("0001");
    }

    static class Partitioned {
        @Revision(id = "0001")
        static class Tables implements Migration {
            @Override
            public void upgrade(Operations op) {
                op.createTable(table("agents").columns(column("id", integer())).primaryKey("agents_pkey", "id"));
                op.createTable(table("logs").columns(column("agent", integer())).partitionByHash("agent"));
                op.renameTable("logs", "events");
            }

            @Override
            public void downgrade(Operations op) {
                op.dropTable("events");
                op.dropTable("agents");
            }
        }

        @Revision(id = "0002", revises = "0001")
        static class Key implements Migration {
            @Override
            public void upgrade(Operations op) {
                op.addForeignKey(
                        "events",
                        foreignKey("fk_events_agent", "agent")
                                .references("agents", "id")
                                .notValid());
            }

            @Override
            public void downgrade(Operations op) {
                op.dropConstraint("events", "fk_events_agent");
            }
        }
    }

    @Test
    void whatATableThatAnEarlierRevisionPartitionsCannotHaveIsRefused() {
        Migrate migrate = TestHistory.configure(database, Partitioned.class)
                .scriptsFor(17)
                .build();
        StringBuilder script = new StringBuilder();

        assertThatThrownBy(() -> migrate.upgradeSql("head", script)).hasMessage("""
                        No script was written, since it could not be completed:
                          upgrade of 0002: A NOT VALID foreign key on a partitioned table (foreign key fk_events_agent on \
                        [agent] of events) needs PostgreSQL 18 or later, but the server is 17.0. Add it to each of the \
                        partitions first, validate it there, and then add it to the table without notValid().""");
        assertThatThrownBy(() -> migrate.upgrade("head"))
                .hasMessageContaining(
                        "Nothing was run, since it could not be completed:\n  upgrade of 0002: A NOT VALID");
        assertThat(database.query("SELECT to_regclass('agents')")).isEqualTo("null");
    }

    @Test
    void aScriptThatTheServerCannotCompleteIsNotWritten() {
        Migrate migrate =
                TestHistory.configure(database, Modern.class).scriptsFor(13).build();
        StringBuilder script = new StringBuilder();

        assertThatThrownBy(() -> migrate.upgradeSql("head", script))
                .isInstanceOf(MigrateException.class)
                .hasMessage("No script was written" + REFUSED.formatted("13.0"));

        assertThat(script).isEmpty();
    }

    /** Work over JDBC ends what can be known; rows need not be read for it; and a migration may know its way around. */
    static class Unknowable {
        record NewerThan(int major) implements CustomOperation {
            @Override
            public String sql(int postgresMajor) {
                if (postgresMajor <= major) {
                    throw new MigrateException("PostgreSQL " + postgresMajor + " is too old");
                }
                return "SELECT 1";
            }

            @Override
            public String java() {
                return "new NewerThan(" + major + ")";
            }
        }

        @Revision(id = "0001", message = "what each server can")
        static class First implements Migration {
            private static final List<String> READ = new java.util.ArrayList<>();

            @Override
            public void upgrade(Operations op) {
                try {
                    op.apply(new NewerThan(13));
                } catch (MigrateException tooOld) {
                    op.execute("CREATE TABLE codes (code int)");
                }
                op.bulkInsert(
                        dev.migrate.operation.DataChanges.rows("codes", "code").rowsFrom(() -> {
                            READ.add(op.currentSchema());
                            return Stream.of(List.of(1));
                        }));
            }

            @Override
            public void downgrade(Operations op) {
                op.dropTable("codes");
            }
        }

        @Revision(id = "0002", revises = "0001", message = "after a look")
        static class Second implements Migration {
            @Override
            public void upgrade(Operations op) {
                op.withConnection(connection -> {
                    try (Statement statement = connection.createStatement()) {
                        statement.execute("UPDATE codes SET code = 2");
                    }
                });
                op.apply(new NewerThan(13));
            }

            @Override
            public void downgrade(Operations op) {}
        }
    }

    @Test
    void whatFollowsWorkOverJdbcIsRefusedInItsPlace() {
        Migrate migrate = TestHistory.configure(database, Unknowable.class).build();

        assertThatThrownBy(() -> migrate.upgrade("head"))
                .isInstanceOf(RevisionFailedException.class)
                .hasMessageContaining("0002")
                .hasMessageContaining("PostgreSQL 13 is too old");

        assertThat(migrate.current()).containsExactly("0001");
        assertThat(database.query("SELECT code FROM codes")).isEqualTo("1");
        assertThat(Unknowable.First.READ).containsExactly("public");
    }
}
