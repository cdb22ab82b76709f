/** A run on a live database: the lock, the transactions, what is committed, and how an interrupted revision goes on. */
@NullMarked
package dev.migrate.runtime.live;

import org.jspecify.annotations.NullMarked;
