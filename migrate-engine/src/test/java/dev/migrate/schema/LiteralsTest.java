package dev.migrate.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.testing.PostgresServer;
import dev.migrate.testing.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Period;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.Test;

class LiteralsTest {

    @Test
    void timesWithAZoneAndIntervalsAreReadAsTheSame() {
        try (TestDatabase database = PostgresServer.get().newDatabase()) {
            String sql = "SELECT %s::timestamptz AT TIME ZONE 'UTC', %s::interval, %s::interval, %s::interval"
                    .formatted(
                            Literals.literal(ZonedDateTime.parse("2026-07-01T00:00:00.5+02:00[Europe/Berlin]")),
                            Literals.literal(Duration.ofSeconds(90_001, 250_000_000)),
                            Literals.literal(Duration.ofSeconds(-90_001, 250_000_000)),
                            Literals.literal(Period.of(1, 2, -3)));

            assertThat(database.query(sql))
                    .isEqualTo("2026-06-30 22:00:00.5|25:00:01.25|-25:00:00.75|1 year 2 mons -3 days");
        }
    }

    @Test
    void yearsOfOtherThanFourDigitsAreReadAsTheSame() {
        try (TestDatabase database = PostgresServer.get().newDatabase()) {
            String sql = "SELECT %s::date, %s::date, %s::date, %s::timestamp, %s::timestamptz AT TIME ZONE 'UTC'"
                    .formatted(
                            Literals.literal(LocalDate.of(12_026, 1, 2)),
                            Literals.literal(LocalDate.of(0, 12, 31)),
                            Literals.literal(LocalDate.of(1, 1, 1)),
                            Literals.literal(LocalDateTime.of(-43, 3, 15, 12, 0)),
                            Literals.literal(Instant.parse("-0043-03-15T12:00:00.5Z")));

            assertThat(database.query(sql))
                    .isEqualTo("12026-01-02|0001-12-31 BC|0001-01-01|0044-03-15 12:00:00 BC|0044-03-15 12:00:00.5 BC");
        }
    }
}
