package dev.migrate.operation;

import static dev.migrate.schema.Types.type;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.testing.PostgresTest;
import dev.migrate.testing.TestDatabase;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A value that a type takes away from, and PostgreSQL's own answer to it. */
@PostgresTest
class PrecisionLossTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "numeric(10,2); integer; 1.50; is rounded",
                "numeric; bigint; 1.5; is rounded",
                "numeric(10,3); numeric(10,2); 1.005; is rounded",
                "numeric; numeric(10,2); 1.005; is rounded",
                "double precision; numeric; 0.1234567890123456; is rounded",
                "double precision; integer; 1.5; is rounded",
                "double precision; real; 0.123456789; is rounded",
                "numeric(20,10); double precision; 1234567890.0123456789; is rounded",
                "bigint; double precision; 9007199254740993; is rounded",
                "integer; real; 16777217; is rounded",
                "timestamp; timestamp(3); 2026-01-01 10:00:00.123456; is rounded",
                "timestamptz; date; 2026-01-01 10:00:00+00; loses its time",
                "timestamp; time; 2026-01-01 10:00:00; loses its date",
                "interval; interval(0); 1.5 seconds; is rounded",
                "numeric(10,2)[]; integer[]; {1.50}; is rounded",
            })
    void anAssignmentRoundsOrCutsWithoutAnError(
            String from, String to, String value, String loss, TestDatabase database) {
        assertThat(PrecisionLoss.of(type(from), type(to), false)).hasValue(loss);

        assertThat(changed(database, from, to, value, "")).isNotEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "text; varchar(3); abcdef; is cut",
                "varchar(9); varchar(3); abcdef; is cut",
                "text; numeric(10,2); 1.005; is rounded",
                "text; date; 2026-01-01 10:00; loses its time",
                "integer; boolean; 7; becomes true or false",
            })
    void anExplicitCastDoesSoWhereAnAssignmentFails(
            String from, String to, String value, String loss, TestDatabase database) {
        assertThat(PrecisionLoss.of(type(from), type(to), false)).isEmpty();
        assertThat(PrecisionLoss.of(type(from), type(to), true)).hasValue(loss);

        assertThatThrownBy(() -> changed(database, from, to, value, "")).hasStackTraceContaining("ERROR");
        database.execute("DROP TABLE IF EXISTS t");
        assertThat(changed(database, from, to, value, " USING c::" + to)).isNotEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "integer; bigint; 2147483647",
                "integer; double precision; 2147483647",
                "integer; numeric(12,2); 7",
                "smallint; real; 32767",
                "numeric(10,0); bigint; 1234567890",
                "numeric(10,2); numeric(12,2); 1.25",
                "numeric(10,2); double precision; 12345678.25",
                "varchar(9); text; abc",
                "timestamp(3); timestamp; 2026-01-01 10:00:00.123",
                "date; timestamp; 2026-01-01",
            })
    void whereEachValueFitsNothingIsLost(String from, String to, String value, TestDatabase database) {
        assertThat(PrecisionLoss.of(type(from), type(to), true)).isEmpty();

        assertThat(changed(database, from, to, value, "")).startsWith(value);
    }

    private static String changed(TestDatabase database, String from, String to, String value, String using) {
        database.execute("CREATE TABLE t (c " + from + "); INSERT INTO t VALUES ('" + value + "')");
        database.execute("ALTER TABLE t ALTER c TYPE " + to + using);
        return database.query("SELECT c::text FROM t");
    }
}
