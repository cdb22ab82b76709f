package dev.migrate.revision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Plans as they are written in the specification: {@code at {a}: +2 → b,c {c}} is the rows before, the target, the
 * steps, and the rows after. The order of the steps is free where the history leaves it free.
 */
record PlanNotation(RevisionGraph graph) {

    private static final Pattern CASE =
            Pattern.compile("at \\{(?<rows>[^}]*)}: (?<target>\\S+) → (?<steps>[^{]*)\\{(?<after>[^}]*)}");

    static PlanNotation of(String history) {
        return new PlanNotation(HistoryNotation.graph(history));
    }

    void upgrade(String text) {
        verify(text, Direction.UPGRADE);
    }

    void downgrade(String text) {
        verify(text, Direction.DOWNGRADE);
    }

    private void verify(String text, Direction direction) {
        Matcher written = CASE.matcher(text);
        assertThat(written.matches()).as(text).isTrue();
        Set<String> rows = names(written.group("rows"));
        Plan plan = plan(rows, written.group("target"), direction);
        assertThat(plan.steps()).as(text).allMatch(step -> step.direction() == direction);
        assertThat(steps(plan)).as(text).containsExactlyInAnyOrderElementsOf(names(written.group("steps")));
        assertInOrder(steps(plan), direction);
        assertThat(plan.rowsAfter(rows)).as(text).isEqualTo(names(written.group("after")));
    }

    Plan plan(Set<String> rows, String target, Direction direction) {
        return direction == Direction.UPGRADE
                ? Planner.upgrade(graph, rows, Targets.parse(target))
                : Planner.downgrade(graph, rows, Targets.parse(target));
    }

    private void assertInOrder(List<String> steps, Direction direction) {
        for (int i = 0; i < steps.size(); i++) {
            List<String> mustNotFollow =
                    direction == Direction.UPGRADE ? graph.prerequisites(steps.get(i)) : graph.successors(steps.get(i));
            assertThat(steps.subList(i, steps.size()))
                    .doesNotContainAnyElementsOf(mustNotFollow.isEmpty() ? List.of("-") : mustNotFollow);
        }
    }

    static List<String> steps(Plan plan) {
        return new ArrayList<>(
                plan.steps().stream().map(step -> step.revision().id()).toList());
    }

    static Set<String> names(String list) {
        return new TreeSet<>(Stream.of(list.split(","))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList());
    }
}
