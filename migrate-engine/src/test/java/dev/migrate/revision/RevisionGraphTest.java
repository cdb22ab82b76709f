package dev.migrate.revision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class RevisionGraphTest {

    private final RevisionGraph graph = HistoryNotation.graph(
            "a→b→{c1→d1 (label one), c2→d2 (label two)} + e(d1,d2)→f; x→y, y depends on f, f depends on x");

    private static List<String> ids(List<RevisionInfo> revisions) {
        return revisions.stream().map(RevisionInfo::id).toList();
    }

    @Test
    void heads_are_what_nobody_revises_or_what_nobody_depends_on_either() {
        assertThat(ids(graph.heads())).containsExactly("f", "y");
        assertThat(ids(graph.headsResolvingDependencies())).containsExactly("y");
        assertThat(graph.isHead("f")).isTrue();
        assertThat(graph.isHead("e")).isFalse();
    }

    @Test
    void bases_and_branch_points_are_known() {
        assertThat(ids(graph.bases())).containsExactly("a", "x");
        assertThat(ids(graph.branchPoints())).containsExactly("b");
    }

    @Test
    void a_line_is_followed_to_its_end_before_the_next_begins() {
        assertThat(ids(graph.topological())).containsExactly("a", "b", "c1", "d1", "c2", "d2", "e", "x", "f", "y");
    }

    @Test
    void ancestors_and_descendants_are_those_on_its_lines() {
        assertThat(graph.ancestors("d1")).containsExactlyInAnyOrder("a", "b", "c1");
        assertThat(graph.ancestors("y")).containsExactlyInAnyOrder("x");
        assertThat(graph.descendants("c2")).containsExactlyInAnyOrder("d2", "e", "f");
    }

    @Test
    void a_label_belongs_to_what_comes_after_and_to_the_line_before() {
        assertThat(graph.branchLabelsOf("d1")).containsExactly("one");
        assertThat(graph.branchLabelsOf("e")).containsExactly("one", "two");
        assertThat(graph.branchLabelsOf("b")).isEmpty();
        assertThat(HistoryNotation.graph("a→b→{c→d, x} + e(d) (label late)").branchLabelsOf("c"))
                .containsExactly("late");
    }

    @Test
    void a_revision_is_found_by_its_id_a_label_or_a_unique_prefix() {
        RevisionGraph hex = HistoryNotation.graph("3f2a→3f2ab→91bc (label okr)");
        assertThat(hex.find("3f2a").id()).isEqualTo("3f2a");
        assertThat(hex.find("9").id()).isEqualTo("91bc");
        assertThat(hex.find("okr").id()).isEqualTo("3f2a");
        assertThatThrownBy(() -> hex.find("3f"))
                .hasMessage("Multiple revisions start with '3f': 3f2a, 3f2ab. Give more of the id.");
        assertThatThrownBy(() -> hex.find("3f2b"))
                .hasMessage(
                        "Can't locate revision identified by '3f2b'. It was given as a target, and is no id or label"
                                + " of the 3 revisions; nearest: 3f2a, 3f2ab. List all with mvn migrate:history.");
        assertThatThrownBy(() -> RevisionGraph.of(List.of()).find("x"))
                .hasMessage("Can't locate revision identified by 'x'. It was given as a target, and the history has no"
                        + " revisions. Write one with mvn migrate:revision, or check the packages.");
    }
}
