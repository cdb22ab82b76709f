package dev.migrate.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.migrate.test.MigratedDatabase.Per;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.springframework.jdbc.core.JdbcTemplate;

class MigratedDatabaseTest {

    private static final Set<String> NAMES = ConcurrentHashMap.newKeySet();

    private static EngineExecutionResults run(Class<?>... classes) {
        NAMES.clear();
        EngineTestKit.Builder builder = EngineTestKit.engine("junit-jupiter");
        for (Class<?> one : classes) {
            builder.selectors(selectClass(one));
        }
        return builder.configurationParameter("junit.jupiter.execution.parallel.enabled", "true")
                .configurationParameter("junit.jupiter.execution.parallel.mode.default", "concurrent")
                .configurationParameter("junit.jupiter.execution.parallel.config.strategy", "fixed")
                .configurationParameter("junit.jupiter.execution.parallel.config.fixed.parallelism", "4")
                .execute();
    }

    private static List<String> failures(EngineExecutionResults results) {
        return results.allEvents().failed().stream()
                .map(event -> event.getRequiredPayload(org.junit.platform.engine.TestExecutionResult.class)
                        .getThrowable()
                        .orElseThrow()
                        .toString())
                .toList();
    }

    @MigratedDatabase(per = Per.METHOD)
    static class AloneInItsDatabase {

        @RepeatedTest(10)
        void findsNothing(JdbcTemplate jdbc, JdbcUrl url) {
            NAMES.add(url.url());
            assertThat(jdbc.queryForObject("SELECT count(*) FROM person", Long.class))
                    .isZero();
            jdbc.update("INSERT INTO person (id) VALUES (1)");
        }
    }

    @Test
    void methodsThatRunInParallelHaveADatabaseEach() {
        EngineExecutionResults results = run(AloneInItsDatabase.class);

        assertThat(failures(results)).isEmpty();
        results.testEvents().assertStatistics(statistics -> statistics.succeeded(10));
        assertThat(NAMES).hasSize(10);
    }

    @MigratedDatabase
    static class SharedByItsMethods {

        @BeforeAll
        static void fill(Connection connection) throws SQLException {
            connection.createStatement().execute("INSERT INTO person (id) VALUES (1)");
        }

        @BeforeEach
        void before(JdbcUrl url) {
            NAMES.add(url.url());
        }

        @RepeatedTest(3)
        void findsWhatTheClassWrote(DataSource dataSource) {
            assertThat(new JdbcTemplate(dataSource).queryForObject("SELECT count(*) FROM person", Long.class))
                    .isEqualTo(1);
        }

        @Nested
        class Inside {

            @Test
            void sharesIt(JdbcUrl url) {
                NAMES.add(url.url());
            }
        }
    }

    @MigratedDatabase
    static class AnotherClass {

        @Test
        void findsNothing(JdbcTemplate jdbc, JdbcUrl url) {
            NAMES.add(url.url());
            assertThat(jdbc.queryForObject("SELECT count(*) FROM person", Long.class))
                    .isZero();
        }
    }

    @Test
    void theMethodsOfAClassAndItsNestedClassesShareADatabase() {
        EngineExecutionResults results = run(SharedByItsMethods.class, AnotherClass.class);

        assertThat(failures(results)).isEmpty();
        results.testEvents().assertStatistics(statistics -> statistics.succeeded(5));
        assertThat(NAMES).hasSize(2);
    }

    @MigratedDatabase(packages = "no.such.migrations")
    static class NoMigrations {
        @Test
        void one(Connection connection) {}

        @Test
        void two(Connection connection) {}
    }

    @Test
    void aClassWithoutMigrationsFailsOnce() {
        assertThat(failures(run(NoMigrations.class)))
                .containsExactly("dev.migrate.MigrateException: No migrations are in the package no.such.migrations."
                        + " Name their package: @MigratedDatabase(packages = …), or migrate.packages in"
                        + " junit-platform.properties.");
    }

    @MigratedDatabase(packages = "dev.migrate.test.twoheads")
    static class TwoHeads {
        @Test
        void one(Connection connection) {}
    }

    @Test
    void twoHeadsFailTheClass() {
        assertThat(failures(run(TwoHeads.class)))
                .containsExactly("dev.migrate.MigrateException: The history has several heads: head_A (Branch A),"
                        + " head_B (Branch B). A test database is at one. Merge them with mvn migrate:merge.");
    }

    @MigratedDatabase(url = "jdbc:postgresql://localhost:1/none?user=me&password=secret")
    static class NoServer {
        @Test
        void one(Connection connection) {}
    }

    @Test
    void aServerThatIsNotThereFailsTheClass() {
        assertThat(failures(run(NoServer.class)))
                .containsExactly("dev.migrate.MigrateException: No PostgreSQL server for tests answers at localhost,"
                        + " given by @MigratedDatabase(url = …): Connection to localhost:1 refused. Check"
                        + " that the hostname and port are correct and that the postmaster is accepting"
                        + " TCP/IP connections. Start it, correct the URL, or leave it out for an"
                        + " embedded server.");
    }

    @MigratedDatabase(url = "mysql://localhost/none")
    static class AnotherDatabase {
        @Test
        void one(Connection connection) {}
    }

    @Test
    void aUrlOfAnotherDatabaseFailsTheClass() {
        assertThat(failures(run(AnotherDatabase.class)))
                .containsExactly("dev.migrate.MigrateException: The URL from @MigratedDatabase(url = …) isn't one of"
                        + " PostgreSQL. Expected jdbc:postgresql://host:port/database.");
    }

    @MigratedDatabase(seeds = "/no-such-seed.sql")
    static class NoSeed {
        @Test
        void one(Connection connection) {}
    }

    @MigratedDatabase(seededBy = FailingSeed.Wrong.class)
    static class FailingSeed {
        static class Wrong implements Seed {
            @Override
            public void fill(Connection connection) throws SQLException {
                connection.createStatement().execute("INSERT INTO nobody DEFAULT VALUES");
            }
        }

        @Test
        void one(Connection connection) {}
    }

    @Test
    void aSeedThatIsMissingOrFailsFailsTheClass() {
        assertThat(failures(run(NoSeed.class)))
                .containsExactly("dev.migrate.MigrateException: The seed /no-such-seed.sql of"
                        + " dev.migrate.test.MigratedDatabaseTest$NoSeed isn't on the class path. Expected"
                        + " src/test/resources/no-such-seed.sql.");
        assertThat(failures(run(FailingSeed.class)))
                .containsExactly("dev.migrate.MigrateException: The seed"
                        + " dev.migrate.test.MigratedDatabaseTest$FailingSeed$Wrong fails on the migrated"
                        + " template: ERROR: relation \"nobody\" does not exist\n"
                        + "  Position: 13. Correct it, or the migration that it relies on.");
    }

    @MigratedDatabase(per = Per.METHOD)
    static class InBeforeAll {

        @BeforeAll
        static void fill(Connection connection) {}

        @Test
        void one() {}
    }

    @Test
    void aMethodsDatabaseIsNotThereBeforeAllMethods() {
        assertThat(failures(run(InBeforeAll.class)).toString())
                .contains(
                        "InBeforeAll has a database for each method (per = METHOD): its constructor and its @BeforeAll"
                                + " methods can't have one. Take it in @BeforeEach, or fill it with seeds.");
    }

    static class WrongRevisions {
        @MigrationTest(from = "0001", to = "00002")
        void unknown(MigrationRun migrate) {}
    }

    static class WrongOrder {
        @MigrationTest(from = "0002", to = "0001")
        void backwards(MigrationRun migrate) {}
    }

    @Test
    void revisionsThatAreUnknownOrInTheWrongOrderFailTheMethod() {
        assertThat(failures(run(WrongRevisions.class)).toString())
                .contains(
                        "@MigrationTest(to = \"00002\") of WrongRevisions.unknown: Can't locate revision identified by"
                                + " '00002'. It was given as a target, and is no id or label of the 2 revisions; nearest:"
                                + " 0002, 0001. List all with mvn migrate:history.");
        assertThat(failures(run(WrongOrder.class)).toString())
                .contains("@MigrationTest of WrongOrder.backwards goes from 0002 to 0001, and 0001 doesn't come after"
                        + " 0002. See the order of revisions with mvn migrate:history.");
    }
}
