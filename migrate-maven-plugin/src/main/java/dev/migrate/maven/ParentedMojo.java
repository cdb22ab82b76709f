package dev.migrate.maven;

import dev.migrate.autogen.java.RevisionTemplate;
import dev.migrate.maven.file.GivenSql;
import dev.migrate.maven.file.NewRevision;
import dev.migrate.maven.parameter.Elements;
import dev.migrate.revision.Planner;
import dev.migrate.revision.RevisionGraph;
import dev.migrate.revision.Targets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** A goal that writes a revision on top of one that is there. */
abstract class ParentedMojo extends WritingMojo {

    /** What the new revision follows: head, label@head, an id, or base for a new beginning. */
    @Parameter(property = "migrate.head", defaultValue = "head")
    private String head;

    /** Allows it to branch from a revision that others follow already. */
    @Parameter(property = "migrate.splice", defaultValue = "false")
    private boolean splice;

    /** Revisions or labels of other branches that must be applied before it. */
    @Parameter(property = "migrate.dependsOn")
    private List<String> dependsOn = List.of();

    /** SQL that upgrade runs, behind whatever else the revision does: a file, or the text itself. */
    @Parameter(property = "migrate.sql")
    private @Nullable String sql;

    /**
     * The SQL that was given.
     *
     * @throws dev.migrate.MigrateException if its file can't be read
     */
    protected final Optional<String> sql() {
        return Optional.ofNullable(sql).map(new GivenSql(baseDirectory(), encoding())::text);
    }

    /** Writes the revision, with the SQL behind what it does. */
    protected final Path write(RevisionGraph graph, NewRevision revision, Optional<String> text) {
        Path written = write(
                graph,
                text.map(given -> revision.doing(file ->
                                RevisionTemplate.ofSql(revision.content().apply(file), given)))
                        .orElse(revision));
        if (text.isPresent()) {
            progress(
                    "Its downgrade doesn't take the SQL back yet. Write there what does, or throw an exception if there"
                            + " is no way back.");
        }
        if (!hasEngine()) {
            getLog().warn("The project has no dependency " + ENGINE + ": its own build can't compile the migration."
                    + " mvn migrate:init prints what to add to the POM.");
        }
        return written;
    }

    /** The new revision, without a content. */
    protected final NewRevision newRevision(RevisionGraph graph, String message) {
        return NewRevision.empty(newId(graph), Planner.parents(graph, Targets.parse(head), splice), message)
                .dependsOn(graph, Elements.of(dependsOn))
                .labels(branchLabels());
    }
}
