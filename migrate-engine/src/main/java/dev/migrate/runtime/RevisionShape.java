package dev.migrate.runtime;

/**
 * What is known of a revision before it runs.
 *
 * @param statements how many it has
 */
public record RevisionShape(int statements) {}
