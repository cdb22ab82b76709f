package dev.migrate.maven;

import dev.migrate.MigrateException;
import dev.migrate.command.Change;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** Takes the database back to a revision. */
@Mojo(name = "downgrade", threadSafe = true)
public final class DowngradeMojo extends LossyMojo {

    /**
     * Where to: base, an id or a unique prefix of one, -1, label@base, or a date such as 2026-01-11; with sql a range
     * from:to. Required.
     */
    @Parameter(property = "migrate.revision")
    private @Nullable String revision;

    @Override
    protected Change change() {
        if (revision == null) {
            throw new MigrateException(
                    "No revision to go back to. Give -Dmigrate.revision=-1 for one step, an id, or base"
                            + " for everything.");
        }
        return new Change.Downgrade(revision);
    }
}
