/**
 * What a database consists of, as immutable values: the one vocabulary that migration authors write, the catalog reader
 * returns, the diff compares and DDL is rendered from. Nothing here talks to a database.
 */
@NullMarked
package dev.migrate.schema;

import org.jspecify.annotations.NullMarked;
