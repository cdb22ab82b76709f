package dev.migrate.maven;

import dev.migrate.Migrate;
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
    protected void change(Migrate migrate) {
        if (purge) {
            migrate.purgeAndStamp(revision);
        } else {
            migrate.stamp(revision);
        }
    }

    @Override
    protected void script(Migrate migrate, Appendable out) {
        if (purge) {
            migrate.purgeAndStampSql(revision, out);
        } else {
            migrate.stampSql(revision, out);
        }
    }

    @Override
    protected String summary(Run run, String place) {
        return "Stamped. The database is at " + place + ".";
    }
}
