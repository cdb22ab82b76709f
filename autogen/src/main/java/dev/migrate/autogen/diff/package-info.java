/**
 * What has to be done so that one schema becomes another: two values compared, and the answer as an ordered list of
 * reversible operations. Pure: nothing here talks to a database.
 */
@NullMarked
package dev.migrate.autogen.diff;

import org.jspecify.annotations.NullMarked;
