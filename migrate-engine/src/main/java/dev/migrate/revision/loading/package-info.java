/**
 * Reads the history from wherever the migration classes are (directories, jars, jars within jars, modules) without
 * loading any of them. The class files say which revisions there are; an index, written at compile time, saves opening
 * those in a jar, and knows their Javadoc.
 */
@NullMarked
package dev.migrate.revision.loading;

import org.jspecify.annotations.NullMarked;
