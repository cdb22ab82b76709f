/**
 * Reads JPA entities with the application's own Hibernate, without a database. These classes are loaded beside that
 * Hibernate, by {@link dev.migrate.autogen.EntityClassLoader}; they touch only what Hibernate 6.4 to 7.4 have in common.
 */
@NullMarked
package dev.migrate.autogen.jpa;

import org.jspecify.annotations.NullMarked;
