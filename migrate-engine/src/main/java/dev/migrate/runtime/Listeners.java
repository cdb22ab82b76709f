package dev.migrate.runtime;

import dev.migrate.MigrateException;
import dev.migrate.RunListener;
import dev.migrate.revision.Plan;
import dev.migrate.revision.Step;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** Several listeners as one, called in their order. */
public record Listeners(List<RunListener> all) implements RunListener {

    public Listeners {
        all = List.copyOf(all);
    }

    @Override
    public void runStarted(Plan plan) {
        all.forEach(listener -> listener.runStarted(plan));
    }

    @Override
    public void runFinished(Plan plan, Duration duration) {
        all.forEach(listener -> listener.runFinished(plan, duration));
    }

    @Override
    public void runFailed(MigrateException failure, Duration duration) {
        all.forEach(listener -> listener.runFailed(failure, duration));
    }

    @Override
    public void revisionStarted(Step step) {
        all.forEach(listener -> listener.revisionStarted(step));
    }

    @Override
    public void revisionFinished(Step step, Duration duration) {
        all.forEach(listener -> listener.revisionFinished(step, duration));
    }

    @Override
    public void stamping(Set<String> before, Set<String> after) {
        all.forEach(listener -> listener.stamping(before, after));
    }

    @Override
    public void statementStarted(Step step, String sql) {
        all.forEach(listener -> listener.statementStarted(step, sql));
    }

    @Override
    public void statementFinished(Step step, String sql, Duration duration) {
        all.forEach(listener -> listener.statementFinished(step, sql, duration));
    }

    @Override
    public void warning(String text) {
        all.forEach(listener -> listener.warning(text));
    }

    @Override
    public void notice(String text) {
        all.forEach(listener -> listener.notice(text));
    }
}
