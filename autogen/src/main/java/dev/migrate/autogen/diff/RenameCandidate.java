package dev.migrate.autogen.diff;

import dev.migrate.operation.Reversible;

/**
 * A drop and an addition that look like one thing renamed. Nobody but the author knows.
 *
 * @param drop drops a column or a table
 * @param addition adds one that looks like it
 * @param option what {@code -Dmigrate.rename} has to be for a rename: {@code users.name:full_name}
 */
public record RenameCandidate(Reversible drop, Reversible addition, String option) {}
