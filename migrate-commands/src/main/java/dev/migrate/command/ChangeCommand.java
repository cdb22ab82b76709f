package dev.migrate.command;

import dev.migrate.Migrate;
import dev.migrate.MigrateBuilder;
import dev.migrate.Status;
import dev.migrate.revision.RevisionGraph;
import java.util.OptionalInt;
import java.util.function.Consumer;

/**
 * A command that changes a database, or writes the script that would.
 *
 * @param progress is told what was done
 * @param warning is told what the version table doesn't tell
 */
public record ChangeCommand(Change change, Consumer<String> progress, Consumer<String> warning) {

    /**
     * Writes the script.
     *
     * @param builder configured, without a database
     * @param major the major version of PostgreSQL that the script is for; empty for the newest
     * @return the script
     * @throws dev.migrate.MigrateException if it can't be written
     */
    public String script(MigrateBuilder builder, OptionalInt major) {
        MigrateBuilder quiet = builder.quiet();
        major.ifPresent(quiet::scriptsFor);
        StringBuilder script = new StringBuilder();
        change.script(quiet.build(), script);
        return script.toString();
    }

    /**
     * Changes the database.
     *
     * @param graph the history
     * @param builder configured, with the database
     * @throws dev.migrate.MigrateException if that fails
     */
    public void run(RevisionGraph graph, MigrateBuilder builder) {
        Run run = new Run();
        Migrate migrate = builder.listener(run).build();
        change.make(migrate);
        Status status = migrate.status();
        progress.accept(change.summary(run, Run.place(graph, status.current())));
        // A database that has nothing to run may still not be where it seems to be.
        status.interrupted().forEach(one -> warning.accept(one.message()));
        Deviations.ofNeverRun(status).sentences().forEach(warning);
    }
}
