package dev.migrate.spring.actuator;

import dev.migrate.JournalEntry;
import dev.migrate.Migrate;
import dev.migrate.Status;
import dev.migrate.revision.RevisionInfo;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;

/** {@code /actuator/migrate}: the histories of the application and what is applied of them. It changes nothing. */
@Endpoint(id = "migrate")
public final class MigrateEndpoint {

    private final Map<String, Migrate> histories;

    MigrateEndpoint(Map<String, Migrate> histories) {
        this.histories = histories;
    }

    /**
     * What the endpoint returns.
     *
     * @param histories by name
     */
    public record Histories(Map<String, History> histories) {}

    /**
     * A history and where its database is.
     *
     * @param current the applied heads
     * @param pending how many revisions aren't applied
     * @param revisions all of them, the oldest first
     */
    public record History(List<String> current, int pending, List<Entry> revisions) {}

    /**
     * A revision.
     *
     * @param state {@code applied}, {@code pending} or {@code interrupted}
     * @param applied when it was last applied here; null if the journal doesn't say
     * @param duration how long that took
     */
    public record Entry(
            String revision,
            List<String> revises,
            String message,
            String state,
            @Nullable Instant applied,
            @Nullable Duration duration) {}

    /**
     * Reads all histories.
     *
     * @throws dev.migrate.MigrateException if a database can't be read
     */
    @ReadOperation
    public Histories histories() {
        Map<String, History> read = new TreeMap<>();
        histories.forEach((name, migrate) -> read.put(name, history(migrate)));
        return new Histories(read);
    }

    private static History history(Migrate migrate) {
        Status status = migrate.status();
        HistoryState state = HistoryState.of(status);
        Set<String> pending = new HashSet<>(state.pending());
        Map<String, JournalEntry> applied = new HashMap<>();
        for (JournalEntry entry : status.journal()) {
            if (entry.action().equals("upgrade")) {
                applied.putIfAbsent(entry.revision(), entry); // The newest comes first.
            }
        }
        List<Entry> revisions = new ArrayList<>();
        for (RevisionInfo revision : migrate.graph().topological()) {
            boolean isPending = pending.contains(revision.id());
            boolean isInterrupted = state.interrupted().contains(revision.id());
            JournalEntry entry = isPending || isInterrupted ? null : applied.get(revision.id());
            revisions.add(new Entry(
                    revision.id(),
                    revision.revises(),
                    revision.message(),
                    isInterrupted ? "interrupted" : isPending ? "pending" : "applied",
                    entry == null ? null : entry.finished(),
                    entry == null ? null : entry.duration()));
        }
        return new History(state.current(), pending.size(), revisions);
    }
}
