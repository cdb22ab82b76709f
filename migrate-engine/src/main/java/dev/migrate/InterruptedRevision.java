package dev.migrate;

import org.jspecify.annotations.Nullable;

/**
 * A revision that a run left half applied or half reverted: the database is between two revisions.
 *
 * @param action {@code upgrade} or {@code downgrade}
 * @param statement how many of the revision's statements are committed
 * @param statements how many it had when it ran; null if that isn't known
 * @param reason why it stopped; null if nobody could write that down: its process was killed, or its connection lost
 * @param message what happened and how the database is made whole, in sentences
 */
public record InterruptedRevision(
        String revision,
        String action,
        int statement,
        @Nullable Integer statements,
        @Nullable String reason,
        String message) {}
