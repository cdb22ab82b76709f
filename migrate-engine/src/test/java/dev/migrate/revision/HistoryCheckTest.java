package dev.migrate.revision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class HistoryCheckTest {

    private final List<RevisionInfo> revisions = new ArrayList<>();

    private HistoryCheckTest file(
            String file, String id, List<String> revises, List<String> dependsOn, String... labels) {
        revisions.add(
                new RevisionInfo(id, revises, dependsOn, List.of(labels), "", null, "db." + file, file + ".java", ""));
        return this;
    }

    private HistoryCheckTest file(String file, String id, String... revises) {
        return file(file, id, List.of(revises), List.of());
    }

    private void fails(String message) {
        assertThatThrownBy(() -> RevisionGraph.of(revisions))
                .isInstanceOf(InvalidHistoryException.class)
                .hasMessage(message.strip());
    }

    @Test
    void a_history_without_revisions_is_valid() {
        assertThat(RevisionGraph.of(List.of()).size()).isZero();
    }

    @Test
    void a_duplicate_id() {
        file("R1", "a").file("R2", "a").file("R3", "b", "a");
        fails("""
                The revision history has an error:
                  - Revision a is present more than once: R1.java, R2.java. Give each its own id.
                """);
    }

    @Test
    void an_unknown_parent_and_an_unknown_dependency() {
        file("R1", "3f2a").file("R2", "91bc", "3f2b").file("R3", "77dd", List.of("91bc"), List.of("okr"));
        fails("""
                The revision history has 2 errors:
                  - Can't locate revision identified by 'okr'. Revision 77dd (R3.java) depends on it.
                  - Can't locate revision identified by '3f2b'. Revision 91bc (R2.java) revises it; nearest: 3f2a.
                """);
    }

    @Test
    void self_loops() {
        file("R1", "a", "a").file("R2", "b", List.of(), List.of("b")).file("R3", "c", List.of(), List.of("x"), "x");
        fails("""
                The revision history has 3 errors:
                  - Self-loop is detected in revisions (a): R1.java revises itself.
                  - Dependency self-loop is detected in revisions (b): R2.java depends on itself.
                  - Dependency self-loop is detected in revisions (c): R3.java depends on itself.
                """);
    }

    @Test
    void cycles_that_have_nothing_to_do_with_each_other_are_all_found() {
        file("R1", "a", "c").file("R2", "b", "a").file("R3", "c", "b").file("R4", "d", "c");
        file("R5", "e", "f").file("R6", "f", "e");
        fails("""
                The revision history has 2 errors:
                  - Cycle is detected in revisions (a, c, b): R1.java needs c, R3.java needs b, R2.java needs a.
                  - Cycle is detected in revisions (e, f): R5.java needs f, R6.java needs e.
                """);
    }

    @Test
    void a_dependency_cycle() {
        file("R1", "a", List.of(), List.of("okr")).file("R2", "b", List.of("a"), List.of(), "okr");
        fails("""
                The revision history has an error:
                  - Dependency cycle is detected in revisions (a, b): R1.java needs b, R2.java needs a.
                """);
    }

    @Test
    void a_label_that_is_used_twice_or_is_an_id() {
        file("R1", "a", List.of(), List.of(), "okr").file("R2", "b", List.of("a"), List.of(), "okr", "a");
        fails("""
                The revision history has 2 errors:
                  - Branch label 'a' (R2.java) is the id of another revision (R1.java).
                  - Branch label 'okr' is used more than once: R1.java, R2.java. Descendants have it by themselves: leave \
                it at the revision where the branch starts.
                """);
    }

    @Test
    void malformed_names() {
        file("R1", "a-b").file("R2", "").file("R3", "head").file("R4", "c", List.of(), List.of(), "x@y", "base");
        fails("""
                The revision history has 5 errors:
                  - Revision id '' (R2.java) is malformed: ids are 1 to 64 letters, digits, underscores and dots.
                  - Revision id 'a-b' (R1.java) is malformed: ids are 1 to 64 letters, digits, underscores and dots.
                  - Branch label 'x@y' (R4.java) is malformed: labels are 1 to 64 letters, digits, underscores and dots.
                  - Branch label 'base' (R4.java) means something else in a target.
                  - Revision id 'head' (R3.java) means something else in a target.
                """);
    }

    @Test
    void an_id_of_64_characters_is_valid_and_one_more_is_not() {
        assertThat(RevisionGraph.of(file("R1", "a".repeat(64)).revisions).size())
                .isOne();
        file("R2", "b".repeat(65));
        fails("""
                The revision history has an error:
                  - Revision id '%s' (R2.java) is malformed: ids are 1 to 64 letters, digits, underscores and dots.
                """.formatted("b".repeat(65)));
    }

    @Test
    void a_parent_that_is_given_twice() {
        file("R1", "a").file("R2", "b", "a", "a");
        fails("""
                The revision history has an error:
                  - Revision b (R2.java) revises a twice.
                """);
    }

    @Test
    void all_that_is_wrong_is_said_at_once() {
        file("R1", "a")
                .file("R2", "a")
                .file("R3", "b", "zzzz")
                .file("R4", "c", "c")
                .file("R5", "d", "e")
                .file("R6", "e", "d");
        assertThatThrownBy(() -> RevisionGraph.of(revisions))
                .isInstanceOfSatisfying(InvalidHistoryException.class, e -> assertThat(e.errors())
                        .hasSize(4));
    }
}
