/**
 * Comparing JPA entities with a PostgreSQL catalog and writing the migration between them. Here is what the steps of
 * that pipeline share; the steps themselves are the packages below.
 */
@NullMarked
package dev.migrate.autogen;

import org.jspecify.annotations.NullMarked;
