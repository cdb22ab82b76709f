/** The files that goals write and read: new revisions, where they go, what runs on them, and given SQL. */
@NullMarked
package dev.migrate.maven.file;

import org.jspecify.annotations.NullMarked;
