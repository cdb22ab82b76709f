package dev.migrate.autogen.diff.text;

import static dev.migrate.schema.Definitions.column;
import static dev.migrate.schema.Types.type;
import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.operation.ColumnOperation.ChangeColumn;
import dev.migrate.schema.QualifiedName;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LossTest {

    private static Optional<String> loss(String from, String to) {
        return loss("c", from, to, null);
    }

    private static Optional<String> loss(String column, String from, String to, @Nullable String using) {
        return Loss.of(new ChangeColumn(
                QualifiedName.parse("t"), column(column, type(from)), column(column, type(to)), using, null));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "smallint; numeric(5,0)",
                "integer; numeric(38,0)",
                "bigint; numeric(21,2)",
                "bigint; numeric",
                "integer; double precision",
                "smallint; real",
                "jsonb; json",
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
                "integer; numeric(9,0); Fails where a value of t.c does not fit",
                "bigint; numeric(20,2); Fails where a value of t.c does not fit",
                "numeric(12,4); numeric(12,2); Rounds each value of t.c to 2 digits behind the point",
                "numeric(12,4); numeric(8,2); Rounds each value of t.c to 2 digits behind the point, and fails where it does not fit",
                "bigint; double precision; Keeps only 15 digits of each value of t.c",
                "integer; real; Keeps only 6 digits of each value of t.c",
                "json; jsonb; Keeps the last of several values that one key has in each value of t.c",
                "timestamp(6) without time zone; date; Keeps only the day of each value of t.c",
                "timestamp(6) without time zone; timestamp(3) without time zone; Rounds each value of t.c to 3 digits of a second",
                "character(3); character varying(2); Fails where a value of t.c does not fit",
                "uuid; character varying(35); Fails where a value of t.c does not fit",
            })
    void itIsSaidWhatBecomesOfAValueThatMayNotFit(String from, String to, String sentence) {
        assertThat(loss(from, to)).hasValue(sentence + ": " + from + " becomes " + to + ".");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '~',
            value = {
                "bigint; uuid; Fails for each value of t.c, since no number is a uuid"
                        + "; To write its digits into one: type(..., \"lpad(to_hex(c), 32, '0')::uuid\").",
                "uuid; integer; Fails for each value of t.c, since no uuid is a number; For one that has a number's digits:"
                        + " type(..., \"('x' || right(replace(c::text, '-', ''), 16))::bit(64)::bigint\").",
                "time(6) without time zone; timestamp(6) without time zone; Fails for each value of t.c, which has no date"
                        + "; For one of each: type(..., \"date '1970-01-01' + c\").",
                "bigint; timestamp(6) with time zone; Fails for each value of t.c, since nothing says what the number counts"
                        + "; For seconds since 1970: type(..., \"to_timestamp(c)\")."
                        + " For milliseconds: type(..., \"to_timestamp(c / 1000.0)\").",
                "bigint; timestamp(6) without time zone; Fails for each value of t.c, since nothing says what the number"
                        + " counts; For seconds since 1970 in UTC: type(..., \"to_timestamp(c) AT TIME ZONE 'UTC'\")."
                        + " For milliseconds: type(..., \"to_timestamp(c / 1000.0) AT TIME ZONE 'UTC'\").",
                "integer; date; Fails for each value of t.c, since nothing says what the number counts"
                        + "; For days since 1970: type(..., \"date '1970-01-01' + c::integer\")."
                        + " For digits like 20240229: type(..., \"to_date(c::text, 'YYYYMMDD')\").",
                "integer; interval; Fails for each value of t.c, since nothing says what the number counts"
                        + "; For seconds: type(..., \"c * interval '1 second'\")."
                        + " For milliseconds: type(..., \"c * interval '1 millisecond'\").",
                "smallint; time(6) without time zone; Fails for each value of t.c, since nothing says what the number counts"
                        + "; For seconds of the day: type(..., \"time '00:00' + c * interval '1 second'\")."
                        + " For nanoseconds: type(..., \"time '00:00' + c / 1000 * interval '1 microsecond'\").",
                "date; integer; Fails for each value of t.c, since nothing says what number it is"
                        + "; For days since 1970: type(..., \"c - date '1970-01-01'\")."
                        + " For digits like 20240229: type(..., \"to_char(c, 'YYYYMMDD')::integer\").",
                "timestamp(6) with time zone; bigint; Fails for each value of t.c, since nothing says what number it is"
                        + "; For seconds since 1970: type(..., \"extract(epoch from c)\")."
                        + " For milliseconds: type(..., \"extract(epoch from c) * 1000\").",
                "interval; integer; Fails for each value of t.c, since nothing says what number it is"
                        + "; For seconds: type(..., \"extract(epoch from c)\")."
                        + " For milliseconds: type(..., \"extract(epoch from c) * 1000\").",
                "time(6) without time zone; integer; Fails for each value of t.c, since nothing says what number it is"
                        + "; For seconds of the day: type(..., \"extract(epoch from c)\")."
                        + " For nanoseconds: type(..., \"extract(epoch from c) * 1000000000\").",
                "integer; numeric(21,0); Takes each value of t.c for nanoseconds, which Hibernate stores a Duration in"
                        + "; For seconds: type(..., \"c * 1000000000\").",
                "character varying(9); smallint; Fails where a value of t.c does not fit"
                        + "; For the ordinals of an enum's constants: type(..., \"array_position(ARRAY['FIRST', 'SECOND'],"
                        + " c::text) - 1\").",
            })
    void whatOnlyAPersonKnowsIsSaidWithWhatToWrite(String from, String to, String loss, String otherwise) {
        assertThat(loss(from, to)).hasValue(loss + ": " + from + " becomes " + to + ". " + otherwise);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '~',
            value = {
                "smallint; character varying(9); ; (ARRAY['FIRST', 'SECOND'])[\\\"Kind\\\" + 1]",
                "character varying(9); smallint; ; array_position(ARRAY['FIRST', 'SECOND'], \\\"Kind\\\"::text) - 1",
                "text; text[]; string_to_array(\"Kind\", ','); ARRAY[\\\"Kind\\\"]",
                "integer; uuid; ; lpad(to_hex(\\\"Kind\\\"), 32, '0')::uuid",
            })
    void whatToWriteNamesTheColumnAsSqlNeedsIt(String from, String to, @Nullable String using, String offered) {
        assertThat(loss("Kind", from, to, using).orElseThrow()).endsWith(": type(..., \"" + offered + "\").");
    }
}
