package dev.migrate.autogen.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.autogen.EntityClassLoader;
import dev.migrate.schema.Schema;
import dev.migrate.testing.PostgresTest;
import dev.migrate.testing.TestDatabase;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The same entities, read by a newer Hibernate, which declares some of them differently. */
@PostgresTest
class HibernateUpgradeTest {

    private static final Map<String, EntityClassLoader> HIBERNATES = new TreeMap<>();

    /** From the compiled line to the newest one; with every line, from each to the next. */
    static Stream<Arguments> models() {
        List<String> versions = Models.VERSIONS.subList(
                Models.VERSIONS.equals(Models.EVERY) ? 0 : Models.VERSIONS.indexOf(Models.COMPILED),
                Models.VERSIONS.size());
        return IntStream.range(1, versions.size()).boxed().flatMap(number -> {
            String older = versions.get(number - 1);
            String newer = versions.get(number);
            return Models.tried()
                    .filter(model -> model.isFor(older) && model.isFor(newer))
                    .map(model -> Arguments.of(older, newer, model));
        });
    }

    @AfterAll
    static void close() throws IOException {
        for (EntityClassLoader hibernate : HIBERNATES.values()) {
            hibernate.close();
        }
        HIBERNATES.clear();
    }

    @ParameterizedTest(name = "from Hibernate {0} to {1}: {2}")
    @MethodSource("models")
    void a_migration_leads_to_what_the_newer_declares_and_back(
            String older, String newer, Model model, TestDatabase database) throws IOException {
        use(older, newer);
        create(database, read(older, model.name()));

        EntityRoundTrip.thereAndBack(read(newer, model.name()), database, () -> {});
    }

    @Test
    void what_changes_is_what_the_newer_would_have_created(TestDatabase database) throws IOException {
        use("6.6.56", "7.4.13");
        create(database, read("6.6.56", "temporal"));

        assertThat(ModelComparison.sql(ModelComparison.drift(read("7.4.13", "temporal"), database)))
                .isEqualTo("""
                        ALTER TABLE legacy ALTER COLUMN sqltime TYPE time(0) without time zone;
                        ALTER TABLE legacy ALTER COLUMN "time" TYPE time(0) without time zone;
                        ALTER TABLE modern ALTER COLUMN offsettime TYPE time(0) without time zone;
                        ALTER TABLE modern ALTER COLUMN "time" TYPE time(0) without time zone;
                        ALTER TABLE stamped ALTER COLUMN created SET NOT NULL;
                        ALTER TABLE stamped ALTER COLUMN createdbydatabase SET NOT NULL;
                        ALTER TABLE stamped ALTER COLUMN current SET NOT NULL;
                        ALTER TABLE stamped ALTER COLUMN updated SET NOT NULL;
                        ALTER TABLE stamped ALTER COLUMN updatedbydatabase SET NOT NULL;
                        ALTER TABLE stamped ALTER COLUMN version SET NOT NULL;
                        ALTER TABLE zones ALTER COLUMN opens TYPE time(0) without time zone""");
    }

    private static void create(TestDatabase database, Schema declared) {
        ModelComparison.execute(
                database, ModelComparison.drift(declared, database).operations());
    }

    private static void use(String older, String newer) throws IOException {
        if (!(HIBERNATES.containsKey(older) && HIBERNATES.containsKey(newer))) {
            close();
        }
        for (String version : new String[] {older, newer}) {
            HIBERNATES.computeIfAbsent(version, each -> Models.hibernate(each, true));
        }
    }

    private static Schema read(String version, String model) {
        EntityClassLoader hibernate = HIBERNATES.get(version);
        return hibernate.read(Models.source(model, hibernate));
    }
}
