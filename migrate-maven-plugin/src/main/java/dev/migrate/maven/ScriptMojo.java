package dev.migrate.maven;

import dev.migrate.Migrate;
import dev.migrate.MigrateBuilder;
import dev.migrate.Status;
import dev.migrate.maven.embedded.EmbeddedServers;
import java.io.File;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** A goal that changes a database, or writes the script that would. */
abstract class ScriptMojo extends DatabaseMojo {

    /** Writes SQL for psql instead of changing the database; none is needed. */
    @Parameter(property = "migrate.sql", defaultValue = "false")
    private boolean sql;

    /** The file that the SQL goes to; otherwise standard output. */
    @Parameter(property = "migrate.output")
    private @Nullable File output;

    /**
     * The major version of PostgreSQL that SQL is written for, such as 13; otherwise the newest. What that one lacks is an
     * error.
     */
    @Parameter(property = "migrate.scriptsFor")
    private @Nullable Integer scriptsFor;

    /** A text for migrations: op.x("tag"). */
    @Parameter(property = "migrate.tag")
    private @Nullable String tag;

    /** Changes the database. */
    protected abstract void change(Migrate migrate);

    /** Writes the script. */
    protected abstract void script(Migrate migrate, Appendable out);

    /**
     * What was done, in a line.
     *
     * @param place where the database is now
     */
    protected abstract String summary(Run run, String place);

    @Override
    protected final void run() {
        ProjectHistory history = history();
        if (sql) {
            StringBuilder script = new StringBuilder();
            MigrateBuilder builder = tagged(migrate(history)).quiet();
            if (scriptsFor != null) {
                builder.scriptsFor(scriptsFor);
            }
            script(builder.build(), script);
            output(output).write(script.toString());
            return;
        }
        try (EmbeddedServers servers = embeddedServers()) {
            Run run = new Run();
            Migrate migrate = tagged(migrate(history, servers)).listener(run).build();
            change(migrate);
            Status status = migrate.status();
            progress(summary(run, Run.place(history.graph(), status.current())));
            warnOf(status);
        }
    }

    private MigrateBuilder tagged(MigrateBuilder builder) {
        return configure(tag == null ? builder : builder.x("tag", tag));
    }

    /** What only some of these goals know of. */
    protected MigrateBuilder configure(MigrateBuilder builder) {
        return builder;
    }

    /** What the version table doesn't tell: a database that has nothing to run may still not be where it seems to be. */
    private void warnOf(Status status) {
        status.interrupted().forEach(one -> getLog().warn(one.message()));
        Deviations.ofNeverRun(status).sentences().forEach(getLog()::warn);
    }
}
