package dev.migrate.command;

import dev.migrate.revision.RevisionGraph;

/**
 * A project's migrations.
 *
 * @param graph what they say of themselves
 * @param classLoader has their classes
 */
public record ProjectHistory(RevisionGraph graph, ClassLoader classLoader) {}
