/**
 * What a project may say to a comparison of its entities with a database: what takes part, what counts as equal, which
 * operations are written, and how.
 */
@NullMarked
package dev.migrate.autogen.hook;

import org.jspecify.annotations.NullMarked;
