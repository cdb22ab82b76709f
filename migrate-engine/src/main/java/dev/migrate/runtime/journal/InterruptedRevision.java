package dev.migrate.runtime.journal;

/**
 * A revision that a run left half applied or half reverted: the database is between two revisions.
 *
 * @param action {@code upgrade} or {@code downgrade}
 * @param statement how many of the revision's statements are committed
 * @param message what happened and how it is completed, in sentences
 */
public record InterruptedRevision(String revision, String action, int statement, String message) {}
