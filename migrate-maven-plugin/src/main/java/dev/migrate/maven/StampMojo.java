package dev.migrate.maven;

import dev.migrate.command.Change;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/** Declares the database to be at a revision, without running anything: for one that has been migrated by other means. */
@Mojo(name = "stamp", threadSafe = true)
public final class StampMojo extends ScriptMojo {

    /** Where the database is: head, heads, base, an id or several. */
    @Parameter(property = "migrate.revision", defaultValue = "head")
    private String revision;

    /** Forgets all that the version table holds first, revisions that the history does not have included. */
    @Parameter(property = "migrate.purge", defaultValue = "false")
    private boolean purge;

    @Override
    protected Change change() {
        return new Change.Stamp(revision, purge);
    }
}
