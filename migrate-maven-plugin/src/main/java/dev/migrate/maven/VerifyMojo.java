package dev.migrate.maven;

import dev.migrate.MigrateException;
import dev.migrate.autogen.proof.Proof;
import dev.migrate.command.Deviations;
import dev.migrate.command.ProjectHistory;
import dev.migrate.maven.embedded.EmbeddedServers;
import dev.migrate.revision.RevisionGraph;
import dev.migrate.revision.RevisionInfo;
import java.util.stream.Collectors;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;

/**
 * Proves the whole history on a scratch database, whatever database is configured: there is one head; every revision
 * goes up, down and up again, and its downgrade restores what was there; the result is what the entities declare. Of
 * the database that is configured, if one is, it is told which applied migrations were changed since.
 */
@Mojo(name = "verify", defaultPhase = LifecyclePhase.VERIFY, threadSafe = true)
public final class VerifyMojo extends EntityMojo {

    @Override
    protected void run() throws MojoExecutionException, MojoFailureException {
        compileEntities();
        ProjectHistory history = history();
        warnOfConflicts(
                history, history.graph().heads().stream().map(RevisionInfo::id).toList());
        requireOneHead(history.graph());
        try (EmbeddedServers servers = embeddedServers()) {
            Proof proof = comparing(
                    history, servers, compared(history), autogenerate -> roundTrip(history, servers, autogenerate)
                            .ofHistory());
            Deviations deviations = deviations(history, servers);
            deviations.sentences().forEach(getLog()::warn);
            deviations.doubt().ifPresent(getLog()::warn);
            proof.orThrow();
            progress("Verified " + count(proof.tried().size())
                    + ": up, down and up again; the schema is what the entities declare.");
        }
    }

    private static void requireOneHead(RevisionGraph graph) {
        if (graph.heads().size() > 1) {
            throw new MigrateException("Multiple head revisions are present: "
                    + graph.heads().stream().map(RevisionInfo::id).collect(Collectors.joining(", "))
                    + ". Merge them with mvn migrate:merge.");
        }
    }

    private static String count(int revisions) {
        return revisions == 1 ? "1 revision" : revisions + " revisions";
    }
}
