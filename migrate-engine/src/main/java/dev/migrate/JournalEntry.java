package dev.migrate;

import java.time.Duration;
import java.time.Instant;

/**
 * A line of the journal: who did what when, and how long it took.
 *
 * @param id counts from 1, with gaps
 * @param action {@code upgrade}, {@code downgrade} or {@code stamp}
 * @param checksum of the operations of the revision up to {@code statement}
 * @param statement how many of the revision's statements are committed
 */
public record JournalEntry(
        long id,
        String revision,
        String action,
        Instant started,
        Instant finished,
        Duration duration,
        Outcome outcome,
        String user,
        String checksum,
        int statement) {

    /** Whether it declares the revision to be there, or the database to be at the base, and nothing was run. */
    public boolean isStamp() {
        return action.equals("stamp");
    }
}
