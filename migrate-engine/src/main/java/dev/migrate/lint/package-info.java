/**
 * What a migration may do to a database in use that its author should know before: locks that last as long as a table is
 * big, rows that are lost, applications that fail. Found in recordings, without a database.
 */
@NullMarked
package dev.migrate.lint;

import org.jspecify.annotations.NullMarked;
