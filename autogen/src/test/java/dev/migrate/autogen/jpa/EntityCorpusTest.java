package dev.migrate.autogen.jpa;

import dev.migrate.autogen.EntityClassLoader;
import dev.migrate.autogen.EntitySource;
import dev.migrate.testing.PostgresTest;
import dev.migrate.testing.TestDatabase;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each model with each Hibernate: what Migrate generates, what Hibernate's own export creates, what both leave. */
@PostgresTest
class EntityCorpusTest {

    private static EntityClassLoader hibernate;
    private static String loaded = "";

    static Stream<Arguments> models() {
        return Models.VERSIONS.stream().flatMap(version -> Models.tried()
                .filter(model -> model.isFor(version))
                .map(model -> Arguments.of(version, model)));
    }

    @AfterAll
    static void close() throws IOException {
        hibernate.close();
    }

    @ParameterizedTest(name = "Hibernate {0}: {1}")
    @MethodSource("models")
    void what_is_generated_is_what_hibernate_exports_and_can_be_taken_back(
            String version, Model model, TestDatabase generated, TestDatabase exported) throws Exception {
        load(version);
        EntitySource source = Models.source(model.name(), hibernate);

        new EntityRoundTrip(hibernate.read(source), ModelComparison.export(hibernate, source))
                .run(generated, exported, model.canBeExportedBy(version));
    }

    /** One class loader for all models of a version: to load a Hibernate takes longer than to read a model. */
    private static void load(String version) throws IOException {
        if (!loaded.equals(version)) {
            if (hibernate != null) {
                hibernate.close();
            }
            hibernate = Models.hibernate(version);
            loaded = version;
        }
    }
}
