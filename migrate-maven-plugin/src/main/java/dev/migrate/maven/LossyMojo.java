package dev.migrate.maven;

import dev.migrate.MigrateBuilder;
import dev.migrate.command.LossParameters;
import dev.migrate.runtime.RunSettings;
import java.util.List;
import org.apache.maven.plugins.annotations.Parameter;

/** A goal that runs migrations, or writes what would, and so may lose data. */
abstract class LossyMojo extends ScriptMojo {

    /** What to do where data is lost for good: warn says what before it begins, refuse runs nothing. */
    @Parameter(property = "migrate.loss", defaultValue = "warn")
    private String loss;

    /** Rules of lint whose losses are allowed, each with its reason: drop-column=why, or 0012:drop-column=why. */
    @Parameter(property = "migrate.lintIgnore")
    private List<String> lintIgnore = List.of();

    /**
     * How many rows a table has to have before its revision runs online, with CONCURRENTLY and with commits on the way; a
     * revision whose tables are all smaller is one transaction. 0 runs all revisions online, as scripts always do.
     */
    @Parameter(property = "migrate.onlineFrom", defaultValue = "" + RunSettings.DEFAULT_ONLINE_FROM)
    private long onlineFrom;

    @Override
    protected MigrateBuilder configure(MigrateBuilder builder) {
        return new LossParameters(loss, lintIgnore, onlineFrom).addTo(builder);
    }
}
