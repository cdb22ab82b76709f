package dev.migrate.revision.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.revision.Planner;
import dev.migrate.revision.RevisionGraph;
import dev.migrate.revision.RevisionInfo;
import dev.migrate.revision.Targets;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class HistoryTextTest {

    private static RevisionInfo revision(String id, List<String> revises, String message, String... labels) {
        return new RevisionInfo(
                id, revises, List.of(), List.of(labels), message, null, "db.R" + id, "R" + id + ".java", "");
    }

    private final RevisionGraph line = RevisionGraph.of(List.of(
            revision("0001", List.of(), "initial"),
            revision("0002", List.of("0001"), "okr"),
            new RevisionInfo(
                    "0003",
                    List.of("0002"),
                    List.of(),
                    List.of(),
                    "Add goals",
                    Instant.parse("2024-12-09T10:00:00Z"),
                    "db.R0003_AddGoals",
                    "R0003_AddGoals.java",
                    "Adds goals.\n\nAsked for by everyone.")));

    private final RevisionGraph branched = RevisionGraph.of(List.of(
            revision("a", List.of(), "initial"),
            revision("b", List.of("a"), "users"),
            revision("c1", List.of("b"), "goals", "okr"),
            revision("c2", List.of("b"), "mail"),
            revision("d2", List.of("c2"), "more mail"),
            revision("e", List.of("c1", "d2"), "merge"),
            new RevisionInfo("x", List.of(), List.of("okr"), List.of(), "other", null, "db.Rx", "Rx.java", ""),
            revision("y", List.of("x"), ""),
            new RevisionInfo("z", List.of("y"), List.of("e"), List.of(), "last", null, "db.Rz", "Rz.java", "")));

    private static List<RevisionInfo> all(RevisionGraph graph) {
        return Planner.history(graph, Set.of(), Targets.parse(":"));
    }

    @Test
    void history_is_a_line_for_each_revision() {
        assertThat(HistoryText.of(line).indicatingCurrent(Set.of("0002")).history(all(line), false))
                .isEqualTo("""
                        0002 -> 0003 (head), Add goals
                        0001 -> 0002 (current), okr
                        <base> -> 0001, initial
                        """);
    }

    @Test
    void history_marks_branches_merges_and_dependencies() {
        assertThat(HistoryText.of(branched).history(all(branched), false)).isEqualTo("""
                        y (e) -> z (head), last
                        c1, d2 -> e (okr) (effective head) (mergepoint), merge
                        c2 -> d2, more mail
                        b -> c2, mail
                        x -> y
                        <base> (okr) -> x, other
                        b -> c1 (okr), goals
                        a -> b (branchpoint), users
                        <base> -> a, initial
                        """);
    }

    @Test
    void verbose_history_has_all_that_is_known() {
        assertThat(HistoryText.of(line).history(Planner.history(line, Set.of(), Targets.parse("0002:")), true))
                .isEqualTo("""
                        Rev: 0003 (head)
                        Parent: 0002
                        Path: R0003_AddGoals.java
                        Created: 2024-12-09T10:00:00Z

                            Add goals

                            Adds goals.

                            Asked for by everyone.

                        Rev: 0002
                        Parent: 0001
                        Path: R0002.java

                            okr
                        """);
    }

    @Test
    void verbose_history_says_what_was_changed_after_it_was_applied() {
        HistoryText text =
                HistoryText.of(line).indicatingCurrent(Set.of("0002")).indicatingChanged(Set.of("0002"));

        assertThat(text.history(Planner.history(line, Set.of(), Targets.parse("0002:0002")), true))
                .isEqualTo("""
                        Rev: 0002 (current)
                        Parent: 0001
                        Path: R0002.java
                        Changed: after it was applied: it no longer does what it did

                            okr
                        """);
    }

    @Test
    void verbose_history_says_what_counts_as_applied_and_has_never_run() {
        HistoryText text = HistoryText.of(line).indicatingNeverRun(Set.of("0002"));

        assertThat(text.history(Planner.history(line, Set.of(), Targets.parse("0002:0002")), true))
                .isEqualTo("""
                        Rev: 0002
                        Parent: 0001
                        Path: R0002.java
                        Never run: it counts as applied, since it was put below what was applied before

                            okr
                        """);
    }

    @Test
    void show_tells_what_a_revision_merges_depends_on_and_branches_into() {
        HistoryText text = HistoryText.of(branched);
        assertThat(text.show(List.of(branched.get("e"), branched.get("b"), branched.get("z"))))
                .isEqualTo("""
                        Rev: e (effective head) (mergepoint)
                        Merges: c1, d2
                        Branch names: okr
                        Path: Re.java

                            merge

                        Rev: b (branchpoint)
                        Parent: a
                        Branches into: c1, c2
                        Path: Rb.java

                            users

                        Rev: z (head)
                        Parent: y
                        Also depends on: e
                        Path: Rz.java

                            last
                        """);
    }

    @Test
    void heads_may_leave_out_what_another_one_depends_on() {
        assertThat(HistoryText.of(branched).heads(false, false)).isEqualTo("""
                        e (okr) (effective head)
                        z (head)
                        """);
        assertThat(HistoryText.of(branched).heads(true, false)).isEqualTo("z (head)\n");
    }

    @Test
    void current_is_what_is_applied() {
        assertThat(HistoryText.of(line).current(Set.of("0003"), false)).isEqualTo("0003 (head)\n");
        assertThat(HistoryText.of(line).current(Set.of(), false)).isEmpty();
        assertThat(HistoryText.of(branched).current(Set.of("z"), false)).isEqualTo("""
                        e (effective head) (mergepoint)
                        z (head)
                        """);
    }

    @Test
    void branches_show_what_a_branch_point_branches_into() {
        assertThat(HistoryText.of(branched).branches(false, false)).isEqualTo("""
                        b (branchpoint)
                          -> c1 (okr)
                          -> c2
                        """);
    }

    @Test
    void branches_may_count_what_depends_on_a_revision() {
        RevisionGraph depending = RevisionGraph.of(List.of(
                revision("a", List.of(), "initial"),
                revision("b", List.of("a"), "users"),
                new RevisionInfo("x", List.of(), List.of("a"), List.of(), "other", null, "db.Rx", "Rx.java", "")));

        assertThat(HistoryText.of(depending).branches(false, false)).isEmpty();
        assertThat(HistoryText.of(depending).branches(true, false)).isEqualTo("""
                        a
                          -> b (head)
                          -> x (head)
                        """);
    }

    @Test
    void the_graph_has_a_column_for_each_line() {
        assertThat(HistoryText.of(branched).graph(all(branched))).isEqualTo("""
                        * z (head), last; depends on e
                        | * e (okr) (effective head) (mergepoint), merge
                        | |\\
                        | | * d2, more mail
                        | | * c2, mail
                        * | | y
                        * | | x, other; depends on okr
                         / /
                        * | c1 (okr), goals
                        |/
                        * b (branchpoint), users
                        * a, initial
                        """);
    }

    @Test
    void the_graph_of_a_range_has_no_lines_that_lead_out_of_it() {
        assertThat(HistoryText.of(branched).graph(Planner.history(branched, Set.of(), Targets.parse("b:e"))))
                .isEqualTo("""
                        * e (okr) (effective head) (mergepoint), merge
                        |\\
                        | * d2, more mail
                        | * c2, mail
                        * | c1 (okr), goals
                        |/
                        * b (branchpoint), users
                        """);
    }

    @Test
    void columns_cross_and_move_up() {
        RevisionGraph graph = RevisionGraph.of(List.of(
                revision("a", List.of(), ""),
                revision("b", List.of("a"), ""),
                revision("c", List.of("a"), ""),
                revision("d", List.of("a"), ""),
                revision("k", List.of(), ""),
                revision("m", List.of("b", "c", "d"), ""),
                revision("n", List.of("k", "m"), "")));
        assertThat(HistoryText.of(graph).graph(all(graph))).isEqualTo("""
                        * n (head) (mergepoint)
                        |\\
                        * | k
                         /
                        * m (mergepoint)
                        |\\
                        | |\\
                        | | * d
                        | * | c
                        * | | b
                        |_|/
                        |/
                        * a (branchpoint)
                        """);
    }
}
