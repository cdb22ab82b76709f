/**
 * The PostgreSQL that Migrate runs itself: its binaries from the repository, one server per project and major kept under
 * {@code target/migrate}, shared by the commands that run at the same time, and throw-away databases on it.
 */
@NullMarked
package dev.migrate.maven.embedded;

import org.jspecify.annotations.NullMarked;
