/** What a new revision is called: its id, its file and its class. */
@NullMarked
package dev.migrate.revision.naming;

import org.jspecify.annotations.NullMarked;
