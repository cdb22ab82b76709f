package dev.migrate.autogen.diff.text;

import static dev.migrate.schema.Definitions.column;
import static dev.migrate.schema.Definitions.sequence;
import static dev.migrate.schema.Types.integer;
import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.operation.ColumnOperation.AddColumn;
import dev.migrate.operation.ColumnOperation.DropColumn;
import dev.migrate.operation.IndexOperation.CreateIndex;
import dev.migrate.operation.IndexOperation.DropIndex;
import dev.migrate.operation.SequenceOperation.ChangeSequence;
import dev.migrate.schema.Index;
import dev.migrate.schema.IndexKey;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Sequence;
import java.util.List;
import org.junit.jupiter.api.Test;

class DetectedTextTest {

    @Test
    void anIndexShowsAllThatTellsItFromAnother() {
        Index plain = Index.of("ix", QualifiedName.parse("t"), List.of(IndexKey.column("a"), IndexKey.column("b")));
        Index other = Index.of(
                        "ix",
                        QualifiedName.parse("t"),
                        List.of(
                                IndexKey.column("a").collation("\"C\"").operatorClass("text_pattern_ops"),
                                IndexKey.column("b").desc(),
                                IndexKey.column("c").desc().nullsLast(),
                                IndexKey.column("d").nullsFirst()))
                .unique(true)
                .include("e")
                .nullsNotDistinct()
                .where("a\n  > 'x'");

        assertThat(DetectedText.of(List.of(new DropIndex(plain), new CreateIndex(other))))
                .containsExactly(
                        "Removed index ix on t (a, b)",
                        "Added unique index ix on t (a COLLATE \"C\" text_pattern_ops, b DESC, c DESC NULLS LAST,"
                                + " d NULLS FIRST) INCLUDE (e) NULLS NOT DISTINCT WHERE a > 'x'");
        assertThat(DetectedText.of(List.of(new CreateIndex(plain.using("gin").with("fastupdate", "off")))))
                .containsExactly("Added index ix on t USING gin (a, b) WITH (fastupdate = off)");
    }

    @Test
    void aChangedSequenceShowsBothSidesOfWhatDiffers() {
        Sequence before = sequence("numbers");

        assertThat(text(before, before.increment(50))).isEqualTo("Changed sequence numbers: increment from 1 to 50");
        assertThat(text(
                        before.ownedBy("tickets", "id"),
                        before.min(7).max(99).cache(5).cycle()))
                .isEqualTo(
                        "Changed sequence numbers: minimum from 1 to 7, maximum from 9223372036854775807 to 99, start from 1"
                                + " to 7, cache from 1 to 5, now with a cycle, owner from tickets.id to none");
        assertThat(text(before, before.comment("for tickets"))).isEqualTo("Changed sequence numbers: comment");
        assertThat(text(before.cycle(), before.type(integer())))
                .isEqualTo("Changed sequence numbers: type from bigint to integer, maximum from 9223372036854775807 to"
                        + " 2147483647, without a cycle now");
    }

    @Test
    void aGeneratedColumnThatIsMadeAnewIsRecomputed() {
        QualifiedName agents = QualifiedName.parse("agents");
        DropColumn drop = new DropColumn(agents, column("twice", integer()).generatedStored("a * 2"));
        AddColumn add = new AddColumn(agents, column("twice", integer()).generatedStored("a + a"));

        assertThat(DetectedText.of(List.of(drop, add))).containsExactly("Recomputed column agents.twice");
        assertThat(DetectedText.of(List.of(drop, new AddColumn(agents, column("twice", integer())))))
                .containsExactly("Removed column agents.twice", "Added column agents.twice");
        assertThat(DetectedText.of(List.of(drop))).containsExactly("Removed column agents.twice");
    }

    private static String text(Sequence from, Sequence to) {
        return String.join("\n", DetectedText.of(List.of(new ChangeSequence(from, to))));
    }
}
