package dev.migrate.runtime;

import dev.migrate.revision.Plan;
import dev.migrate.revision.Step;

/**
 * Loads the classes of a plan's migrations in a thread of its own, while the one of the run waits for the server. It
 * initializes none, and what is wrong with one is left to whoever needs it.
 */
final class LoadingAhead implements AutoCloseable {

    private volatile boolean needless;

    private LoadingAhead() {}

    static LoadingAhead of(Plan plan, MigrationLoader migrations) {
        LoadingAhead loading = new LoadingAhead();
        Thread thread = new Thread(() -> loading.load(plan, migrations), "migrate-loading");
        thread.setDaemon(true);
        thread.start();
        return loading;
    }

    private void load(Plan plan, MigrationLoader migrations) {
        for (Step step : plan.steps()) {
            if (needless || !migrations.prepare(step.revision())) {
                return;
            }
        }
    }

    /** Whatever isn't loaded by now need not be. */
    @Override
    public void close() {
        needless = true;
    }
}
