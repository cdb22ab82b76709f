/**
 * The goals that people type. A mojo reads its parameters, prepares the project's classes and the connection, calls the
 * engine or autogenerate, and prints.
 */
@NullMarked
package dev.migrate.maven;

import org.jspecify.annotations.NullMarked;
