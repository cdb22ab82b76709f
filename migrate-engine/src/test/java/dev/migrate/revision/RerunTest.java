package dev.migrate.revision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/** What it says is tested by doing it, as a database would that has run only some of what its rows imply. */
class RerunTest {

    private static final String SEED = "migrate.test.seed";

    private static RevisionInfo revision(String id, List<String> revises, String... dependsOn) {
        return new RevisionInfo(id, revises, List.of(dependsOn), List.of(), "", null, id, id, "");
    }

    private static String commands(Set<String> rows, Set<String> neverRun, RevisionInfo... revisions) {
        return String.join("\n", Rerun.commands(RevisionGraph.of(Arrays.asList(revisions)), rows, neverRun));
    }

    @Test
    void what_is_above_it_is_reverted_and_what_joins_it_with_another_branch_leaves_that_one() {
        assertThat(commands(
                        Set.of("merge"),
                        Set.of("hot1", "hot2"),
                        revision("root", List.of()),
                        revision("main", List.of("root")),
                        revision("hot1", List.of("root")),
                        revision("hot2", List.of("hot1")),
                        revision("merge", List.of("main", "hot2"))))
                .isEqualTo("""
                        mvn migrate:downgrade -Dmigrate.revision=main
                        mvn migrate:stamp -Dmigrate.purge -Dmigrate.revision=main
                        mvn migrate:upgrade""");
    }

    @Test
    void between_two_of_them_there_is_a_downgrade_of_its_own() {
        assertThat(commands(
                        Set.of("last", "other"),
                        Set.of("first", "third"),
                        revision("first", List.of()),
                        revision("second", List.of("first")),
                        revision("third", List.of("second")),
                        revision("last", List.of("third")),
                        revision("other", List.of())))
                .isEqualTo("""
                        mvn migrate:downgrade -Dmigrate.revision=third
                        mvn migrate:stamp -Dmigrate.purge -Dmigrate.revision=other,second
                        mvn migrate:downgrade -Dmigrate.revision=first
                        mvn migrate:stamp -Dmigrate.purge -Dmigrate.revision=other
                        mvn migrate:upgrade -Dmigrate.revision=last,other""");
    }

    @Test
    void what_depends_on_it_goes_without_what_revises_the_same() {
        assertThat(commands(
                        Set.of("depending", "sibling"),
                        Set.of("late"),
                        revision("late", List.of()),
                        revision("root", List.of()),
                        revision("sibling", List.of("root")),
                        revision("depending", List.of("root"), "late")))
                .isEqualTo("""
                        mvn migrate:downgrade -Dmigrate.revision=depending@root
                        mvn migrate:stamp -Dmigrate.purge -Dmigrate.revision=sibling
                        mvn migrate:upgrade -Dmigrate.revision=depending,sibling""");
    }

    @Test
    void in_any_history_all_has_run_in_the_end_and_what_none_of_them_is_below_was_not_touched() {
        long start = Long.getLong(SEED, System.nanoTime());
        for (int i = 0; i < 6_000; i++) {
            RandomGenerator random = new SplittableRandom(start + i);
            RevisionGraph graph = RevisionGraph.of(new RandomHistory(random).revisions(2 + i / 400));
            Set<String> rows = graph.maximal(graph.required(some(graph.ids(), random)));
            Set<String> neverRun = some(graph.required(rows), random);
            if (neverRun.isEmpty()) {
                continue;
            }
            try {
                follow(graph, rows, neverRun);
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError("-D" + SEED + "=" + (start + i) + " (with size " + graph.size() + ")", e);
            }
        }
    }

    private static Set<String> some(Set<String> ids, RandomGenerator random) {
        Set<String> some = new TreeSet<>(ids);
        some.removeIf(id -> random.nextInt(3) == 0);
        return some;
    }

    private static void follow(RevisionGraph graph, Set<String> rows, Set<String> neverRun) {
        Set<String> there = graph.required(rows);
        there.removeAll(neverRun);
        Set<String> untouched = new HashSet<>(there);
        untouched.removeAll(graph.dependingOn(neverRun));
        Set<String> now = rows;
        for (String command : Rerun.commands(graph, rows, neverRun)) {
            String revision = command.contains("revision=") ? command.replaceAll(".*revision=", "") : "head";
            Target target = Targets.parse(revision);
            if (command.startsWith("mvn migrate:stamp -Dmigrate.purge")) {
                now = Rows.after(Set.of(), Planner.stamp(graph, Set.of(), target));
                assertThat(graph.required(now)).as(command).containsAll(there);
                continue;
            }
            Plan plan = command.startsWith("mvn migrate:downgrade")
                    ? Planner.downgrade(graph, now, target)
                    : Planner.upgrade(graph, now, target);
            for (Step step : plan.steps()) {
                String id = step.revision().id();
                assertThat(untouched).as(command).doesNotContain(id);
                assertThat(step.direction() == Direction.UPGRADE ? there.add(id) : there.remove(id))
                        .as("%s: %s", command, step)
                        .isTrue();
            }
            now = plan.rowsAfter(now);
        }
        assertThat(there).isEqualTo(graph.required(now)).containsAll(graph.required(rows));
    }
}
