package dev.migrate.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.Migrate;
import dev.migrate.MigrateException;
import dev.migrate.Migration;
import dev.migrate.Operations;
import dev.migrate.Revision;
import dev.migrate.testing.PostgresTest;
import dev.migrate.testing.Psql;
import dev.migrate.testing.TestDatabase;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

@PostgresTest
class LoadingTest {

    abstract static class Empty implements Migration {
        @Override
        public void upgrade(Operations op) {}

        @Override
        public void downgrade(Operations op) {}
    }

    static class NoConstructor {
        @Revision(id = "0001")
        static class Needy extends Empty {
            Needy(String what) {
                assertThat(what).isNotNull();
            }
        }
    }

    static class NoMigration {
        @Revision(id = "0001", message = "nothing")
        static class Plain {}
    }

    static class Throwing {
        @Revision(id = "0001")
        static class Throws extends Empty {
            @Override
            public void upgrade(Operations op) {
                op.execute("CREATE TABLE t (a int)");
                throw new IllegalStateException("no such luck");
            }
        }
    }

    static final List<String> LOADED = new CopyOnWriteArrayList<>();

    static class Lazy {
        @Revision(id = "0001")
        static class First extends Empty {
            static {
                LOADED.add("0001");
            }
        }

        @Revision(id = "0002", revises = "0001")
        static class Second extends Empty {
            static {
                LOADED.add("0002");
            }
        }
    }

    private static Migrate migrate(TestDatabase database, Class<?> holder) {
        return TestHistory.configure(database, holder).build();
    }

    @Test
    void aMigrationWithoutAConstructorIsNamed(TestDatabase database) {
        assertThatThrownBy(() -> migrate(database, NoConstructor.class).upgrade("head"))
                .hasMessage("""
                        The upgrade of revision 0001 failed:
                          The migration of revision 0001, dev.migrate.runtime.LoadingTest$NoConstructor$Needy, has no \
                        constructor without parameters. Add one; it must be public.
                        Migration: dev.migrate.runtime.LoadingTest$NoConstructor$Needy
                        It was rolled back and left nothing behind; the database is at base.
                        Correct the cause and run mvn migrate:upgrade again.""");
    }

    @Test
    void aClassThatIsNoMigrationIsNamed(TestDatabase database) {
        assertThatThrownBy(() -> migrate(database, NoMigration.class).upgrade("head"))
                .hasMessageStartingWith("""
                        The upgrade of revision 0001 (nothing) failed:
                          The migration of revision 0001, dev.migrate.runtime.LoadingTest$NoMigration$Plain, doesn't \
                        implement dev.migrate.Migration. Add "implements Migration" with upgrade and downgrade.
                        """);
    }

    @Test
    void aMigrationThatThrowsIsRolledBackAndItsLineIsNamed(TestDatabase database) {
        assertThatThrownBy(() -> migrate(database, Throwing.class).upgrade("head"))
                .hasMessage("""
                        The upgrade of revision 0001 failed:
                          java.lang.IllegalStateException: no such luck
                        Migration: dev.migrate.runtime.LoadingTest$Throwing$Throws (LoadingTest.java:49)
                        It was rolled back and left nothing behind; the database is at base.
                        Correct the cause and run mvn migrate:upgrade again.""")
                .hasCauseInstanceOf(IllegalStateException.class);
        assertThat(database.query("SELECT count(*) FROM pg_tables WHERE tablename = 't'"))
                .isEqualTo("0");
    }

    @Test
    void aMigrationThatThrowsWithoutADatabaseIsNamed(TestDatabase database) {
        Migrate migrate = migrate(database, Throwing.class);
        String message = """
                Without a database the upgrade of revision 0001 throws
                  java.lang.IllegalStateException: no such luck
                Migration: dev.migrate.runtime.LoadingTest$Throwing$Throws (LoadingTest.java:49)
                Correct it. If it is an argument that it lacks, give that: -Dmigrate.x.KEY=VALUE, or x(key, value) of \
                MigrateBuilder.""";

        assertThatThrownBy(() -> migrate.lint(":"))
                .isInstanceOf(MigrateException.class)
                .hasMessage(message)
                .hasCauseInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> migrate.upgradeSql("head", new StringBuilder()))
                .isInstanceOf(MigrateException.class)
                .hasMessage(message);
    }

    @Test
    void aClassIsLoadedOnlyWhenItRuns(TestDatabase database) {
        Migrate migrate = migrate(database, Lazy.class);
        migrate.pending();
        assertThat(LOADED).isEmpty();

        migrate.upgrade("0001");

        assertThat(LOADED).containsExactly("0001");
    }

    @Test
    void aChangedMigrationIsReportedAndFailsNothing(TestDatabase database) {
        TestHistory.configure(database, Agents.class).build().upgrade("head");
        Migrate changed = TestHistory.configure(database, ChangedAgents.class).build();

        assertThat(TestHistory.configure(database, Agents.class).build().changed())
                .isEmpty();
        assertThat(changed.changed()).extracting("id").containsExactly("0002");
        changed.upgrade("head");
        changed.requireCurrent();
    }

    @Test
    void whatAScriptSaysInOtherWordsThanARunIsNoChange(TestDatabase database) {
        Migrate migrate = migrate(database, EitherWay.class);
        StringBuilder script = new StringBuilder();

        migrate.upgradeSql("head", script);
        assertThat(Psql.run(database, script)).isEqualTo("exit 0");
        assertThat(migrate.changed()).isEmpty();

        migrate.downgrade("base");
        migrate.upgrade("head");
        assertThat(migrate.changed()).isEmpty();
    }

    static class EitherWay {
        @Revision(id = "0001")
        static class Asks extends Empty {
            @Override
            public void upgrade(Operations op) {
                if (op.offline()) {
                    op.execute("COMMENT ON SCHEMA public IS 'in a script'");
                } else {
                    op.execute("COMMENT ON SCHEMA public IS 'in a run'");
                }
            }
        }
    }

    static class ChangedAgents {
        @Revision(id = "0001", message = "create agents, in other words")
        static class Create extends Agents.Create {
            @Override
            public void upgrade(Operations op) {
                // The same operation, formatted otherwise.
                op.execute("""
                        CREATE TABLE agents
                            (id bigint PRIMARY KEY,   -- the key
                             name text NOT NULL)
                        """);
            }
        }

        @Revision(id = "0002", revises = "0001", message = "add status")
        static class AddStatus extends Agents.AddStatus {
            @Override
            public void upgrade(Operations op) {
                op.execute("ALTER TABLE agents ADD COLUMN status varchar(20) DEFAULT 'it''s  new' NOT NULL");
            }
        }

        @Revision(id = "0003", revises = "0002", message = "index names")
        static class IndexNames extends Agents.IndexNames {}
    }
}
