/**
 * How PostgreSQL does what an operation says: operations as SQL statements, each knowing whether it may run in a
 * transaction. The only place where an identifier is quoted.
 */
@NullMarked
package dev.migrate.ddl;

import org.jspecify.annotations.NullMarked;
