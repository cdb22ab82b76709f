/**
 * What a goal prints in colours, what it asks at a terminal, and what it says when it is interrupted.
 */
@NullMarked
package dev.migrate.maven.output;

import org.jspecify.annotations.NullMarked;
