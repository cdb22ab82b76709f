package dev.migrate.revision.naming;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.revision.RevisionGraph;
import dev.migrate.revision.RevisionInfo;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class NamingTest {

    private static final Instant TEN = Instant.parse("2024-12-09T10:00:05Z");
    private static final ZonedDateTime CREATED = TEN.atZone(ZoneOffset.UTC);

    private static RevisionGraph history(String... ids) {
        return RevisionGraph.of(Stream.of(ids)
                .map(id -> new RevisionInfo(id, List.of(), List.of(), List.of(), "", null, "R" + id, null, ""))
                .toList());
    }

    @Test
    void hex_ids_are_twelve_digits_that_nobody_has() {
        String first = RevisionIds.hex(new SplittableRandom(1)).next(history());
        assertThat(first).matches("[0-9a-f]{12}");
        assertThat(RevisionIds.hex(new SplittableRandom(1)).next(history(first)))
                .matches("[0-9a-f]{12}")
                .isNotEqualTo(first);
    }

    @Test
    void timestamp_ids_have_the_time_in_the_clocks_zone_and_count() {
        assertThat(RevisionIds.timestamp(Clock.fixed(TEN, ZoneOffset.UTC)).next(history()))
                .isEqualTo("20241209_100005_001");
        assertThat(RevisionIds.timestamp(Clock.fixed(TEN, ZoneId.of("Asia/Tokyo")))
                        .next(history("20241208_130000_001", "3f2a", "20241208_130000_009")))
                .isEqualTo("20241209_190005_010");
    }

    @Test
    void sequence_ids_go_on_from_the_greatest() {
        assertThat(RevisionIds.sequence(4).next(history())).isEqualTo("0001");
        assertThat(RevisionIds.sequence(4).next(history("0012", "0003", "3f2a")))
                .isEqualTo("0013");
        assertThat(RevisionIds.sequence(3).next(history("999"))).isEqualTo("1000");
        assertThatThrownBy(() -> RevisionIds.sequence(0))
                .hasMessage("A sequence of ids has a width of 1 to 17 digits, not 0.");
    }

    private static String file(String template, String id, String message) {
        return FileTemplate.parse(template).className(id, message, CREATED) + ".java";
    }

    @Test
    void the_default_file_name_has_the_id_and_the_message() {
        assertThat(file(FileTemplate.DEFAULT, "3f2a91bc04d7", "Add status column to agents table"))
                .isEqualTo("R3f2a91bc04d7_AddStatusColumnToAgentsTable.java");
        assertThat(file(FileTemplate.DEFAULT, "1.2", "add OKR's e-mail")).isEqualTo("R1_2_AddOKRSEMail.java");
        assertThat(file(FileTemplate.DEFAULT, "0001", "")).isEqualTo("R0001.java");
        assertThat(file(FileTemplate.DEFAULT, "0001", "Größe für Kündigungen"))
                .isEqualTo("R0001_GroßeFurKundigungen.java");
    }

    @Test
    void a_template_may_have_the_parts_of_the_time() {
        assertThat(file(
                        "V{year}{month}{day}_{hour}{minute}{second}_{epoch}_{rev}_{slug}.java",
                        "0001",
                        "Add status column"))
                .isEqualTo("V20241209_100005_1733738405_0001_add_status_column.java");
    }

    @Test
    void a_long_message_is_cut_between_words() {
        assertThat(file("R{rev}_{slug}.java", "1", "one two three four five six seven eight nine ten eleven"))
                .isEqualTo("R1_one_two_three_four_five_six_seven_eight.java");
        assertThat(file("R{rev}_{slug}.java", "1", "x".repeat(50))).isEqualTo("R1_" + "x".repeat(40) + ".java");
    }

    @Test
    void the_class_is_named_like_the_file() {
        assertThat(FileTemplate.parse(FileTemplate.DEFAULT).className("0001", "Add email", CREATED))
                .isEqualTo("R0001_AddEmail");
    }

    @Test
    void what_cannot_name_a_class_is_an_error() {
        assertThatThrownBy(() -> file("{rev}_{Slug}.java", "0001", "Add email"))
                .hasMessage(
                        "The file template '{rev}_{Slug}.java' gives '0001_AddEmail' for revision 0001, which is not"
                                + " the name of a Java class. Begin it with a letter, as in R{rev}_{Slug}.java, and join its"
                                + " parts with underscores.");
        assertThatThrownBy(() -> file("R{rev}-{Slug}.java", "0001", "Add email"))
                .hasMessageStartingWith("The file template 'R{rev}-{Slug}.java' gives 'R0001-AddEmail'");
        assertThatThrownBy(() -> FileTemplate.parse("R{rev}"))
                .hasMessage("The file template 'R{rev}' doesn't end in .java. Expected something like"
                        + " R{rev}_{Slug}.java.");
        assertThatThrownBy(() -> FileTemplate.parse("R{id}.java"))
                .hasMessage(
                        "The file template 'R{id}.java' has an unknown token {id}. Known are {Slug}, {day}, {epoch},"
                                + " {hour}, {minute}, {month}, {rev}, {second}, {slug}, {year}.");
    }
}
