/**
 * What JDBC doesn't say about a connection: the driver's own abilities, poolers in between, whom it waits for, what an
 * SQLSTATE means; and what of its texts may be shown.
 */
@NullMarked
package dev.migrate.runtime.connection;

import org.jspecify.annotations.NullMarked;
