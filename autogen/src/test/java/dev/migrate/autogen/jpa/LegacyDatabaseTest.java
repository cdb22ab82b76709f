package dev.migrate.autogen.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.migrate.autogen.EntityClassLoader;
import dev.migrate.autogen.EntitySource;
import dev.migrate.schema.Schema;
import dev.migrate.testing.PostgresServer;
import dev.migrate.testing.PostgresTest;
import dev.migrate.testing.TestDatabase;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Databases that came about without Migrate: by Hibernate's own update, or restored from a dump of its export. */
@PostgresTest
class LegacyDatabaseTest {

    private static EntityClassLoader hibernate;

    @BeforeAll
    static void load() {
        hibernate = Models.hibernate(Models.COMPILED, true);
    }

    @AfterAll
    static void close() throws IOException {
        hibernate.close();
    }

    static Stream<Model> exportable() {
        return Models.tried().filter(model -> model.isFor(Models.COMPILED) && model.canBeExportedBy(Models.COMPILED));
    }

    /**
     * Of a column that is unique by itself Hibernate's export leaves out the constraint that its update adds; its update
     * makes none of the auxiliary objects, and of what is unique in a table per class it forgets that of the first.
     */
    private static final Map<String, String> DIFFERENCES = Map.of(
            "keys",
            "ALTER TABLE uniques DROP CONSTRAINT uq_one",
            "hierarchies",
            "ALTER TABLE trainticket ADD CONSTRAINT trainticket_code_key UNIQUE (code)",
            "aggregates",
            "create view current_customers as select id, tenant from customers where not deleted");

    @ParameterizedTest
    @MethodSource("exportable")
    void what_hibernate_updates_has_no_difference_but_what_its_export_leaves_out(Model model, TestDatabase database)
            throws Exception {
        EntitySource source = Models.source(model.name(), hibernate);

        ModelComparison.update(hibernate, source, database);

        assertThat(ModelComparison.sql(ModelComparison.drift(hibernate.read(source), database)))
                .isEqualTo(DIFFERENCES.getOrDefault(model.name(), ""));
    }

    /** On the oldest server, which every pg_dump can read. */
    @ParameterizedTest
    @MethodSource("exportable")
    void a_restored_copy_of_what_hibernate_exports_has_no_difference(Model model) throws Exception {
        assumeTrue(isInstalled("pg_dump") && isInstalled("psql"), "postgresql-client is not installed");
        EntitySource source = Models.source(model.name(), hibernate).postgresMajor(13);
        Schema declared = hibernate.read(source);
        try (TestDatabase exported = PostgresServer.get(13).newDatabase();
                TestDatabase restored = PostgresServer.get(13).newDatabase()) {
            exported.execute(ModelComparison.export(hibernate, source));

            copy(exported, restored);

            assertThat(ModelComparison.sql(ModelComparison.drift(declared, restored)))
                    .isEmpty();
        }
    }

    private static boolean isInstalled(String program) throws IOException, InterruptedException {
        return new ProcessBuilder("sh", "-c", "command -v " + program).start().waitFor() == 0;
    }

    private static void copy(TestDatabase from, TestDatabase to) throws IOException, InterruptedException {
        List<Process> pipeline = ProcessBuilder.startPipeline(List.of(
                new ProcessBuilder("pg_dump", "--schema-only", uri(from))
                        .redirectError(ProcessBuilder.Redirect.INHERIT),
                new ProcessBuilder("psql", "--quiet", "--set=ON_ERROR_STOP=1", uri(to))
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)));
        for (Process process : pipeline) {
            assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
            assertThat(process.exitValue()).isZero();
        }
    }

    private static String uri(TestDatabase database) {
        return database.url().substring("jdbc:".length());
    }
}
