/**
 * Operations as the Java source that a careful colleague would have written. Pure and deterministic: the same values
 * give the same bytes.
 */
@NullMarked
package dev.migrate.autogen.java;

import org.jspecify.annotations.NullMarked;
