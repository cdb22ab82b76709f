/**
 * The project that a goal runs in: which of a reactor's projects are meant, what is on its class path, how its migrations
 * and its entities come to be compiled, and the class loader that both are loaded with.
 */
@NullMarked
package dev.migrate.maven.project;

import org.jspecify.annotations.NullMarked;
