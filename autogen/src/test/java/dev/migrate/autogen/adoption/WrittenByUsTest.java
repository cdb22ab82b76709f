package dev.migrate.autogen.adoption;

import static dev.migrate.autogen.adoption.AdoptedProject.said;
import static dev.migrate.operation.ColumnAlteration.alter;
import static dev.migrate.schema.Definitions.column;
import static dev.migrate.schema.Definitions.primaryKey;
import static dev.migrate.schema.Definitions.table;
import static dev.migrate.schema.Types.bigint;
import static dev.migrate.schema.Types.varchar;
import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.Migration;
import dev.migrate.Operations;
import dev.migrate.autogen.diff.Difference;
import dev.migrate.autogen.diff.text.DetectedText;
import dev.migrate.testing.PostgresTest;
import dev.migrate.testing.TestDatabase;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an operation of the history wrote follows the entities; what came by SQL stays where only a default differs. */
@PostgresTest
class WrittenByUsTest {

    private static final String DEFAULTS = "@Entity class Person { @Id Long id; String name; }";

    @TempDir
    private Path classes;

    /** As autogenerate writes it for {@code @Column(length = 100, nullable = false) String name}. */
    public static final class Operated implements Migration {
        @Override
        public void upgrade(Operations op) {
            op.createTable(table("person")
                    .columns(
                            column("id", bigint()).notNull(),
                            column("name", varchar(100)).notNull())
                    .constraints(primaryKey("person_pkey", "id")));
        }

        @Override
        public void downgrade(Operations op) {
            op.dropTable("person");
        }
    }

    /** The same from a dump. */
    public static final class Dumped implements Migration {
        @Override
        public void upgrade(Operations op) {
            op.execute("CREATE TABLE person (id bigint NOT NULL PRIMARY KEY, name varchar(100) NOT NULL)");
        }

        @Override
        public void downgrade(Operations op) {
            op.execute("DROP TABLE person");
        }
    }

    /** As autogenerate writes it behind a dump for {@code @Column(length = 50, nullable = false)}. */
    public static final class Changed implements Migration {
        @Override
        public void upgrade(Operations op) {
            op.alterColumn("person", alter("name").type(varchar(50)).notNull());
        }

        @Override
        public void downgrade(Operations op) {
            op.alterColumn("person", alter("name").type(varchar(100)));
        }
    }

    /** The baseline that is written from the entities as they are, and with which an old database is stamped. */
    public static final class FromEntities implements Migration {
        @Override
        public void upgrade(Operations op) {
            op.createTable(table("person")
                    .columns(column("id", bigint()).notNull(), column("name", varchar(255)))
                    .constraints(primaryKey("person_pkey", "id")));
        }

        @Override
        public void downgrade(Operations op) {
            op.dropTable("person");
        }
    }

    @Test
    void what_our_operations_wrote_goes_with_what_the_entity_said(TestDatabase database) {
        AdoptedProject project = AdoptedProject.of(classes, DEFAULTS).migrations(List.of(Operated.class));
        project.migrate(database.dataSource()).upgrade("head");

        for (Difference difference : new Difference[] {project.withHistory(), project.with(database)}) {
            assertThat(said(difference)).isEqualTo("""
                    Changed column person.name: type from character varying(100) to character varying(255), now nullable""");
            assertThat(DetectedText.of(difference.inverse())).containsExactly("""
                    Changed column person.name: type from character varying(255) to character varying(100), now not null""");
        }
    }

    @Test
    void what_came_by_sql_stays_where_only_a_default_differs(TestDatabase database) {
        AdoptedProject project = AdoptedProject.of(classes, DEFAULTS).migrations(List.of(Dumped.class));
        project.migrate(database.dataSource()).upgrade("head");

        for (Difference difference :
                new Difference[] {project.withHistory(), project.with(database), project.driftOf(database)}) {
            assertThat(said(difference)).isEqualTo("""
                    Left alone, as the entities don't say it and only Hibernate's defaults differ: 1 shorter string, \
                    1 NOT NULL. To change a column, write what it has to be into its mapping (length = 255, nullable = \
                    true). To change all: -Dmigrate.hibernateDefaults""");
            assertThat(difference.inverse()).isEmpty();
        }
        assertThat(said(project.hibernateDefaults().withHistory())).isEqualTo("""
                Changed column person.name: type from character varying(100) to character varying(255), now nullable""");
    }

    @Test
    void a_default_that_is_written_out_counts(TestDatabase database) {
        database.execute("CREATE TABLE person (id bigint PRIMARY KEY, name text NOT NULL, code text NOT NULL)");

        Difference difference = AdoptedProject.of(classes, """
                @Entity class Person {
                    @Id Long id;
                    @Column(length = 255) String name;
                    @Column(nullable = true) String code;
                }""").with(database);

        assertThat(said(difference)).isEqualTo("""
                Changed column person.code: now nullable
                Changed column person.name: type from text to character varying(255)
                Left alone, as the entities don't say it and only Hibernate's defaults differ: 1 longer string, 1 NOT \
                NULL. To change a column, write what it has to be into its mapping (length = 255, nullable = true). To \
                change all: -Dmigrate.hibernateDefaults""");
    }

    @Test
    void what_we_changed_of_a_dumped_column_is_ours_from_then_on(TestDatabase database) {
        AdoptedProject project = AdoptedProject.of(classes, DEFAULTS).migrations(List.of(Dumped.class, Changed.class));
        project.migrate(database.dataSource()).upgrade("head");

        for (Difference difference : new Difference[] {project.withHistory(), project.with(database)}) {
            assertThat(said(difference)).isEqualTo("""
                    Changed column person.name: type from character varying(50) to character varying(255), now nullable""");
        }
    }

    @Test
    void what_an_old_database_has_otherwise_than_the_baseline_from_the_entities_stays(TestDatabase database) {
        AdoptedProject project = AdoptedProject.of(classes, DEFAULTS).migrations(List.of(FromEntities.class));
        database.execute("CREATE TABLE person (id bigint PRIMARY KEY, name varchar(10000) NOT NULL)");
        project.migrate(database.dataSource()).stamp("head");

        assertThat(said(project.with(database))).isEqualTo("""
                Left alone, as the entities don't say it and only Hibernate's defaults differ: 1 longer string, 1 NOT \
                NULL. To change a column, write what it has to be into its mapping (length = 255, nullable = true). To \
                change all: -Dmigrate.hibernateDefaults""");
        assertThat(said(project.withHistory())).isEmpty();
    }
}
