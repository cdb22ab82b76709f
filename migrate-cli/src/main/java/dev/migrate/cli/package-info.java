/**
 * The command line: what the Maven goals do to a database, where there is only a Java runtime. What it does is in {@code
 * dev.migrate.command}; here is what can be typed, where a value comes from otherwise, and what is printed.
 */
@NullMarked
package dev.migrate.cli;

import org.jspecify.annotations.NullMarked;
