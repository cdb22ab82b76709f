package dev.migrate.autogen.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.autogen.EntityClassLoader;
import dev.migrate.autogen.EntitySource;
import dev.migrate.autogen.diff.Difference;
import dev.migrate.schema.Schema;
import dev.migrate.testing.PostgresTest;
import dev.migrate.testing.SchemaDump;
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

    /** Has PostgreSQL itself name what Hibernate named by a hash. */
    private static final String RENAME_HASHES = """
            DO $$
            DECLARE it record;
            BEGIN
                FOR it IN SELECT conrelid::regclass AS tab, conname, pg_get_constraintdef(oid) AS def FROM pg_constraint
                          WHERE contype = 'f' AND conname ~ '^(fk|FK)[0-9a-y]{20,25}$' ORDER BY oid LOOP
                    EXECUTE format('ALTER TABLE %s DROP CONSTRAINT %I', it.tab, it.conname);
                    EXECUTE format('ALTER TABLE %s ADD %s', it.tab, it.def);
                END LOOP;
                FOR it IN SELECT c.oid::regclass AS name, relname, pg_get_indexdef(c.oid) AS def FROM pg_class c
                          WHERE relkind = 'i' AND relname ~ '^(idx|IDX)[0-9a-y]{20,25}$' ORDER BY oid LOOP
                    EXECUTE format('DROP INDEX %s', it.name);
                    EXECUTE replace(it.def, 'INDEX ' || quote_ident(it.relname), 'INDEX');
                END LOOP;
            END $$""";

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
        Schema declared = hibernate.read(source);
        String empty = SchemaDump.of(generated);
        Difference difference = ModelComparison.drift(declared, generated);

        ModelComparison.execute(generated, difference.operations());
        assertThat(ModelComparison.sql(ModelComparison.drift(declared, generated)))
                .as("difference after upgrade")
                .isEmpty();

        String script = ModelComparison.export(hibernate, source);
        if (model.canBeExportedBy(version)) {
            exported.execute(script);
            assertThat(ModelComparison.sql(ModelComparison.drift(declared, exported)))
                    .as("difference to the export")
                    .isEmpty();
            exported.execute(RENAME_HASHES);
            assertThat(SchemaDump.of(generated)).isEqualTo(SchemaDump.of(exported));
        } else {
            assertThatThrownBy(() -> exported.execute(script)).isInstanceOf(IllegalStateException.class);
        }

        ModelComparison.execute(generated, difference.inverse());
        assertThat(SchemaDump.of(generated)).as("dump after downgrade").isEqualTo(empty);
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
