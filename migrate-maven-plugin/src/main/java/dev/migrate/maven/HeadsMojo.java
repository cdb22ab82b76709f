package dev.migrate.maven;

import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/** Lists the revisions that no other one revises. */
@Mojo(name = "heads", threadSafe = true)
public final class HeadsMojo extends ReportMojo {

    /** All that is known about them. */
    @Parameter(property = "migrate.verbose", defaultValue = "false")
    private boolean verbose;

    /** Leaves out those that another revision depends on. */
    @Parameter(property = "migrate.resolveDependencies", defaultValue = "false")
    private boolean resolveDependencies;

    @Override
    protected void run() {
        print(answers(toldHistory()).heads(resolveDependencies, verbose));
    }
}
