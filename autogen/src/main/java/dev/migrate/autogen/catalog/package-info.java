/**
 * Reads a PostgreSQL catalog into the values of {@link dev.migrate.schema}, with a fixed number of queries whatever the
 * number of tables. PostgreSQL 13 and later.
 */
@NullMarked
package dev.migrate.autogen.catalog;

import org.jspecify.annotations.NullMarked;
