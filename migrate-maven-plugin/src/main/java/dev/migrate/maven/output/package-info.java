/** What a goal prints, for people and for programs, and what it asks at a terminal. */
@NullMarked
package dev.migrate.maven.output;

import org.jspecify.annotations.NullMarked;
