package dev.migrate.revision.loading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RevisionIndexTest {

    private static final AnnotatedClass EVERYTHING = new AnnotatedClass(
            "db.migrations.R3",
            "R3.java",
            "0003",
            List.of("0001", "0002"),
            List.of("billing", "0000"),
            List.of("a", "b"),
            "Merge",
            "2026-01-11T10:00:00Z",
            "Both sides.\r\nIn C:\\new.");

    @Test
    void what_is_written_is_read_again() {
        AnnotatedClass little = first();
        String text = new RevisionIndex(List.of(EVERYTHING, little)).text();
        assertThat(text).isEqualTo("""
                class db.migrations.R1
                id 0001

                class db.migrations.R3
                source R3.java
                documentation Both sides.\\r\\nIn C:\\\\new.
                created 2026-01-11T10:00:00Z
                dependsOn billing
                dependsOn 0000
                id 0003
                labels a
                labels b
                message Merge
                revises 0001
                revises 0002
                """);
        assertThat(RevisionIndex.parse(text).classes()).containsExactlyInAnyOrder(EVERYTHING, little);
    }

    @Test
    void what_forms_a_history_begins_with_the_heads() {
        AnnotatedClass first = first();
        AnnotatedClass second =
                new AnnotatedClass("db.migrations.R2", null, "0002", List.of("0001"), List.of(), List.of(), "", "", "");
        AnnotatedClass branch =
                new AnnotatedClass("db.migrations.B", null, "b1", List.of("0001"), List.of(), List.of(), "", "", "");
        String text = new RevisionIndex(List.of(second, branch, first)).text();
        assertThat(text).isEqualTo("""
                classes db.migrations.B db.migrations.R1 db.migrations.R2
                heads 0002 b1

                class db.migrations.B
                id b1
                revises 0001

                class db.migrations.R1
                id 0001

                class db.migrations.R2
                id 0002
                revises 0001
                """);
        assertThat(RevisionIndex.parse(text).classes()).containsExactlyInAnyOrder(first, second, branch);
        assertThat(IndexedHeads.read(text, List.of("db.migrations.R2", "db.migrations.B", "db.migrations.R1")))
                .contains(Set.of("0002", "b1"));
    }

    @Test
    void the_heads_of_other_classes_than_there_are_tell_nothing() {
        String text = new RevisionIndex(List.of(first())).text();
        assertThat(text).isEqualTo("""
                classes db.migrations.R1
                heads 0001

                class db.migrations.R1
                id 0001
                """);
        assertThat(IndexedHeads.read(text, List.of("db.migrations.R1"))).contains(Set.of("0001"));
        assertThat(IndexedHeads.read(text, List.of("db.migrations.R1", "db.migrations.R2")))
                .isEmpty();
        assertThat(IndexedHeads.read(text, List.of("db.migrations.R"))).isEmpty();
        assertThat(IndexedHeads.read(text, List.of("db.migrations.R2"))).isEmpty();
        assertThat(IndexedHeads.read(text, List.of())).isEmpty();
        assertThat(IndexedHeads.read("class db.migrations.R1\nid 0001\n", List.of("db.migrations.R1")))
                .isEmpty();
        assertThat(IndexedHeads.read("classes db.migrations.R1\nheads 0001", List.of("db.migrations.R1")))
                .isEmpty();
    }

    private static AnnotatedClass first() {
        return new AnnotatedClass("db.migrations.R1", null, "0001", List.of(), List.of(), List.of(), "", "", "");
    }

    @Test
    void lines_of_a_later_version_are_passed_over_even_if_they_begin_alike() {
        RevisionIndex index = RevisionIndex.parse("""
                classification secret
                class db.migrations.R1
                created
                createdBy somebody
                depends 1
                dependsOn 0000
                documented yes
                id 0001
                ids 0009
                label x
                messages 2
                new line
                revision 0008
                sources R9.java
                """);
        assertThat(index.classes())
                .containsExactly(new AnnotatedClass(
                        "db.migrations.R1", null, "0001", List.of(), List.of("0000"), List.of(), "", "", ""));
    }
}
