package dev.migrate.ddl;

import static dev.migrate.operation.DataChanges.rows;
import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.operation.DataOperation.BulkInsert;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Rows as the lines of COPY. */
class CopyTextTest {

    private static List<String> chunks(BulkInsert insert) {
        List<String> chunks = new ArrayList<>();
        CopyText.forEachChunk(
                insert, (bytes, length) -> chunks.add(new String(bytes, 0, length, StandardCharsets.UTF_8)));
        return chunks;
    }

    @Test
    void numbersAreWrittenWithAllTheirDigits() {
        BulkInsert insert = rows("t", "a", "b", "c")
                .row(0, 0L, (short) 0)
                .row(-1, -10L, (byte) -128)
                .row(9, 10L, (short) 99)
                .row(Integer.MAX_VALUE, Long.MAX_VALUE, Short.MAX_VALUE)
                .row(Integer.MIN_VALUE, Long.MIN_VALUE, Short.MIN_VALUE);

        assertThat(String.join("", chunks(insert))).isEqualTo("""
                0\t0\t0
                -1\t-10\t-128
                9\t10\t99
                2147483647\t9223372036854775807\t32767
                -2147483648\t-9223372036854775808\t-32768
                """);
    }

    @Test
    void textIsWrittenAsUtf8WithAllEscapedThatWouldMeanSomethingElse() {
        BulkInsert insert = rows("t", "a", "b", "c")
                .row("plain ~", "", null)
                .row("\\N", "\\.", "tab\tnewline\nreturn\rbackspace\bfeed\f\u000B")
                .row("é日本 \uD83D\uDE00", "\u007F\u0001", "'\"$$");

        assertThat(String.join("", chunks(insert))).isEqualTo("""
                plain ~\t\t\\N
                \\\\N\t\\\\.\ttab\\tnewline\\nreturn\\rbackspace\\bfeed\\f\\v
                é日本 \uD83D\uDE00\t\u007F\u0001\t'"$$
                """);
    }

    @Test
    void aChunkHasWholeLinesHoweverLongTheyAre() {
        String longest = "x".repeat(200_000);
        BulkInsert insert = rows("t", "a").rowsFrom(() -> IntStream.range(0, 3).mapToObj(i -> List.of(longest)));

        assertThat(chunks(insert)).containsExactly(longest + "\n", longest + "\n", longest + "\n");
    }
}
