package dev.migrate.runtime;

import java.util.Optional;

/**
 * What is known of a revision before it runs.
 *
 * @param statements how many it has
 * @param tables the tables that it touches, if one of its statements isn't written for a transaction and all operations
 *     say what they touch
 */
public record RevisionShape(int statements, Optional<TouchedTables> tables) {}
