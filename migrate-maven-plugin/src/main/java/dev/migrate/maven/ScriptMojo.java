package dev.migrate.maven;

import dev.migrate.MigrateBuilder;
import dev.migrate.command.Change;
import dev.migrate.command.ChangeCommand;
import dev.migrate.command.ProjectHistory;
import dev.migrate.maven.embedded.EmbeddedServers;
import java.io.File;
import java.util.OptionalInt;
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

    /** What the goal changes. */
    protected abstract Change change();

    @Override
    protected final void run() {
        ProjectHistory history = history();
        ChangeCommand command = new ChangeCommand(change(), this::progress, getLog()::warn);
        if (sql) {
            OptionalInt major = scriptsFor == null ? OptionalInt.empty() : OptionalInt.of(scriptsFor);
            output(output).write(command.script(tagged(migrate(history)), major));
            return;
        }
        try (EmbeddedServers servers = embeddedServers()) {
            command.run(history.graph(), tagged(migrate(history, servers)));
        }
    }

    private MigrateBuilder tagged(MigrateBuilder builder) {
        return configure(tag == null ? builder : builder.x("tag", tag));
    }

    /** What only some of these goals know of. */
    protected MigrateBuilder configure(MigrateBuilder builder) {
        return builder;
    }
}
