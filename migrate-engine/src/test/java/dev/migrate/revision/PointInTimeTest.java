package dev.migrate.revision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PointInTimeTest {

    private static RevisionGraph created(String history, Map<String, String> times) {
        return RevisionGraph.of(HistoryNotation.revisions(history).stream()
                .map(one -> new RevisionInfo(
                        one.id(),
                        one.revises(),
                        one.dependsOn(),
                        one.labels(),
                        "",
                        times.containsKey(one.id()) ? Instant.parse(times.get(one.id())) : null,
                        one.className(),
                        one.source(),
                        ""))
                .toList());
    }

    private static String steps(RevisionGraph graph, Set<String> rows, String time) {
        Plan plan = Planner.downgrade(graph, rows, Targets.parse(time));
        return String.join(",", PlanNotation.steps(plan)) + " " + plan.rowsAfter(rows);
    }

    private final RevisionGraph line = created(
            "a→b→c", Map.of("a", "2026-01-10T09:00:00Z", "b", "2026-01-11T10:00:00Z", "c", "2026-01-12T09:00:00Z"));

    @Test
    void what_was_created_later_is_reverted() {
        assertThat(steps(line, Set.of("c"), "2026-01-11T10:00Z")).isEqualTo("c [b]");
        assertThat(steps(line, Set.of("c"), "2026-01-11T09:59Z")).isEqualTo("c,b [a]");
        assertThat(steps(line, Set.of("c"), "2026-01-11")).isEqualTo("c [b]");
        assertThat(steps(line, Set.of("c"), "2026-02-01")).isEqualTo(" [c]");
        assertThat(steps(line, Set.of("b"), "2026-01-10")).isEqualTo("b [a]");
    }

    @Test
    void each_branch_goes_back_to_that_time() {
        RevisionGraph branches = created(
                "a→{b1→c1, b2→c2}",
                Map.of(
                        "a", "2026-01-10T00:00:00Z",
                        "b1", "2026-01-11T00:00:00Z",
                        "c1", "2026-01-13T00:00:00Z",
                        "b2", "2026-01-12T00:00:00Z",
                        "c2", "2026-01-14T00:00:00Z"));
        assertThat(steps(branches, Set.of("c1", "c2"), "2026-01-12")).isEqualTo("c2,c1 [b1, b2]");
    }

    @Test
    void a_later_revision_that_an_earlier_one_needs_stays() {
        RevisionGraph rebased = created(
                "a→b→c", Map.of("a", "2026-01-10T00:00:00Z", "b", "2026-01-15T00:00:00Z", "c", "2026-01-11T00:00:00Z"));
        assertThat(steps(rebased, Set.of("c"), "2026-01-12")).isEqualTo(" [c]");
    }

    @Test
    void a_time_before_everything_is_an_error() {
        assertThatThrownBy(() -> steps(line, Set.of("c"), "1926-01-11"))
                .hasMessage("No applied revision was created at or before 1926-01-11. To revert everything run"
                        + " mvn migrate:downgrade -Dmigrate.revision=base.");
    }

    @Test
    void a_revision_that_nobody_dated_is_an_error_where_it_matters() {
        RevisionGraph undated = created("a→b→c", Map.of("a", "2026-01-10T00:00:00Z", "c", "2026-01-12T00:00:00Z"));
        assertThat(steps(undated, Set.of("c"), "2026-01-12")).isEqualTo(" [c]");
        assertThatThrownBy(() -> steps(undated, Set.of("c"), "2026-01-11"))
                .hasMessage("Whether b belongs to 2026-01-11 is unknown: @Revision does not say when it was created."
                        + " Give the revision to go back to instead of a time.");
    }
}
