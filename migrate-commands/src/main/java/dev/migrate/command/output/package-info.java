/**
 * Prints what a command has to say: data for people and for programs, on standard output or into a file.
 */
@NullMarked
package dev.migrate.command.output;

import org.jspecify.annotations.NullMarked;
