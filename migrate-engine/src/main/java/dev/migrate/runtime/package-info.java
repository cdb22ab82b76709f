/**
 * Running a plan: Planner, then Plan, then {@link dev.migrate.runtime.Runner}, which calls each migration with an
 * {@code OperationContext} that renders its operations into a {@code Sink}: a live connection, a script or a recording.
 * A {@code live} run goes over a {@code connection}, takes the lock and keeps the {@code journal}; an {@code offline} one
 * writes a script or a recording.
 */
@NullMarked
package dev.migrate.runtime;

import org.jspecify.annotations.NullMarked;
