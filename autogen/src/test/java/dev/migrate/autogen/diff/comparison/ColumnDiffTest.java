package dev.migrate.autogen.diff.comparison;

import static dev.migrate.schema.Definitions.column;
import static dev.migrate.schema.Types.type;
import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.ddl.ServerVersion;
import dev.migrate.schema.QualifiedName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ColumnDiffTest {

    @ParameterizedTest
    @CsvSource({
        "timestamp with time zone, timestamp(6) with time zone, 0",
        "timestamp(6) without time zone, timestamp without time zone, 0",
        "time(6) without time zone[], time without time zone[], 0",
        "timestamp with time zone, timestamp(3) with time zone, 1",
        "timestamp(6) with time zone, timestamp(6) without time zone, 1",
        "numeric, numeric(6), 1",
    })
    void sixDigitsAreAllThatATimeHas(String from, String to, int changes) {
        ColumnDiff diff = new ColumnDiff(
                QualifiedName.parse("agents"), false, ServerVersion.ofMajor(ServerVersion.OLDEST_SUPPORTED));

        assertThat(diff.diff(column("at", type(from)), column("at", type(to)))).hasSize(changes);
    }
}
