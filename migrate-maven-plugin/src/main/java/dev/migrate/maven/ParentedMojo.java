package dev.migrate.maven;

import dev.migrate.revision.Planner;
import dev.migrate.revision.RevisionGraph;
import dev.migrate.revision.Targets;
import java.util.List;
import org.apache.maven.plugins.annotations.Parameter;

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

    /** The new revision, without a content. */
    protected final NewRevision newRevision(RevisionGraph graph, String message) {
        return NewRevision.empty(newId(graph), Planner.parents(graph, Targets.parse(head), splice), message)
                .dependsOn(graph, Elements.of(dependsOn))
                .labels(branchLabels());
    }
}
