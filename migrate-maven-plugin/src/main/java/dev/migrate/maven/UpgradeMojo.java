package dev.migrate.maven;

import dev.migrate.Migrate;
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
    protected void change(Migrate migrate) {
        migrate.upgrade(revision);
    }

    @Override
    protected void script(Migrate migrate, Appendable out) {
        migrate.upgradeSql(revision, out);
    }

    @Override
    protected String summary(Run run, String place) {
        return run.summary("Upgraded", place);
    }
}
