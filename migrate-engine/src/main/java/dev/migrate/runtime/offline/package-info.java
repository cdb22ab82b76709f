/** A run without a database: into a script for psql, or into recordings. */
@NullMarked
package dev.migrate.runtime.offline;

import org.jspecify.annotations.NullMarked;
