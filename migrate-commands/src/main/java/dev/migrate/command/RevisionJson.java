package dev.migrate.command;

import dev.migrate.revision.RevisionGraph;
import dev.migrate.revision.RevisionInfo;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A revision as programs read it: each component is a field of the JSON.
 *
 * @param created an ISO-8601 instant; left out if nobody said
 * @param changed whether its migration was changed after it was applied; left out where nobody has looked
 * @param neverRun whether it counts as applied and has never run; left out where nobody has looked
 */
public record RevisionJson(
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

    /** Describes revisions of a history. */
    public static List<RevisionJson> of(RevisionGraph graph, Collection<RevisionInfo> revisions) {
        return revisions.stream().map(revision -> of(graph, revision)).toList();
    }

    /** Describes a revision of a history. */
    public static RevisionJson of(RevisionGraph graph, RevisionInfo revision) {
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

    /** Adds what is known of the database. */
    public RevisionJson with(Deviations deviations) {
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
