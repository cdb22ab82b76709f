/**
 * What has to be done so that one schema becomes another: two values compared, and the answer as an ordered list of
 * reversible operations. Pure: nothing here talks to a database.
 *
 * <p>{@code renaming} comes first, so that {@code comparison} finds each object under its name; {@code ownership} says what
 * of the rest may be dropped; {@code dependency} adds what the operations need, and {@code ordering} makes them run.
 * {@code text} says the result in words.
 */
@NullMarked
package dev.migrate.autogen.diff;

import org.jspecify.annotations.NullMarked;
