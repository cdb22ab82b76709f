package dev.migrate.autogen.diff.text;

import static dev.migrate.schema.Definitions.column;
import static dev.migrate.schema.Types.type;
import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.operation.ColumnOperation.ChangeColumn;
import dev.migrate.schema.QualifiedName;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LossTest {

    private static Optional<String> loss(String from, String to) {
        return Loss.of(
                new ChangeColumn(QualifiedName.parse("t"), column("c", type(from)), column("c", type(to)), null, null));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "smallint; numeric(5,0)",
                "integer; numeric(38,0)",
                "bigint; numeric(21,2)",
                "bigint; numeric",
                "date; timestamp(6) without time zone",
                "character(1); character varying(255)",
                "uuid; character varying(36)",
            })
    void nothingIsSaidWhereEachValueFits(String from, String to) {
        assertThat(loss(from, to)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "integer; numeric(9,0)",
                "bigint; numeric(20,2)",
                "timestamp(6) without time zone; date",
                "character(3); character varying(2)",
                "uuid; character varying(35)",
            })
    void itIsSaidWhereAValueMayNotFit(String from, String to) {
        assertThat(loss(from, to))
                .hasValue("Fails, or cuts, where a value of t.c does not fit: " + from + " becomes " + to + ".");
    }
}
