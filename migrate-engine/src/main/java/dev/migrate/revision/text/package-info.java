/** The history in words and pictures for people, as Alembic prints it. */
@NullMarked
package dev.migrate.revision.text;

import org.jspecify.annotations.NullMarked;
