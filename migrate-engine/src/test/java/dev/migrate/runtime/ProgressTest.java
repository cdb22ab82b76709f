package dev.migrate.runtime;

import static dev.migrate.operation.DataChanges.rows;
import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.ddl.CopyText;
import dev.migrate.operation.DataOperation.BulkInsert;
import dev.migrate.runtime.journal.Progress;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The checksum of what a migration does: its statements, and the rows behind them. */
class ProgressTest {

    private static final BulkInsert INSERT = rows("t", "a").copy();
    private static final Pattern PARTS = Pattern.compile("\\|");

    /** COPYs with these rows, each in the parts that {@code |} separates. */
    private static String checksum(String... copies) {
        Progress progress = new Progress();
        for (String rows : copies) {
            progress.advance(INSERT, CopyText.statement(INSERT));
            PARTS.splitAsStream(rows)
                    .map(part -> part.getBytes(StandardCharsets.UTF_8))
                    .forEach(bytes -> progress.include(bytes, bytes.length));
        }
        return progress.mark().checksum();
    }

    @Test
    void inWhichPortionsRowsWereSentChangesNothing() {
        assertThat(checksum("1\n|2\n|3\n")).isEqualTo(checksum("1\n2\n3\n"));
    }

    @Test
    void anotherRowAnotherOrderAndAnotherStatementDoNotGoUnnoticed() {
        assertThat(new String[] {
                    checksum("1\n2\n"),
                    checksum("1\n3\n"),
                    checksum("2\n1\n"),
                    checksum("1\n2\n", ""),
                    checksum("", "1\n2\n"),
                    checksum("1\n", "2\n"),
                    checksum(""),
                    checksum("", "")
                })
                .doesNotHaveDuplicates();
    }

    @Test
    void aChecksumIsTheSameInEveryProcess() {
        assertThat(checksum("1\n2\n", "é\n"))
                .isEqualTo("25cc7b4c5b21231723cf74c0280138932a9b0f88deb61cf97a6df6ce174d6144");
    }
}
