/**
 * Running a plan: Planner, then Plan, then {@link dev.migrate.runtime.Runner}, which calls each migration with an
 * {@code OperationContext} that renders its operations into a {@code Sink}: a live connection, a script or a recording.
 * Beside them the version table, the journal, the lock and the session that belong to a live run.
 */
@NullMarked
package dev.migrate.runtime;

import org.jspecify.annotations.NullMarked;
