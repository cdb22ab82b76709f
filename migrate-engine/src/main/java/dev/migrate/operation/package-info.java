/**
 * Everything a migration can do, as immutable values. An operation says what; {@code dev.migrate.ddl} says how
 * PostgreSQL does it, and autogen's Java renderer how a person would write it.
 */
@NullMarked
package dev.migrate.operation;

import org.jspecify.annotations.NullMarked;
