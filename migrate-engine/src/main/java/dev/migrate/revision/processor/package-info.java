/**
 * The annotation processor that writes the index of the revisions while they are compiled, and that turns what is wrong
 * with them into compile errors.
 */
@NullMarked
package dev.migrate.revision.processor;

import org.jspecify.annotations.NullMarked;
