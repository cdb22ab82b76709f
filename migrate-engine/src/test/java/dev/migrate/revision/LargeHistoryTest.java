package dev.migrate.revision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class LargeHistoryTest {

    private static final int SIZE = 10_000;

    @Test
    void ten_thousand_revisions_in_a_line_go_up_and_down() {
        StringBuilder line = new StringBuilder("r0");
        for (int i = 1; i < SIZE; i++) {
            line.append("→r").append(i);
        }
        RevisionGraph graph = HistoryNotation.graph(line.toString());
        Plan up = Planner.upgrade(graph, Set.of(), Targets.parse("head"));
        assertThat(up.steps()).hasSize(SIZE);
        assertThat(up.rowsAfter(Set.of())).containsExactly("r9999");
        Plan down = Planner.downgrade(graph, Set.of("r9999"), Targets.parse("-9999"));
        assertThat(down.steps()).hasSize(SIZE - 1);
        assertThat(down.rowsAfter(Set.of("r9999"))).containsExactly("r0");
    }

    @Test
    void ten_thousand_revisions_with_branches_merges_and_dependencies_go_up_and_down() {
        List<RevisionInfo> revisions = new RandomHistory(new SplittableRandom(1)).revisions(SIZE);
        RevisionGraph graph = RevisionGraph.of(revisions);
        Plan up = Planner.upgrade(graph, Set.of(), new Target.Heads());
        assertThat(up.steps()).hasSize(SIZE);
        Set<String> rows = up.rowsAfter(Set.of());
        assertThat(rows)
                .containsExactlyElementsOf(graph.headsResolvingDependencies().stream()
                        .map(RevisionInfo::id)
                        .toList());
        assertThat(Planner.downgrade(graph, rows, new Target.Base()).rowsAfter(rows))
                .isEmpty();
    }
}
