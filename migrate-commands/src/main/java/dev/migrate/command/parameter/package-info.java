/**
 * Values of parameters: as they are typed, as they are meant, and what to say of those that mean nothing.
 */
@NullMarked
package dev.migrate.command.parameter;

import org.jspecify.annotations.NullMarked;
