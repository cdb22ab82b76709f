package dev.migrate.revision;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.MigrateException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** The ten worked plans of the specification, in its own notation. */
class WorkedPlansTest {

    private static final String B = "a→b→{c1→d1 (label c1branch), c2→d2 (label c2branch)}";

    private final PlanNotation line = PlanNotation.of("a→b→c→d→e");
    private final PlanNotation branches = PlanNotation.of(B);
    private final PlanNotation merged = PlanNotation.of(B + " + e(d1,d2)→f");
    private final PlanNotation depending = PlanNotation.of("a1→b1→c1→d1; a2→b2→c2, c2 depends on c1");
    private final PlanNotation crossed = PlanNotation.of("a1→a2→a3, a3 depends on b1; b1→b2, b2 depends on a2");
    private final PlanNotation parallel = PlanNotation.of("a1→b1→c1; a2→b2→c2→d2; d1(c1,c2)");

    @Test
    void plan1_a_line_goes_up_by_steps_and_by_offsets() {
        line.upgrade("at {a}: +2 → b,c {c}");
        line.upgrade("at {a}: b+2 → b,c,d {d}");
        line.upgrade("at {a}: head-1 → b,c,d {d}");
        fails(
                () -> line.upgrade("at {b}: +5 → {}"),
                "Relative revision +5 didn't produce 5 migrations: there are 3 steps forward from b.");
        fails(
                () -> line.upgrade("at {b}: -2 → {}"),
                "Relative revision -2 didn't produce 2 migrations: an upgrade goes forward, and there are 3 steps to"
                        + " take from b. To go back run mvn migrate:downgrade -Dmigrate.revision=-2.");
    }

    @Test
    void plan2_a_line_goes_down_by_steps_and_by_offsets() {
        line.downgrade("at {e}: -3 → e,d,c {b}");
        line.downgrade("at {d}: a+2 → d {c}");
        line.downgrade("at {c}: c → {c}");
        fails(
                () -> line.downgrade("at {b}: c → {}"),
                "Destination c is not a valid downgrade target from current head(s) b: it is not applied."
                        + " To go forward run mvn migrate:upgrade -Dmigrate.revision=c.");
    }

    @Test
    void plan3_at_a_branch_point_a_single_way_on_is_ambiguous() {
        fails(
                () -> branches.upgrade("at {b}: head → {}"),
                "Multiple head revisions are present for 'head': d1, d2. Merge them with mvn migrate:merge, or name"
                        + " one by its id or as label@head, or all as heads.");
        fails(
                () -> branches.upgrade("at {b}: +1 → {}"),
                "Ambiguous walk: '+1' can go from b to c1 (branch c1branch), c2 (branch c2branch). Name the"
                        + " branch, as in c1branch@+1, or the revision.");
        fails(
                () -> branches.upgrade("at {c1,c2}: +1 → {}"),
                "Ambiguous walk: '+1' could start at c1 (branch c1branch), c2 (branch c2branch), which are all applied."
                        + " Name the branch, as in c1branch@+1.");
    }

    @Test
    void plan4_all_branches_go_up_together_and_a_target_must_not_include_another() {
        branches.upgrade("at {b}: heads → c2,d2,c1,d1 {d1,d2}");
        fails(
                () -> branches.upgrade("at {b}: d1,c1 → {}"),
                "Requested revision d1 overlaps with other requested revisions c1: it includes them. Leave them out.");
    }

    @Test
    void plan5_a_step_within_a_branch_starts_where_the_branch_is() {
        branches.upgrade("at {c1}: c2branch@+1 → c2 {c1,c2}");
        branches.upgrade("at {c1,c2}: c2branch@+1 → d2 {c1,d2}");
    }

    @Test
    void plan6_branches_go_down_together_or_one_by_one() {
        branches.downgrade("at {d1,d2}: b → d2,c2,d1,c1 {b}");
        branches.downgrade("at {d1,d2}: c2branch@b → d2,c2 {d1}");
        branches.downgrade("at {d1,d2}: c1branch@-1 → d1 {c1,d2}");
        fails(
                () -> branches.downgrade("at {d1,d2}: -1 → {}"),
                "Ambiguous walk: '-1' could start at d1 (branch c1branch), d2 (branch c2branch), which are all applied."
                        + " Name the branch, as in c1branch@-1.");
    }

    @Test
    void plan7_a_merge_needs_both_branches_and_comes_apart_again() {
        merged.upgrade("at {d1}: f → c2,d2,e,f {f}");
        merged.downgrade("at {f}: c1 → f,e,d1 {c1,d2}");
        fails(
                () -> merged.downgrade("at {e}: -1 → {}"),
                "Ambiguous walk: '-1' can go from e to d1 (branch c1branch), d2 (branch c2branch). Name the"
                        + " branch, as in c1branch@-1, or the revision.");
    }

    @Test
    void plan8_a_dependency_is_applied_first_and_has_no_row_while_a_dependent_is_applied() {
        depending.upgrade("at {a2}: c2 → a1,b1,c1,b2,c2 {c2}");
        depending.downgrade("at {c2}: b2 → c2 {b2,c1}");
        depending.downgrade("at {c2,d1}: b1 → c2,d1,c1 {b1,b2}");
    }

    @Test
    void plan9_lines_that_depend_on_each_other_crosswise_go_down_one_step() {
        crossed.downgrade("at {a3,b2}: b1 → b2 {a3}");
    }

    @Test
    void plan10_a_merge_of_a_revision_that_has_gone_on_leaves_its_line_alone() {
        parallel.upgrade("at {b1,d2}: d1 → c1,d1 {d1,d2}");
        parallel.downgrade("at {d1,d2}: b1 → d1,c1 {b1,d2}");
    }

    private static void fails(ThrowingCallable plan, String message) {
        assertThatThrownBy(plan).isInstanceOf(MigrateException.class).hasMessage(message);
    }
}
