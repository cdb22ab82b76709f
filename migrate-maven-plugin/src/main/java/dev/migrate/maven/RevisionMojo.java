package dev.migrate.maven;

import dev.migrate.revision.RevisionGraph;
import org.apache.maven.plugins.annotations.Mojo;

/** Writes an empty revision to be filled in, or one that runs SQL. */
@Mojo(name = "revision", threadSafe = true)
public final class RevisionMojo extends ParentedMojo {

    @Override
    protected void run() {
        RevisionGraph graph = history().graph();
        write(graph, newRevision(graph, messageOr("")), sql());
    }
}
