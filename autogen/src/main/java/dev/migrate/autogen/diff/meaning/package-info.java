/**
 * What rows mean without saying so: the history records it, the mapping knows what it is now, and what lies between is
 * written as a change of the rows.
 */
@NullMarked
package dev.migrate.autogen.diff.meaning;

import org.jspecify.annotations.NullMarked;
