package dev.migrate.maven;

import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/** Lists the revisions that several others revise, each with these. */
@Mojo(name = "branches", threadSafe = true)
public final class BranchesMojo extends ReportMojo {

    /** All that is known about each branch point. */
    @Parameter(property = "migrate.verbose", defaultValue = "false")
    private boolean verbose;

    /** Counts those that depend on a revision among what it branches into. */
    @Parameter(property = "migrate.resolveDependencies", defaultValue = "false")
    private boolean resolveDependencies;

    @Override
    protected void run() {
        print(answers(toldHistory()).branches(resolveDependencies, verbose));
    }
}
