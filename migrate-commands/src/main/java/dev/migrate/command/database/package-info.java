/**
 * The database that a command talks to: the URL in the forms people have it, where it comes from, whose credentials are
 * used, and what to say when the server cannot be reached.
 */
@NullMarked
package dev.migrate.command.database;

import org.jspecify.annotations.NullMarked;
