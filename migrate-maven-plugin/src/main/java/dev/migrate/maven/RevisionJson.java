package dev.migrate.maven;

import dev.migrate.revision.RevisionGraph;
import dev.migrate.revision.RevisionInfo;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A revision for programs.
 *
 * @param created an ISO-8601 instant; left out if nobody said
 * @param changed whether its migration was changed after it was applied; left out where nobody has looked
 * @param neverRun whether it counts as applied and has never run; left out where nobody has looked
 */
record RevisionJson(
        String id,
        List<String> revises,
        List<String> dependsOn,
        List<String> labels,
        String message,
        @Nullable String created,
        String documentation,
        String className,
        boolean head,
        boolean branchPoint,
        boolean mergePoint,
        @Nullable Boolean changed,
        @Nullable Boolean neverRun) {

    static List<RevisionJson> of(RevisionGraph graph, Collection<RevisionInfo> revisions) {
        return revisions.stream().map(revision -> of(graph, revision)).toList();
    }

    static RevisionJson of(RevisionGraph graph, RevisionInfo revision) {
        return new RevisionJson(
                revision.id(),
                revision.revises(),
                revision.dependsOn(),
                revision.labels(),
                revision.message(),
                Optional.ofNullable(revision.created()).map(Object::toString).orElse(null),
                revision.documentation(),
                revision.className(),
                graph.isHead(revision.id()),
                graph.isBranchPoint(revision.id()),
                revision.isMergePoint(),
                null,
                null);
    }

    /** The same with what is known of the database. */
    RevisionJson with(Deviations deviations) {
        if (!deviations.known()) {
            return this;
        }
        return new RevisionJson(
                id,
                revises,
                dependsOn,
                labels,
                message,
                created,
                documentation,
                className,
                head,
                branchPoint,
                mergePoint,
                deviations.changedIds().contains(id),
                deviations.neverRunIds().contains(id));
    }
}
