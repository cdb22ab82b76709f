package dev.migrate.revision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.MigrateException;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What the worked plans leave open. */
class PlannerTest {

    private static final String B = "a→b→{c1→d1 (label c1branch), c2→d2 (label c2branch)}";

    private final PlanNotation line = PlanNotation.of("a→b→c→d→e");
    private final PlanNotation branches = PlanNotation.of(B);
    private final PlanNotation merged = PlanNotation.of(B + " + e(d1,d2)→f");
    private final PlanNotation depending = PlanNotation.of("a1→b1→c1→d1; a2→b2→c2, c2 depends on c1");

    private static void fails(ThrowingCallable plan, String message) {
        assertThatThrownBy(plan).isInstanceOf(MigrateException.class).hasMessage(message);
    }

    @Nested
    class Upgrading {

        @Test
        void to_what_is_applied_does_nothing() {
            line.upgrade("at {e}: head → {e}");
            line.upgrade("at {c}: c → {c}");
            line.upgrade("at {}: base → {}");
            depending.upgrade("at {c2}: c1 → {c2}");
        }

        @Test
        void to_what_is_behind_is_an_error() {
            fails(
                    () -> line.upgrade("at {d}: b → {}"),
                    "Destination b is not a valid upgrade target from current head(s) d: c, which comes after it, is"
                            + " applied. To go back run mvn migrate:downgrade -Dmigrate.revision=b.");
            fails(
                    () -> line.upgrade("at {d}: base → {}"),
                    "Destination base is not a valid upgrade target from current head(s) d: it is before everything."
                            + " To revert everything run mvn migrate:downgrade -Dmigrate.revision=base.");
        }

        @Test
        void past_the_head_is_an_error() {
            fails(
                    () -> line.upgrade("at {a}: head+1 → {}"),
                    "Relative revision head+1 didn't produce 1 migrations: there is no step forward from e.");
            fails(
                    () -> line.upgrade("at {a}: d+2 → {}"),
                    "Relative revision d+2 didn't produce 2 migrations: there is 1 step forward from d.");
            fails(
                    () -> line.upgrade("at {a}: a-2 → {}"),
                    "Relative revision a-2 didn't produce 2 migrations: there is 1 step back from a.");
        }

        @Test
        void takes_exactly_as_many_steps_as_were_asked_for() {
            fails(
                    () -> depending.upgrade("at {b2}: +1 → {}"),
                    "Relative revision +1 didn't produce 1 migrations: c2 takes 4 (a1, b1, c1, c2)."
                            + " To run them all: mvn migrate:upgrade -Dmigrate.revision=c2.");
        }

        @Test
        void follows_a_branch() {
            branches.upgrade("at {b}: c2branch@head → c2,d2 {d2}");
            branches.upgrade("at {d1}: c2branch@head-1 → c2 {c2,d1}");
            branches.upgrade("at {d1}: c2branch@c2 → c2 {c2,d1}");
            branches.upgrade("at {}: c2branch@base+2 → a,b {b}");
            branches.upgrade("at {c1}: d2@+2 → c2,d2 {c1,d2}");
            branches.upgrade("at {b}: c1branch,c2branch@head → c1,c2,d2 {c1,d2}");
            depending.upgrade("at {c2}: a1@+1 → d1 {c2,d1}");
        }

        @Test
        void to_a_revision_of_another_branch_is_an_error() {
            fails(
                    () -> branches.upgrade("at {b}: c2branch@d1 → {}"),
                    "Revision d1 is not a member of branch 'c2branch'. List the branches with mvn migrate:branches.");
        }

        @Test
        void to_something_unknown_shows_the_nearest_ids() {
            fails(
                    () -> branches.upgrade("at {b}: d3 → {}"),
                    "Can't locate revision identified by 'd3'. It was given as a target, and is no id or label of the 6"
                            + " revisions; nearest: d1, d2, a. List all with mvn migrate:history.");
        }

        @Test
        void is_not_for_ranges_and_times() {
            fails(
                    () -> line.upgrade("at {b}: b:d → {}"),
                    "'b:d' is not a valid revision target. Expected one revision or several; ranges are for sql and"
                            + " history.");
            fails(
                    () -> line.upgrade("at {b}: 2026-01-11 → {}"),
                    "'2026-01-11' is not a valid revision target. Expected a revision; times are for downgrade.");
            fails(
                    () -> line.upgrade("at {b}: current → {}"),
                    "'current' is not a valid upgrade target. Expected head, heads, an id, +1 or label@head.");
        }

        @Test
        void from_an_unknown_row_is_an_error() {
            fails(
                    () -> line.upgrade("at {bb}: head → {}"),
                    "Can't locate revision identified by 'bb'. It is in the version table, and is none of the 5"
                            + " revisions; nearest: b, a, c. Use the code that has this revision; if it is gone for"
                            + " good, say where the database really is with mvn migrate:stamp -Dmigrate.purge"
                            + " -Dmigrate.revision=<id>.");
        }

        @Test
        void so_is_one_that_a_single_revision_has_taken_the_place_of() {
            fails(
                    () -> PlanNotation.of("squashed").upgrade("at {bb}: head → {}"),
                    "Can't locate revision identified by 'bb'. It is in the version table, and the history's only"
                            + " revision is another one. Use the code that has this revision; if it is gone for good,"
                            + " say where the database really is with mvn migrate:stamp -Dmigrate.purge"
                            + " -Dmigrate.revision=<id>.");
        }

        @Test
        void without_a_history_nothing_is_said_to_be_gone_for_good() {
            fails(
                    () -> Planner.upgrade(RevisionGraph.of(List.of()), Set.of("bb"), new Target.Head()),
                    "Can't locate revision identified by 'bb'. It is in the version table, and the history has no"
                            + " revisions. Check the packages, or use the code that has this revision.");
        }

        @Test
        void without_a_history_there_is_no_head() {
            fails(
                    () -> Planner.upgrade(RevisionGraph.of(List.of()), Set.of(), new Target.Head()),
                    "There is no head for 'head': the history has no revisions. Write one with mvn migrate:revision, or"
                            + " check the packages.");
        }
    }

    @Nested
    class Downgrading {

        @Test
        void to_base_reverts_everything() {
            merged.downgrade("at {f}: base → f,e,d1,d2,c1,c2,b,a {}");
            line.downgrade("at {b}: -2 → b,a {}");
        }

        @Test
        void a_branch_to_its_base_leaves_the_trunk_that_it_shares() {
            branches.downgrade("at {d1,d2}: c2branch@base → d2,c2 {d1}");
            branches.downgrade("at {d2}: c2branch@base → d2,c2 {b}");
            merged.downgrade("at {f}: c2branch@base → f,e,d2,c2 {d1}");
            depending.downgrade("at {c2,d1}: a2@base → c2,b2,a2 {d1}");
            depending.downgrade("at {c2,d1}: a1@base → c2,d1,c1,b1,a1 {b2}");
            line.downgrade("at {e}: c@base → e,d,c,b,a {}");
        }

        @Test
        void a_merged_branch_goes_back_along_its_own_line() {
            merged.downgrade("at {e}: c1branch@-1 → e {d1,d2}");
            merged.downgrade("at {f}: c1branch@-3 → f,e,d1 {c1,d2}");
        }

        @Test
        void takes_exactly_as_many_steps_as_were_asked_for() {
            fails(
                    () -> line.downgrade("at {b}: -5 → {}"),
                    "Relative revision -5 didn't produce 5 migrations: there are 2 steps back from b.");
            fails(
                    () -> line.downgrade("at {b}: +2 → {}"),
                    "Relative revision +2 didn't produce 2 migrations: a downgrade goes back, and there are 2 steps to"
                            + " take from b. To go forward run mvn migrate:upgrade -Dmigrate.revision=+2.");
            fails(
                    () -> line.downgrade("at {}: -1 → {}"),
                    "Relative revision -1 didn't produce 1 migrations: there is no step back from base.");
            fails(
                    () -> depending.downgrade("at {c2}: a1@-1 → {}"),
                    "Relative revision a1@-1 didn't produce 1 migrations: going back to b1 takes 2 (c2, c1), since"
                            + " others depend on what is reverted. To revert them all: mvn migrate:downgrade"
                            + " -Dmigrate.revision=b1.");
        }

        @Test
        void to_heads_is_fine_while_there_is_one() {
            line.downgrade("at {e}: heads → {e}");
            branches.downgrade("at {d1,d2}: c1branch@heads → {d1,d2}");
        }

        @Test
        void within_a_branch_starts_at_its_row_even_if_it_was_applied_elsewhere_too() {
            PlanNotation plans = PlanNotation.of("r0→r1; r2; r3(r0,r2)→r4");
            plans.downgrade("at {r1,r2}: r3@-1 → r2 {r1}");
        }

        @Test
        void is_not_for_several_targets() {
            fails(
                    () -> branches.downgrade("at {d1,d2}: c1,c2 → {}"),
                    "'c1,c2' is not a valid downgrade target. Expected one revision, base, -1, label@base or a time.");
            fails(
                    () -> branches.downgrade("at {d1,d2}: heads → {}"),
                    "'heads' is not a valid downgrade target. Expected one revision, base, -1, label@base or a time.");
            fails(
                    () -> branches.downgrade("at {d1,d2}: d1:c1 → {}"),
                    "'d1:c1' is not a valid downgrade target. Expected one revision, base, -1, label@base or a time;"
                            + " ranges are for sql and history.");
        }
    }

    @Nested
    class RowsOfTheVersionTable {

        private List<RowChange> changes(PlanNotation plans, Direction direction, Set<String> rows, String target) {
            return plans.plan(rows, target, direction).steps().stream()
                    .flatMap(step -> step.rowChanges().stream())
                    .toList();
        }

        @Test
        void a_linear_step_updates_and_a_new_branch_inserts() {
            assertThat(changes(branches, Direction.UPGRADE, Set.of(), "heads"))
                    .containsExactly(
                            new RowChange.Insert("a"),
                            new RowChange.Update("a", "b"),
                            new RowChange.Update("b", "c1"),
                            new RowChange.Update("c1", "d1"),
                            new RowChange.Insert("c2"),
                            new RowChange.Update("c2", "d2"));
        }

        @Test
        void a_merge_deletes_the_others_and_updates_one_and_comes_apart_the_same_way() {
            assertThat(changes(merged, Direction.UPGRADE, Set.of("d1", "d2"), "e"))
                    .containsExactly(new RowChange.Delete("d2"), new RowChange.Update("d1", "e"));
            assertThat(changes(merged, Direction.DOWNGRADE, Set.of("e"), "d1"))
                    .containsExactly(new RowChange.Update("e", "d1"), new RowChange.Insert("d2"));
        }

        @Test
        void the_end_of_a_branch_deletes() {
            assertThat(changes(branches, Direction.DOWNGRADE, Set.of("c1", "c2"), "c2branch@base"))
                    .containsExactly(new RowChange.Delete("c2"));
        }

        @Test
        void a_row_that_another_one_implies_by_now_does_no_harm() {
            Set<String> rows = Set.of("c1", "c2");
            assertThat(depending.plan(rows, "d1", Direction.UPGRADE).rowsAfter(rows))
                    .containsExactly("c2", "d1");
            assertThat(depending.plan(rows, "b2", Direction.DOWNGRADE).rowsAfter(rows))
                    .containsExactly("b2", "c1");
            assertThat(depending.plan(rows, "base", Direction.DOWNGRADE).rowsAfter(rows))
                    .isEmpty();
        }
    }

    @Nested
    class Stamping {

        private Set<String> stamp(PlanNotation plans, Set<String> rows, String target) {
            return Rows.after(rows, Planner.stamp(plans.graph(), rows, Targets.parse(target)));
        }

        @Test
        void moves_up_and_down_without_running_anything() {
            assertThat(Planner.stamp(line.graph(), Set.of("b"), Targets.parse("head")))
                    .containsExactly(new RowChange.Update("b", "e"));
            assertThat(Planner.stamp(line.graph(), Set.of("e"), Targets.parse("b")))
                    .containsExactly(new RowChange.Update("e", "b"));
            assertThat(Planner.stamp(line.graph(), Set.of(), Targets.parse("c")))
                    .containsExactly(new RowChange.Insert("c"));
            assertThat(Planner.stamp(line.graph(), Set.of("c"), Targets.parse("base")))
                    .containsExactly(new RowChange.Delete("c"));
            assertThat(Planner.stamp(line.graph(), Set.of("c"), Targets.parse("c")))
                    .isEmpty();
        }

        @Test
        void leaves_other_branches_alone() {
            assertThat(stamp(branches, Set.of("d1", "d2"), "c2")).containsExactly("c2", "d1");
            assertThat(stamp(branches, Set.of("d1"), "c2")).containsExactly("c2", "d1");
            assertThat(stamp(branches, Set.of("d1", "d2"), "b")).containsExactly("b");
            assertThat(stamp(branches, Set.of("d1", "d2"), "c2branch@base")).containsExactly("d1");
            assertThat(stamp(branches, Set.of("b"), "heads")).containsExactly("d1", "d2");
            assertThat(stamp(depending, Set.of("a2"), "c2")).containsExactly("c2");
        }

        @Test
        void may_be_relative() {
            assertThat(stamp(line, Set.of("b"), "+2")).containsExactly("d");
            assertThat(stamp(line, Set.of("d"), "-2")).containsExactly("b");
        }
    }

    @Nested
    class Ranges {

        private List<String> history(PlanNotation plans, String range, String... rows) {
            return Planner.history(plans.graph(), Set.of(rows), Targets.parse(range)).stream()
                    .map(RevisionInfo::id)
                    .toList();
        }

        @Test
        void show_both_ends_the_newest_first() {
            assertThat(history(line, "b:d")).containsExactly("d", "c", "b");
            assertThat(history(line, "d:")).containsExactly("e", "d");
            assertThat(history(line, ":b")).containsExactly("b", "a");
            assertThat(history(line, ":")).containsExactly("e", "d", "c", "b", "a");
            assertThat(history(line, "base:b")).containsExactly("b", "a");
            assertThat(history(merged, "c1:e")).containsExactly("e", "d2", "c2", "d1", "c1");
        }

        @Test
        void count_from_what_is_applied() {
            assertThat(history(line, "-1:current", "c")).containsExactly("c", "b");
            assertThat(history(line, "-9:current", "c")).containsExactly("c", "b", "a");
            assertThat(history(line, "current:", "d")).containsExactly("e", "d");
            assertThat(history(line, "current:+1", "c")).containsExactly("d", "c");
            assertThat(history(branches, "current", "c1", "c2")).containsExactly("c2", "c1");
        }

        @Test
        void must_lie_on_one_line() {
            fails(
                    () -> history(line, "d:b"),
                    "Requested range d:b does not refer to ancestor/descendant revisions along the same branch: d is not"
                            + " among what leads to its end. A range goes from the older revision to the newer one.");
            fails(
                    () -> history(branches, "c1:d2"),
                    "Requested range c1:d2 does not refer to ancestor/descendant revisions along the same branch: c1 is"
                            + " not among what leads to its end. A range goes from the older revision to the newer"
                            + " one.");
        }
    }

    @Nested
    class Offline {

        private String script(PlanNotation plans, Direction direction, String target) {
            Target parsed = Targets.parse(target);
            Plan plan = Planner.offline(plans.graph(), direction, parsed);
            Set<String> start = Planner.offlineStart(plans.graph(), direction, parsed);
            return start + " " + String.join(",", PlanNotation.steps(plan)) + " " + plan.rowsAfter(start);
        }

        @Test
        void an_upgrade_starts_at_the_base_or_where_the_range_does() {
            assertThat(script(line, Direction.UPGRADE, "head")).isEqualTo("[] a,b,c,d,e [e]");
            assertThat(script(line, Direction.UPGRADE, "b:d")).isEqualTo("[b] c,d [d]");
            assertThat(script(line, Direction.UPGRADE, "c:")).isEqualTo("[c] d,e [e]");
            assertThat(script(line, Direction.UPGRADE, ":b")).isEqualTo("[] a,b [b]");
            assertThat(script(line, Direction.UPGRADE, "b:+1")).isEqualTo("[b] c [c]");
        }

        @Test
        void a_downgrade_goes_from_the_left_to_the_right() {
            assertThat(script(line, Direction.DOWNGRADE, "d:b")).isEqualTo("[d] d,c [b]");
            assertThat(script(line, Direction.DOWNGRADE, "b:")).isEqualTo("[b] b,a []");
            assertThat(script(line, Direction.DOWNGRADE, ":d")).isEqualTo("[e] e [d]");
            assertThat(script(line, Direction.DOWNGRADE, "d:-2")).isEqualTo("[d] d,c [b]");
            assertThat(script(branches, Direction.DOWNGRADE, "heads:c2branch@base"))
                    .isEqualTo("[d1, d2] d2,c2 [d1]");
        }

        @Test
        void needs_no_database() {
            fails(
                    () -> script(line, Direction.DOWNGRADE, "b"),
                    "'b' is not a valid offline downgrade target. Expected a range from:to, since there is no database"
                            + " to ask where it is.");
            fails(
                    () -> script(line, Direction.UPGRADE, "current:head"),
                    "'current:head' is not a valid offline target. Expected a range that starts at a revision, since"
                            + " there is no database to ask.");
            fails(
                    () -> script(branches, Direction.UPGRADE, "c1:d2"),
                    "Requested range c1:d2 does not refer to ancestor/descendant revisions along the same branch: c1 is"
                            + " not among what leads to its end. A range goes from the older revision to the newer"
                            + " one.");
        }
    }

    @Nested
    class BeingCurrent {

        @Test
        void a_head_that_only_a_dependent_implies_counts() {
            RevisionGraph graph = HistoryNotation.graph("a→b; x→y, y depends on b");
            assertThat(Planner.isCurrent(graph, Set.of("y"))).isTrue();
            assertThat(Planner.appliedHeads(graph, Set.of("y")))
                    .extracting(RevisionInfo::id)
                    .containsExactly("b", "y");
        }

        @Test
        void lagging_behind_names_both_places() {
            fails(
                    () -> Planner.requireCurrent(line.graph(), Set.of("d")),
                    "Database is at d, expected e (head). Run: mvn migrate:upgrade");
            fails(
                    () -> Planner.requireCurrent(branches.graph(), Set.of()),
                    "Database is at base, expected d1, d2 (heads). Run: mvn migrate:upgrade"
                            + " -Dmigrate.revision=heads");
            Planner.requireCurrent(line.graph(), Set.of("e"));
        }
    }
}
