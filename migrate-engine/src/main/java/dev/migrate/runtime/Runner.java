package dev.migrate.runtime;

import dev.migrate.Migration;
import dev.migrate.RunListener;
import dev.migrate.revision.Direction;
import dev.migrate.revision.Step;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Takes the steps of a plan to a sink, one migration after another. */
public final class Runner {

    private final MigrationLoader migrations;
    private final Map<String, String> arguments;
    private final RunListener listener;
    private final Map<String, RehearsedMigration> rehearsed;

    public Runner(MigrationLoader migrations, Map<String, String> arguments, RunListener listener) {
        this(migrations, arguments, listener, Map.of());
    }

    /** @param rehearsed what is known already, by revision, and left to this runner: it is done once that way */
    public Runner(
            MigrationLoader migrations,
            Map<String, String> arguments,
            RunListener listener,
            Map<String, RehearsedMigration> rehearsed) {
        this.migrations = migrations;
        this.arguments = arguments;
        this.listener = listener;
        this.rehearsed = rehearsed;
    }

    public void run(List<Step> steps, Sink sink) {
        for (Step step : steps) {
            run(step, sink);
        }
    }

    private void run(Step step, Sink sink) {
        long begin = System.nanoTime();
        listener.revisionStarted(step);
        String revision = step.revision().id();
        RehearsedMigration known = rehearsed.getOrDefault(revision, RehearsedMigration.UNKNOWN);
        sink.begin(step, known.requirements());
        if (known.isComplete()) {
            rehearsed.put(revision, known.withoutCalls());
            known.run(sink);
        } else {
            call(step, sink);
        }
        sink.finish(step);
        listener.revisionFinished(step, Duration.ofNanos(System.nanoTime() - begin));
    }

    private void call(Step step, Sink sink) {
        Migration migration = migrations.load(step.revision());
        OperationContext operations = new OperationContext(sink, arguments);
        if (step.direction() == Direction.UPGRADE) {
            migration.upgrade(operations);
        } else {
            migration.downgrade(operations);
        }
    }
}
