package dev.migrate.maven;

import dev.migrate.revision.RevisionGraph;

/**
 * A project's migrations.
 *
 * @param graph what they say of themselves
 * @param classLoader has their classes
 */
record ProjectHistory(RevisionGraph graph, ClassLoader classLoader) {}
