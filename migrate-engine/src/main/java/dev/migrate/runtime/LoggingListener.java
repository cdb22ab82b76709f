package dev.migrate.runtime;

import dev.migrate.MigrateException;
import dev.migrate.RunListener;
import dev.migrate.revision.Step;
import dev.migrate.runtime.journal.StepText;
import java.time.Duration;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes the log lines that people know: {@code Running upgrade 0011 -> 0012, add database indexes}. */
public final class LoggingListener implements RunListener {

    /** Apart, because a start with nothing to do says nothing, and looking for a logger takes its time. */
    private static final class Log {
        static final Logger LOG = LoggerFactory.getLogger("dev.migrate");
    }

    @Override
    public void revisionStarted(Step step) {
        Log.LOG.info(StepText.running(step));
    }

    @Override
    public void revisionFinished(Step step, Duration duration) {
        Log.LOG.debug("{} {} took {} ms", StepText.action(step), step.revision().id(), duration.toMillis());
    }

    @Override
    public void stamping(Set<String> before, Set<String> after) {
        Log.LOG.info(StepText.stamping(before, after));
    }

    /** Other failures are told by whoever catches them; after Ctrl-C the machine may end before. */
    @Override
    public void runFailed(MigrateException failure, Duration duration) {
        if (failure instanceof CancelledException) {
            Log.LOG.warn(failure.getMessage());
        }
    }

    @Override
    public void statementStarted(Step step, String sql) {
        Log.LOG.debug("{}", sql);
    }

    @Override
    public void warning(String text) {
        Log.LOG.warn(text);
    }

    @Override
    public void notice(String text) {
        Log.LOG.info(text);
    }
}
