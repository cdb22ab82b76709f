package dev.migrate.runtime.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class BackfillProgressTest {

    private long milliseconds = 7_000;

    private BackfillProgress of(long estimate) {
        return new BackfillProgress("shop.users", estimate, () -> TimeUnit.MILLISECONDS.toNanos(milliseconds));
    }

    /** All lines of a backfill that takes that long for each batch. */
    private String told(BackfillProgress progress, int batches, long rows, long millisecondsEach) {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < batches; i++) {
            milliseconds += millisecondsEach;
            progress.after(rows).ifPresent(lines::add);
        }
        lines.add(progress.end());
        return String.join("\n", lines);
    }

    @Test
    void eachFiveSecondsTheRateAndTheTimeLeftAreTold() {
        assertThat(told(of(100_000), 10, 10_000, 2_000)).isEqualTo("""
                        Backfill of shop.users: 30000 of about 100000 rows, 5000 rows/s, about 14 s left
                        Backfill of shop.users: 60000 of about 100000 rows, 5000 rows/s, about 8 s left
                        Backfill of shop.users: 90000 of about 100000 rows, 5000 rows/s, about 2 s left
                        Backfill of shop.users: 100000 rows in 20 s""");
    }

    @Test
    void anEstimateThatWasTooLowTellsOfNoRest() {
        assertThat(told(of(10), 3, 40, 10_000)).isEqualTo("""
                        Backfill of shop.users: 40 rows, 4 rows/s
                        Backfill of shop.users: 80 rows, 4 rows/s
                        Backfill of shop.users: 120 rows, 4 rows/s
                        Backfill of shop.users: 120 rows in 30 s""");
    }

    @Test
    void lessThanARowEachSecondTakesItsTimeToo() {
        assertThat(told(of(5), 1, 1, 60_000)).isEqualTo("""
                        Backfill of shop.users: 1 of about 5 rows, 0 rows/s, about 240 s left
                        Backfill of shop.users: 1 rows in 60 s""");
    }

    @Test
    void whatIsDoneAtOnceIsToldOnce() {
        assertThat(told(of(1_000), 10, 100, 400)).isEqualTo("Backfill of shop.users: 1000 rows in 4 s");
    }
}
