package com.example.autopr;

import dev.migrate.MigrateException;
import dev.migrate.revision.Plan;
import dev.migrate.revision.Step;
import dev.migrate.RunListener;
import java.time.Duration;

/** Tells those on duty: a real one would send to a channel, and its durations to a metrics registry. */
final class Monitor implements RunListener {

    @Override
    public void runStarted(Plan plan) {
        System.out.println("monitor: " + plan.steps().size() + " to run");
    }

    @Override
    public void revisionFinished(Step step, Duration duration) {
        System.out.println("monitor: " + step.revision().id() + " took less than "
                + (duration.toSeconds() / 10 * 10 + 10) + " seconds");
    }

    @Override
    public void notice(String text) {
        System.out.println("monitor: " + text);
    }

    @Override
    public void runFailed(MigrateException failure, Duration duration) {
        System.out.println("ALERT: " + failure.getMessage().lines().findFirst().orElseThrow());
    }
}
