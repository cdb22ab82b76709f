/**
 * Whose an object is: what this history created and may drop, what entities cannot say, what hooks leave out, and what
 * therefore stays as it is.
 */
@NullMarked
package dev.migrate.autogen.diff.ownership;

import org.jspecify.annotations.NullMarked;
