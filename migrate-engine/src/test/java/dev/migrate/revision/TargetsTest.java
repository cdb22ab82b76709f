package dev.migrate.revision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.MigrateException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TargetsTest {

    private static final Target.Id ID = new Target.Id("3f2a");

    @Test
    void each_form_is_understood() {
        assertThat(Targets.parse("head")).isEqualTo(new Target.Head());
        assertThat(Targets.parse("heads")).isEqualTo(new Target.Heads());
        assertThat(Targets.parse("base")).isEqualTo(new Target.Base());
        assertThat(Targets.parse("current")).isEqualTo(new Target.Current());
        assertThat(Targets.parse("3f2a")).isEqualTo(ID);
        assertThat(Targets.parse("+2")).isEqualTo(new Target.Steps(2));
        assertThat(Targets.parse("-1")).isEqualTo(new Target.Steps(-1));
        assertThat(Targets.parse("current-1")).isEqualTo(new Target.Steps(-1));
        assertThat(Targets.parse("3f2a+2")).isEqualTo(new Target.Offset(ID, 2));
        assertThat(Targets.parse("head-1")).isEqualTo(new Target.Offset(new Target.Head(), -1));
        assertThat(Targets.parse("base+2")).isEqualTo(new Target.Offset(new Target.Base(), 2));
    }

    @Test
    void each_form_can_stand_in_a_branch() {
        assertThat(Targets.parse("okr@head")).isEqualTo(new Target.InBranch("okr", new Target.Head()));
        assertThat(Targets.parse("okr@base")).isEqualTo(new Target.InBranch("okr", new Target.Base()));
        assertThat(Targets.parse("okr@+1")).isEqualTo(new Target.InBranch("okr", new Target.Steps(1)));
        assertThat(Targets.parse("okr@3f2a")).isEqualTo(new Target.InBranch("okr", ID));
        assertThat(Targets.parse("okr@head-1"))
                .isEqualTo(new Target.InBranch("okr", new Target.Offset(new Target.Head(), -1)));
    }

    @Test
    void either_side_of_a_range_may_be_empty() {
        assertThat(Targets.parse("3f2a:head")).isEqualTo(new Target.Range(ID, new Target.Head()));
        assertThat(Targets.parse("3f2a:")).isEqualTo(new Target.Range(ID, new Target.Open()));
        assertThat(Targets.parse(":3f2a")).isEqualTo(new Target.Range(new Target.Open(), ID));
        assertThat(Targets.parse("-3:current")).isEqualTo(new Target.Range(new Target.Steps(-3), new Target.Current()));
    }

    @Test
    void a_list_has_commas() {
        assertThat(Targets.parse("3f2a, okr@head"))
                .isEqualTo(new Target.Several(List.of(ID, new Target.InBranch("okr", new Target.Head()))));
    }

    @Test
    void a_date_is_all_of_its_day() {
        assertThat(Targets.parse("2026-01-11"))
                .isEqualTo(new Target.PointInTime(Instant.parse("2026-01-11T23:59:59.999999999Z"), "2026-01-11"));
        assertThat(Targets.parse("2026-01-11", ZoneId.of("Asia/Tokyo")))
                .isEqualTo(new Target.PointInTime(Instant.parse("2026-01-11T14:59:59.999999999Z"), "2026-01-11"));
    }

    @Test
    void a_time_may_have_a_zone() {
        Instant ten = Instant.parse("2026-01-11T10:00:00Z");
        assertThat(Targets.parse("2026-01-11T10:00Z")).isEqualTo(new Target.PointInTime(ten, "2026-01-11T10:00Z"));
        assertThat(Targets.parse("2026-01-11T10:00:00")).isEqualTo(new Target.PointInTime(ten, "2026-01-11T10:00:00"));
        assertThat(Targets.parse("2026-01-11 12:00+02:00"))
                .isEqualTo(new Target.PointInTime(ten, "2026-01-11 12:00+02:00"));
        assertThat(Targets.parse("2026-01-11T19:00", ZoneId.of("Asia/Tokyo")))
                .isEqualTo(new Target.PointInTime(ten, "2026-01-11T19:00"));
    }

    @Test
    void what_depends_on_the_database_says_so() {
        assertThat(List.of("+1", "okr@-1", "current", "-3:", "a:current", "a,+1", "2026-01-11"))
                .allMatch(text -> Targets.parse(text).needsApplied());
        assertThat(List.of("head", "head-1", "a:b", ":", "okr@head", "a,b", "base"))
                .noneMatch(text -> Targets.parse(text).needsApplied());
    }

    @ParameterizedTest
    @ValueSource(strings = {"head", "3f2a+2", "okr@head-1", "a:b", ":", "-3:current", "a,okr@+1", "2026-01-11"})
    void a_target_is_written_as_it_was_read(String text) {
        assertThat(Targets.parse(text).text()).isEqualTo(text);
    }

    @Test
    void what_is_no_target_is_shown_with_what_would_be() {
        String expected = "Expected head, heads, base, current, an id or a unique prefix of one, +2, -1, 3f2a+2,"
                + " label@head, a:b, 2026-01-11 or 2026-01-11T10:00Z.";
        fails("", "'' is not a target. " + expected);
        fails("a b", "'a b' is not a target. " + expected);
        fails("okr@", "'okr@' is not a target. " + expected);
        fails("+0", "'+0' is not a target. " + expected);
        fails("heads-1", "'heads-1' is not a target. " + expected);
        fails("a,,b", "'' in 'a,,b' is not a target. " + expected);
        fails("a:b:c", "'b:c' in 'a:b:c' is not a target. " + expected);
        fails("2026-02-30", "'2026-02-30' is not a time. Expected 2026-01-11, 2026-01-11T10:00 or 2026-01-11T10:00Z.");
    }

    private static void fails(String text, String message) {
        assertThatThrownBy(() -> Targets.parse(text))
                .isInstanceOf(MigrateException.class)
                .hasMessage(message);
    }
}
