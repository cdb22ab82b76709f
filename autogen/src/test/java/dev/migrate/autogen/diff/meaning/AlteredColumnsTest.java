package dev.migrate.autogen.diff.meaning;

import static dev.migrate.operation.ColumnAlteration.alter;
import static dev.migrate.schema.Types.bigint;
import static dev.migrate.schema.Types.smallint;
import static dev.migrate.schema.Types.varchar;
import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.operation.ColumnOperation.AlterColumns;
import dev.migrate.operation.EnumOperation.ChangeMeanings;
import dev.migrate.schema.MeaningColumn.Kind;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.StoredValue;
import java.util.List;
import org.junit.jupiter.api.Test;

class AlteredColumnsTest {

    private static final QualifiedName LETTERS = QualifiedName.parse("letters");

    private static final AlterColumns ALTERATION = new AlterColumns(
            LETTERS,
            List.of(
                    alter("size").type(smallint()).rename("format"),
                    alter("mood").type(varchar(20)),
                    alter("weight").type(bigint())));

    @Test
    void ordinalsEndWhereOneOfSeveralColumnsGetsNames() {
        RecordedMeanings recorded = RecordedMeanings.none("public")
                .after(List.of(
                        ChangeMeanings.ordinals(LETTERS, "size").to("SMALL", "LARGE"),
                        ChangeMeanings.ordinals(LETTERS, "mood").to("SAD", "HAPPY")))
                .after(List.of(ALTERATION));

        assertThat(recorded.of(LETTERS, "format", Kind.ORDINALS))
                .containsExactly(new StoredValue("0", "SMALL"), new StoredValue("1", "LARGE"));
        assertThat(recorded.of(LETTERS, "size", Kind.ORDINALS)).isEmpty();
        assertThat(recorded.of(LETTERS, "mood", Kind.ORDINALS)).isEmpty();
    }

    @Test
    void typesOfSeveralColumnsAreWritten() {
        WrittenColumns written = WrittenColumns.none("public").after(List.of(ALTERATION));

        assertThat(List.of("format", "mood", "weight"))
                .allMatch(column -> written.contain(LETTERS, column, WrittenColumns.Property.TYPE))
                .noneMatch(column -> written.contain(LETTERS, column, WrittenColumns.Property.NULLABILITY));
        assertThat(written.contain(LETTERS, "size", WrittenColumns.Property.TYPE))
                .isFalse();
    }
}
