package dev.migrate.autogen.jpa;

import dev.migrate.autogen.EntityClassLoader;
import dev.migrate.testing.PostgresTest;
import dev.migrate.testing.TestDatabase;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each model with each Hibernate: what Migrate generates, what Hibernate's own export creates, what both leave. */
@PostgresTest
class EntityCorpusTest {

    private static final Map<Boolean, EntityClassLoader> HIBERNATES = new HashMap<>();
    private static String loaded = "";

    static Stream<Arguments> models() {
        return Models.triedByVersion().entrySet().stream()
                .flatMap(version -> version.getValue().stream().map(model -> Arguments.of(version.getKey(), model)));
    }

    @AfterAll
    static void close() throws IOException {
        for (EntityClassLoader hibernate : HIBERNATES.values()) {
            hibernate.close();
        }
        HIBERNATES.clear();
    }

    @ParameterizedTest(name = "Hibernate {0}: {1}")
    @MethodSource("models")
    void what_is_generated_is_what_hibernate_exports_and_can_be_taken_back(
            String version, Model model, TestDatabase generated, TestDatabase exported) throws Exception {
        EntityClassLoader reading = load(version, Models.isIntegrated(model.name(), version));
        EntityClassLoader exporting = load(version, true);

        new EntityRoundTrip(
                        reading.read(Models.source(model.name(), reading)),
                        ModelComparison.export(exporting, Models.source(model.name(), exporting)))
                .run(generated, exported, model.canBeExportedBy(version));
    }

    /** Two class loaders for all models of a version: to load a Hibernate takes longer than to read a model. */
    private static EntityClassLoader load(String version, boolean integrated) throws IOException {
        if (!loaded.equals(version)) {
            close();
            loaded = version;
        }
        return HIBERNATES.computeIfAbsent(integrated, both -> Models.hibernate(version, both));
    }
}
