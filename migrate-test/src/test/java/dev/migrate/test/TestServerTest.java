package dev.migrate.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.MigrateException;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** A server that outlives the tests, as one that is given by its URL does; each origin of the URL is a run of its own. */
class TestServerTest {

    private static final HistorySettings HISTORY =
            new HistorySettings(List.of("db.migrations"), Optional.empty(), Optional.empty(), Map.of());

    private static EmbeddedPostgres postgres;
    private static JdbcTemplate administrator;
    private static int tests;

    @BeforeAll
    static void start() throws IOException {
        postgres = EmbeddedPostgres.start();
        administrator = new JdbcTemplate(postgres.getPostgresDatabase());
    }

    @AfterAll
    static void stop() throws IOException {
        postgres.close();
    }

    @BeforeEach
    void dropTemplates() {
        tests++;
        for (String name : databases("migrate_")) {
            administrator.execute("ALTER DATABASE " + name + " IS_TEMPLATE false");
            administrator.execute("DROP DATABASE " + name + " WITH (FORCE)");
        }
    }

    private static ServerChoice run(String name) {
        return ServerChoice.of(postgres.getJdbcUrl("postgres", "postgres"), name + " of test " + tests);
    }

    private static List<String> databases(String prefix) {
        return administrator.queryForList(
                "SELECT datname FROM pg_database WHERE starts_with(datname, ?) ORDER BY 1", String.class, prefix);
    }

    @Test
    void theNextRunFindsTheTemplateAndAnotherSeedMakesAnother() {
        Template.of(run("first"), HISTORY, Template.HEAD, Seeds.NONE);
        List<String> made = databases("migrate_template_");
        assertThat(made).hasSize(1);

        Template.of(run("second"), HISTORY, Template.HEAD, Seeds.NONE);
        assertThat(databases("migrate_template_")).isEqualTo(made);

        Seeds seeds = new Seeds(List.of(new Seeds.Script("one", "INSERT INTO person (id) VALUES (1)")), List.of());
        TestDatabase seeded =
                Template.of(run("third"), HISTORY, Template.HEAD, seeds).newDatabase();
        assertThat(new JdbcTemplate(seeded.dataSource()).queryForObject("SELECT id FROM person", Long.class))
                .isEqualTo(1);
        assertThat(databases("migrate_template_")).hasSize(2);
    }

    @Test
    void runsThatStartAtOnceMakeOneTemplate() {
        List<String> names = IntStream.range(0, 4)
                .parallel()
                .mapToObj(i -> Template.of(run("run" + i), HISTORY, Template.HEAD, Seeds.NONE)
                        .newDatabase()
                        .name())
                .toList();

        assertThat(names).doesNotHaveDuplicates();
        assertThat(databases("migrate_template_")).hasSize(1);
        assertThat(databases("migrate_test_")).containsExactlyInAnyOrderElementsOf(names);
    }

    @Test
    void theNextRunDropsWhatAKilledOneLeft() {
        TestDatabase left =
                Template.of(run("killed"), HISTORY, Template.HEAD, Seeds.NONE).newDatabase();
        TestDatabase used =
                Template.of(run("living"), HISTORY, Template.HEAD, Seeds.NONE).newDatabase();
        administrator.queryForList(
                "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE application_name = ?",
                Boolean.class,
                "migrate-test " + left.name().split("_", -1)[2]);

        Template.of(run("next"), HISTORY, Template.HEAD, Seeds.NONE);

        assertThat(databases("migrate_test_")).containsExactly(used.name());
    }

    @Test
    void aTemplateThatNobodyHasUsedForADayIsDropped() {
        Template.of(run("first"), HISTORY, Template.HEAD, Seeds.NONE);
        String template = databases("migrate_template_").get(0);
        administrator.execute("COMMENT ON DATABASE " + template
                + " IS 'A template of migrate-test. Last used 2020-01-01 00:00:00+00'");

        TestServer.of(run("later"));

        assertThat(databases("migrate_template_")).isEmpty();
    }

    @Test
    void aTemplateThatSomebodyHasDroppedIsMadeAgain() {
        Template template = Template.of(run("first"), HISTORY, Template.HEAD, Seeds.NONE);
        String name = databases("migrate_template_").get(0);
        administrator.execute("ALTER DATABASE " + name + " IS_TEMPLATE false");
        administrator.execute("DROP DATABASE " + name);

        TestDatabase database = template.newDatabase();

        assertThat(new JdbcTemplate(database.dataSource()).queryForList("SELECT first_name FROM person", String.class))
                .isEmpty();
    }

    @Test
    void aRoleThatMayNotCreateDatabasesIsToldWhatItNeeds() {
        administrator.execute("CREATE ROLE weak LOGIN");
        ServerChoice weak = ServerChoice.of(postgres.getJdbcUrl("weak", "postgres"), "migrate.test.url");

        assertThatThrownBy(() -> Template.of(weak, HISTORY, Template.HEAD, Seeds.NONE))
                .isInstanceOf(MigrateException.class)
                .hasMessage("migrate-test can't create a database on the server given by migrate.test.url: ERROR:"
                        + " permission denied to create database. Its role must be allowed to create databases:"
                        + " ALTER ROLE … CREATEDB.");
    }

    @Test
    void aRoleThatMayCreateDatabasesNeedsNothingElse() {
        administrator.execute("CREATE ROLE tester LOGIN CREATEDB");
        ServerChoice tester = ServerChoice.of(postgres.getJdbcUrl("tester", "postgres"), "migrate.test.url");

        TestDatabase database =
                Template.of(tester, HISTORY, Template.HEAD, Seeds.NONE).newDatabase();

        assertThat(new JdbcTemplate(database.dataSource()).queryForObject("SELECT count(*) FROM person", Long.class))
                .isZero();
    }
}
