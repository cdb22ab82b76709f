package dev.migrate.revision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.MigrateException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Random histories against {@link ReferencePlanner}. They grow slowly, so the first one to fail is a small one; the
 * failure shows it in full, and with which seed and size it is made again: {@code -Dmigrate.test.seed=42
 * -Dmigrate.test.size=7}.
 */
class RandomHistoriesTest {

    private static final String SEED = "migrate.test.seed";
    private static final String SIZE = "migrate.test.size";
    private static final int HISTORIES = 12_000;
    private static final int LARGEST = 24;

    @Test
    void plans_are_what_a_slow_and_simple_planner_finds() {
        long start = Long.getLong(SEED, System.nanoTime());
        Integer only = Integer.getInteger(SIZE);
        for (int i = 0; i < (only == null ? HISTORIES : 1); i++) {
            compare(start + i, only == null ? 1 + i * LARGEST / HISTORIES : only);
        }
    }

    @Test
    void a_seed_and_a_size_make_the_same_history_again() {
        List<RevisionInfo> first = history(42, 7);

        assertThat(history(42, 7)).isEqualTo(first).hasSize(7);
        assertThat(history(43, 7)).isNotEqualTo(first);
    }

    private static List<RevisionInfo> history(long seed, int size) {
        return new RandomHistory(new SplittableRandom(seed)).revisions(size);
    }

    private static void compare(long seed, int size) {
        List<RevisionInfo> revisions = history(seed, size);
        try {
            new Comparison(revisions, new SplittableRandom(~seed)).run();
        } catch (AssertionError | RuntimeException e) {
            throw new AssertionError("-D" + SEED + "=" + seed + " -D" + SIZE + "=" + size + ", " + drawn(revisions), e);
        }
    }

    private static String drawn(List<RevisionInfo> revisions) {
        return revisions.stream()
                .map(one ->
                        one.id() + one.revises() + (one.dependsOn().isEmpty() ? "" : " depends on " + one.dependsOn()))
                .collect(Collectors.joining("; "));
    }

    /** One history, in a random state, led to random targets. */
    private static final class Comparison {

        private final RevisionGraph graph;
        private final ReferencePlanner reference;
        private final RandomGenerator random;
        private final List<String> ids;
        private final Set<String> applied;
        private final Set<String> rows;

        Comparison(List<RevisionInfo> revisions, RandomGenerator random) {
            this.graph = RevisionGraph.of(revisions);
            this.reference = new ReferencePlanner(revisions);
            this.random = random;
            this.ids = List.copyOf(reference.all());
            Set<String> some = new TreeSet<>(ids);
            some.removeIf(id -> random.nextInt(3) > 0);
            this.applied = reference.applied(some);
            this.rows = reference.rows(applied);
        }

        void run() {
            graphKnowsItsRelations();
            everythingGoesUpAndDown();
            upgradesToOne(ids.get(random.nextInt(ids.size())));
            downgradesToOne(ids.get(random.nextInt(ids.size())));
            stampsOne(ids.get(random.nextInt(ids.size())));
        }

        private void graphKnowsItsRelations() {
            assertThat(names(graph.topological())).containsExactlyInAnyOrderElementsOf(ids);
            assertThat(reference.isInOrder(names(graph.topological()))).isTrue();
            assertThat(names(graph.heads())).containsExactlyElementsOf(reference.heads());
            assertThat(names(graph.headsResolvingDependencies()))
                    .containsExactlyElementsOf(reference.rows(reference.all()));
            for (String id : ids) {
                assertThat(graph.ancestors(id)).containsExactlyInAnyOrderElementsOf(reference.ancestors(id));
                assertThat(graph.descendants(id)).containsExactlyInAnyOrderElementsOf(reference.descendants(id));
            }
        }

        private void everythingGoesUpAndDown() {
            Plan up = Planner.upgrade(graph, rows, new Target.Heads());
            verify(up, reference.upgrade(applied, reference.all()), Direction.UPGRADE);
            assertThat(up.rowsAfter(rows)).isEqualTo(reference.rows(reference.all()));
            assertThat(Planner.isCurrent(graph, up.rowsAfter(rows))).isTrue();
            assertThat(Planner.isCurrent(graph, rows)).isEqualTo(up.isEmpty());
            Plan down = Planner.downgrade(graph, rows, new Target.Base());
            verify(down, applied, Direction.DOWNGRADE);
            assertThat(down.rowsAfter(rows)).isEmpty();
        }

        private void upgradesToOne(String target) {
            Target id = new Target.Id(target);
            if (applied.contains(target) && reference.hasAppliedOnTop(applied, target)) {
                assertThatThrownBy(() -> Planner.upgrade(graph, rows, id))
                        .isInstanceOf(MigrateException.class)
                        .hasMessageContaining("is not a valid upgrade target");
                return;
            }
            Plan plan = Planner.upgrade(graph, rows, id);
            Set<String> missing = reference.upgrade(applied, List.of(target));
            verify(plan, missing, Direction.UPGRADE);
            backAgain(plan);
        }

        /** Whoever reverts the steps one by one, in reverse, comes by the same rows. */
        private void backAgain(Plan up) {
            Set<String> now = up.rowsAfter(rows);
            List<Step> reverted = new ArrayList<>(up.steps());
            Collections.reverse(reverted);
            Set<String> left = reference.applied(now);
            for (Step step : reverted) {
                left.remove(step.revision().id());
                now = new Applied(graph, now)
                        .downgrade(Set.of(step.revision().id()))
                        .rowsAfter(now);
                assertThat(now).isEqualTo(reference.rows(left));
            }
            assertThat(now).isEqualTo(rows);
        }

        private void downgradesToOne(String target) {
            Target id = new Target.Id(target);
            if (!applied.contains(target)) {
                assertThatThrownBy(() -> Planner.downgrade(graph, rows, id))
                        .isInstanceOf(MigrateException.class)
                        .hasMessageContaining("is not a valid downgrade target");
                return;
            }
            Plan down = Planner.downgrade(graph, rows, id);
            verify(down, reference.downgrade(applied, target), Direction.DOWNGRADE);
            Set<String> lower = down.rowsAfter(rows);
            Target back =
                    new Target.Several(rows.stream().<Target>map(Target.Id::new).toList());
            Plan up = rows.isEmpty() ? new Plan(List.of()) : Planner.upgrade(graph, lower, back);
            assertThat(up.rowsAfter(lower)).isEqualTo(rows);
        }

        private void stampsOne(String target) {
            Set<String> after = Rows.after(rows, Planner.stamp(graph, rows, new Target.Id(target)));
            Set<String> expected = new TreeSet<>(applied);
            expected.removeIf(one -> reference.isNeededBy(target, one));
            expected.addAll(reference.applied(Set.of(target)));
            assertThat(after).isEqualTo(reference.rows(expected));
        }

        /** Follows the plan step by step. */
        private void verify(Plan plan, Set<String> expected, Direction direction) {
            List<String> steps = PlanNotation.steps(plan);
            assertThat(steps).containsExactlyInAnyOrderElementsOf(expected);
            List<String> upwards = new ArrayList<>(steps);
            if (direction == Direction.DOWNGRADE) {
                Collections.reverse(upwards);
            }
            assertThat(reference.isInOrder(upwards)).isTrue();
            Set<String> now = rows;
            Set<String> present = new TreeSet<>(applied);
            for (Step step : plan.steps()) {
                assertThat(step.direction()).isEqualTo(direction);
                String id = step.revision().id();
                assertThat(direction == Direction.UPGRADE ? present.add(id) : present.remove(id))
                        .isTrue();
                now = step.rowsAfter(now);
                assertThat(now).isEqualTo(reference.rows(present));
            }
        }

        private static List<String> names(List<RevisionInfo> revisions) {
            return revisions.stream().map(RevisionInfo::id).toList();
        }
    }
}
