/**
 * Prints what is logged: the engine's lines as they are, in order with what the command itself says. It stands for an
 * application's own logging, which is configured for the application.
 */
@NullMarked
package dev.migrate.cli.logging;

import org.jspecify.annotations.NullMarked;
