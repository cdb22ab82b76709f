package dev.migrate.autogen.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.autogen.diff.Difference;
import dev.migrate.schema.Schema;
import dev.migrate.testing.SchemaDump;
import dev.migrate.testing.TestDatabase;

/**
 * What Migrate generates, what Hibernate exports, what both leave.
 *
 * @param declared what the entities declare
 * @param export the script that Hibernate creates their schema with
 */
record EntityRoundTrip(Schema declared, String export) {

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

    /**
     * Upgrades an empty database to the entities, finds no difference there nor in one that Hibernate filled, and
     * downgrades to nothing.
     *
     * @param isExportable whether PostgreSQL takes Hibernate's script
     */
    void run(TestDatabase generated, TestDatabase exported, boolean isExportable) {
        thereAndBack(declared, generated, () -> {
            if (isExportable) {
                exported.execute(export);
                assertThat(ModelComparison.sql(ModelComparison.drift(declared, exported)))
                        .as("difference to the export")
                        .isEmpty();
                exported.execute(RENAME_HASHES);
                assertThat(SchemaDump.of(generated)).isEqualTo(SchemaDump.of(exported));
            } else {
                assertThatThrownBy(() -> exported.execute(export)).isInstanceOf(IllegalStateException.class);
            }
        });
    }

    /** Upgrades a database to the entities, finds no difference, and downgrades it to what it was. */
    static void thereAndBack(Schema declared, TestDatabase database, Runnable there) {
        String before = SchemaDump.of(database);
        Difference difference = ModelComparison.drift(declared, database);

        ModelComparison.execute(database, difference.operations());
        assertThat(ModelComparison.sql(ModelComparison.drift(declared, database)))
                .as("difference after upgrade")
                .isEmpty();

        there.run();

        ModelComparison.execute(database, difference.inverse());
        assertThat(SchemaDump.of(database)).as("dump after downgrade").isEqualTo(before);
    }
}
