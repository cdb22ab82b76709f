package dev.migrate.autogen.diff.text;

import static dev.migrate.schema.Definitions.column;
import static dev.migrate.schema.Types.type;
import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.operation.ColumnOperation.ChangeColumn;
import dev.migrate.schema.QualifiedName;
import dev.migrate.testing.PostgresTest;
import dev.migrate.testing.TestDatabase;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is offered for those who don't want the session's time zone reads and writes values in that of the offer. */
@PostgresTest
class OfferedZoneTest {

    private static final String OFFER = " For another zone: type(..., \"";

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "date; timestamp with time zone; 2026-01-11; ; 2026-01-11 00:00:00+00",
                "timestamp without time zone; timestamp with time zone; 2026-01-11 20:00; ; 2026-01-11 20:00:00+00",
                "timestamp with time zone; timestamp without time zone; 2026-01-11 20:00+00; ; 2026-01-11 20:00:00",
                "timestamp with time zone; date; 2026-01-11 20:00+00; and keeps only its day; 2026-01-11",
                "timestamp with time zone; time without time zone; 2026-01-11 20:00+00; and keeps only its time of day; 20:00:00",
                "time without time zone; time with time zone; 20:00; ; 20:00:00+00",
                "time with time zone; time without time zone; 20:00+00; ; 20:00:00",
            })
    void itMeansTheSameWhateverTheSessionsZone(
            String from, String to, String value, String kept, String expected, TestDatabase database) {
        String said = Loss.of(new ChangeColumn(
                        QualifiedName.parse("t"), column("Seen", type(from)), column("Seen", type(to)), null, null))
                .orElseThrow();
        assertThat(said)
                .startsWith("Reads each value of t.Seen in the session's time zone" + (kept == null ? "" : ", " + kept)
                        + ": " + from + " becomes " + to + "." + OFFER);
        String offered = said.substring(said.indexOf(OFFER) + OFFER.length(), said.lastIndexOf("\")."))
                .replace("\\\"", "\"");

        database.execute("SET TimeZone = 'Asia/Kathmandu'; CREATE TABLE t (\"Seen\" " + from + ");"
                + " INSERT INTO t VALUES ('" + value + "'); ALTER TABLE t ALTER \"Seen\" TYPE " + to + " USING "
                + offered);

        assertThat(database.query("SELECT set_config('TimeZone', 'UTC', false) || ' ' || \"Seen\" FROM t"))
                .isEqualTo("UTC " + expected);
    }
}
