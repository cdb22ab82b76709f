/**
 * The places in a Maven build that a database and its credentials can be given in, and how messages name them.
 */
@NullMarked
package dev.migrate.maven.database;

import org.jspecify.annotations.NullMarked;
