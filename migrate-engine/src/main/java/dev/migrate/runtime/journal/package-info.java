/** What is applied and what was done: the version table and the journal, and how far a revision has got. */
@NullMarked
package dev.migrate.runtime.journal;

import org.jspecify.annotations.NullMarked;
