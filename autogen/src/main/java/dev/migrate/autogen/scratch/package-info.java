/**
 * Databases and temporary objects that exist only to be looked at: what entities declare is created there, so that
 * PostgreSQL itself says what it means, and migrations are tried there before anybody trusts them.
 */
@NullMarked
package dev.migrate.autogen.scratch;

import org.jspecify.annotations.NullMarked;
