package dev.migrate.revision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.MigrateException;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** What a new revision follows. */
class NewRevisionTest {

    private static final PlanNotation LINE = PlanNotation.of("a→b→c→d→e");
    private static final PlanNotation BRANCHES =
            PlanNotation.of("a→b→{c1→d1 (label c1branch), c2→d2 (label c2branch)}");

    private static void fails(ThrowingCallable plan, String message) {
        assertThatThrownBy(plan).isInstanceOf(MigrateException.class).hasMessage(message);
    }

    private List<String> parents(PlanNotation plans, String target, boolean splice) {
        return Planner.parents(plans.graph(), Targets.parse(target), splice);
    }

    @Test
    void follow_a_head_or_begin_a_base() {
        assertThat(parents(LINE, "head", false)).containsExactly("e");
        assertThat(parents(BRANCHES, "c1branch@head", false)).containsExactly("d1");
        assertThat(parents(LINE, "base", false)).isEmpty();
        assertThat(Planner.parents(RevisionGraph.of(List.of()), new Target.Head(), false))
                .isEmpty();
    }

    @Test
    void are_told_to_say_which_of_several_heads_they_follow() {
        fails(
                () -> parents(BRANCHES, "head", false),
                "Multiple head revisions are present for 'head': d1, d2. Merge them with mvn migrate:merge, or say which"
                        + " one is followed: -Dmigrate.head=d1.");
    }

    @Test
    void branch_only_when_told_to() {
        assertThat(parents(LINE, "c", true)).containsExactly("c");
        fails(
                () -> parents(LINE, "c", false),
                "Revision c is not a head revision: d revises it. Give splice (-Dmigrate.splice) to branch from it,"
                        + " or a head: e.");
        fails(
                () -> parents(BRANCHES, "b", false),
                "Revision b is not a head revision: c1, c2 revise it. Give splice (-Dmigrate.splice) to branch from"
                        + " it, or a head: d1, d2.");
    }

    @Test
    void merge_two_heads_or_more() {
        assertThat(Planner.mergeParents(BRANCHES.graph(), Targets.parse("heads")))
                .containsExactly("d1", "d2");
        assertThat(Planner.mergeParents(BRANCHES.graph(), Targets.parse("d2,d1")))
                .containsExactly("d2", "d1");
        fails(
                () -> Planner.mergeParents(LINE.graph(), Targets.parse("heads")),
                "Nothing to merge: 'heads' is e. Expected two heads or more; see mvn migrate:heads.");
        fails(
                () -> Planner.mergeParents(BRANCHES.graph(), Targets.parse("c1,d2")),
                "Revision c1 is not a head revision: d1 revises it. Heads are merged, and these are: d1, d2.");
    }
}
