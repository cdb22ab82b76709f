package dev.migrate.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.testing.PostgresServer;
import dev.migrate.testing.TestDatabase;
import java.time.Duration;
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
}
