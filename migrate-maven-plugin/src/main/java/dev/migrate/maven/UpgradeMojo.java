package dev.migrate.maven;

import dev.migrate.command.Change;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/** Brings the database to a revision, to the newest one unless another is named. */
@Mojo(name = "upgrade", defaultPhase = LifecyclePhase.PRE_INTEGRATION_TEST, threadSafe = true)
public final class UpgradeMojo extends LossyMojo {

    /** Where to: head, heads, an id or a unique prefix of one, +2, label@head; with sql also a range from:to. */
    @Parameter(property = "migrate.revision", defaultValue = "head")
    private String revision;

    @Override
    protected Change change() {
        return new Change.Upgrade(revision);
    }
}
