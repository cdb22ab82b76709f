/**
 * What gets another name: the renames that somebody asked for, what a schema looks like after them, in which order they
 * run, and what else looks like one.
 */
@NullMarked
package dev.migrate.autogen.diff.renaming;

import org.jspecify.annotations.NullMarked;
