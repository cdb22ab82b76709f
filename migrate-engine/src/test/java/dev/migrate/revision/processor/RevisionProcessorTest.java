package dev.migrate.revision.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.revision.loading.MigrationSources;
import dev.migrate.revision.loading.RevisionIndex;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RevisionProcessorTest {

    @TempDir
    Path classes;

    private MigrationSources sources() {
        return new MigrationSources(classes);
    }

    private String index() throws IOException {
        return Files.readString(classes.resolve(RevisionIndex.RESOURCE));
    }

    @Test
    void the_index_has_the_annotation_and_the_javadoc() throws IOException {
        sources().source("db.migrations.R1", """
                        package db.migrations;
                        import dev.migrate.*;
                        /**
                         * Adds an address.
                         *
                         * <pre>
                         *   C:\\temp
                         * </pre>
                         *
                         * @author me
                         */
                        @Revision(id = R1.ID, revises = {}, labels = {"mail", "post"}, message = "Add\\nemail")
                        public class R1 implements Migration {
                            static final String ID = "0001";
                            @Override public void upgrade(Operations op) {}
                            @Override public void downgrade(Operations op) {}
                        }
                        """).compileIndexed();
        assertThat(index()).isEqualTo("""
                        classes db.migrations.R1
                        heads 0001

                        class db.migrations.R1
                        source R1.java
                        documentation Adds an address.\\n\\n<pre>\\n  C:\\\\temp\\n</pre>
                        id 0001
                        labels mail
                        labels post
                        message Add\\nemail
                        """);
        assertThat(RevisionIndex.parse(index()).text()).isEqualTo(index());
    }

    @Test
    void compiling_some_of_the_classes_keeps_the_others() throws IOException {
        sources()
                .migration("R1", "id = \"0001\"")
                .migration("R2", "id = \"0002\", revises = \"0001\"")
                .migration("R3", "id = \"0003\", revises = \"0002\"")
                .compileIndexed();
        Files.delete(classes.resolve("db/migrations/R3.class"));
        sources()
                .migration("R2", "id = \"0002\", revises = \"0001\", message = \"Changed\"")
                .compileIndexed();
        assertThat(index()).isEqualTo("""
                        classes db.migrations.R1 db.migrations.R2
                        heads 0002

                        class db.migrations.R1
                        source R1.java
                        id 0001

                        class db.migrations.R2
                        source R2.java
                        id 0002
                        message Changed
                        revises 0001
                        """);
    }

    @Test
    void a_duplicate_id_is_an_error_at_both_classes() throws IOException {
        assertThat(sources()
                        .migration("R1", "id = \"0001\"")
                        .migration("R2", "id = \"0001\"")
                        .errors())
                .containsExactly(
                        "R1.java:8: Revision 0001 is present more than once: R1.java, R2.java. Give each its own id.",
                        "R2.java:8: Revision 0001 is present more than once: R1.java, R2.java. Give each its own id.");
    }

    @Test
    void an_id_that_an_earlier_compilation_used_is_an_error() throws IOException {
        sources().migration("R1", "id = \"0001\"").compileIndexed();
        assertThat(sources().migration("R2", "id = \"0001\"").errors())
                .containsExactly(
                        "R2.java:8: Revision 0001 is present more than once: R1.java, R2.java. Give each its own id.");
    }

    private static String other(String id, String annotation) {
        return """
                package other;
                @dev.migrate.Revision(id = "%1$s"%2$s)
                public class R%1$s implements dev.migrate.Migration {
                    @Override public void upgrade(dev.migrate.Operations op) {}
                    @Override public void downgrade(dev.migrate.Operations op) {}
                }
                """.formatted(id, annotation);
    }

    @Test
    void histories_in_packages_of_their_own_may_have_the_same_ids() throws IOException {
        MigrationSources both = sources()
                .migration("R1", "id = \"0001\"")
                .migration("R2", "id = \"0002\", revises = \"0001\"")
                .source("other.R0001", other("0001", ""))
                .source("other.R0002", other("0002", ", revises = \"0001\""));

        assertThat(both.errors()).isEmpty();
    }

    @Test
    void packages_of_one_history_may_not() throws IOException {
        assertThat(sources()
                        .migration("R1", "id = \"0001\"")
                        .migration("R2", "id = \"0002\", revises = \"0001\"")
                        .source("other.R0002", other("0002", ", revises = \"0001\""))
                        .errors())
                .containsExactly(
                        "R0002.java:3: Revision 0002 is present more than once: R0002.java, R2.java. Give each its own"
                                + " id.",
                        "R2.java:8: Revision 0002 is present more than once: R0002.java, R2.java. Give each its own"
                                + " id.");
    }

    @Test
    void an_unknown_parent_is_an_error_at_the_child() throws IOException {
        assertThat(sources()
                        .migration("R1", "id = \"0001\"")
                        .migration("R2", "id = \"0002\", revises = \"0011\"")
                        .errors())
                .containsExactly("R2.java:8: Can't locate revision identified by '0011'. Revision 0002 (R2.java)"
                        + " revises it; nearest: 0001, 0002.");
    }

    @Test
    void a_parent_that_was_compiled_earlier_without_an_index_is_known() throws IOException {
        sources().migration("R1", "id = \"0001\"").compile();
        assertThat(sources()
                        .migration("R2", "id = \"0002\", revises = \"0001\"")
                        .errors())
                .isEmpty();
    }

    @Test
    void a_parent_in_another_package_is_known_once_the_package_is_named() throws IOException {
        sources().source("other.R1", """
                        package other;
                        @dev.migrate.Revision(id = "0001")
                        public class R1 implements dev.migrate.Migration {
                            @Override public void upgrade(dev.migrate.Operations op) {}
                            @Override public void downgrade(dev.migrate.Operations op) {}
                        }
                        """).compile();
        MigrationSources second = sources().migration("R2", "id = \"0002\", revises = \"0001\"");
        assertThat(second.errors())
                .containsExactly("R2.java:8: Can't locate revision identified by '0001'. Revision 0002 (R2.java)"
                        + " revises it; nearest: 0002.");
        assertThat(second.option("-Amigrate.packages=other").errors()).isEmpty();
    }

    @Test
    void a_class_that_cannot_run_as_a_migration_is_an_error() throws IOException {
        assertThat(sources()
                        .source("db.migrations.R1", """
                                package db.migrations;
                                @dev.migrate.Revision(id = "0001")
                                class R1 {}
                                """)
                        .source("db.migrations.R2", """
                                package db.migrations;
                                @dev.migrate.Revision(id = "0002")
                                abstract class R2 implements dev.migrate.Migration {}
                                """)
                        .source("db.migrations.R3", """
                                package db.migrations;
                                @dev.migrate.Revision(id = "0003")
                                class R3 implements dev.migrate.Migration {
                                    R3(int version) {}
                                    @Override public void upgrade(dev.migrate.Operations op) {}
                                    @Override public void downgrade(dev.migrate.Operations op) {}
                                }
                                """)
                        .errors())
                .containsExactlyInAnyOrder(
                        "R1.java:3: R1 has a @Revision but doesn't implement dev.migrate.Migration.",
                        "R2.java:3: R2 can't be constructed: a revision is a class, and not abstract.",
                        "R3.java:3: R3 can't be constructed: it has no constructor without parameters.");
    }
}
