/** A history of one migration, which inserts many rows. */
@NullMarked
package dev.migrate.benchmarks.bulk;

import org.jspecify.annotations.NullMarked;
