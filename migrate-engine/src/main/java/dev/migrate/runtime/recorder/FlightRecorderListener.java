package dev.migrate.runtime.recorder;

import dev.migrate.MigrateException;
import dev.migrate.RunListener;
import dev.migrate.revision.Step;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Records each revision as {@code dev.migrate.Revision} and each statement as {@code dev.migrate.Statement} while a Java
 * Flight Recorder recording is running. Several threads may use it, each for a run of its own.
 */
public final class FlightRecorderListener implements RunListener {

    private static final ThreadLocal<RevisionEvent> REVISION = new ThreadLocal<>();
    private static final ThreadLocal<StatementEvent> STATEMENT = new ThreadLocal<>();

    /** Whether this Java has Flight Recorder: an image made by {@code jlink} may lack its module. */
    public static boolean isAvailable() {
        return ModuleLayer.boot().findModule("jdk.jfr").isPresent();
    }

    @Override
    public void revisionStarted(Step step) {
        end("Tried again because of a lock");
        RevisionEvent event = new RevisionEvent(
                step.revision().id(),
                step.revision().message(),
                step.direction().name().toLowerCase(Locale.ROOT));
        event.begin();
        REVISION.set(event);
    }

    @Override
    public void revisionFinished(Step step, Duration duration) {
        end(null);
    }

    @Override
    public void runFailed(MigrateException failure, Duration duration) {
        end(failure.getMessage());
    }

    @Override
    public void statementStarted(Step step, String sql) {
        StatementEvent event = new StatementEvent(step.revision().id(), sql);
        event.begin();
        STATEMENT.set(event);
    }

    @Override
    public void statementFinished(Step step, String sql, Duration duration) {
        endStatement(null);
    }

    private void end(@Nullable String failure) {
        endStatement(failure);
        RevisionEvent event = REVISION.get();
        if (event != null) {
            event.failure = failure;
            event.commit();
            REVISION.remove();
        }
    }

    private void endStatement(@Nullable String failure) {
        StatementEvent event = STATEMENT.get();
        if (event != null) {
            event.failure = failure;
            event.commit();
            STATEMENT.remove();
        }
    }
}
