package dev.migrate.maven;

import dev.migrate.autogen.java.RevisionTemplate;
import dev.migrate.revision.RevisionGraph;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** Writes an empty revision to be filled in, or one that runs SQL. */
@Mojo(name = "revision", threadSafe = true)
public final class RevisionMojo extends ParentedMojo {

    /** SQL that upgrade runs: a file, or the text itself. */
    @Parameter(property = "migrate.sql")
    private @Nullable String sql;

    @Override
    protected void run() {
        RevisionGraph graph = history().graph();
        NewRevision revision = newRevision(graph, messageOr(""));
        if (sql == null) {
            write(graph, revision);
        } else {
            String text = new GivenSql(baseDirectory(), encoding()).text(sql);
            write(graph, revision.doing(file -> RevisionTemplate.ofSql(file, text)));
            progress("Its downgrade reverses nothing yet. Write there what takes the SQL back, or throw an exception if"
                    + " there is no way back.");
        }
    }
}
