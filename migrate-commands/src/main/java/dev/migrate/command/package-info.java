/**
 * The commands that the Maven plugin and the command line have in common: how a run is configured, what is changed, and
 * what is told of a history and a database. Nothing here knows Maven, or how a command was typed.
 */
@NullMarked
package dev.migrate.command;

import org.jspecify.annotations.NullMarked;
