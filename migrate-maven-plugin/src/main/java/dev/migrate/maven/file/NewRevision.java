package dev.migrate.maven.file;

import dev.migrate.MigrateException;
import dev.migrate.autogen.hook.Hooks;
import dev.migrate.autogen.java.MigrationFile;
import dev.migrate.revision.HistoryCheck;
import dev.migrate.revision.HistoryProblem;
import dev.migrate.revision.RevisionGraph;
import dev.migrate.revision.RevisionInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * A revision that is about to be written.
 *
 * @param content what its file does beyond being there
 * @param hooks how types and operations are written
 */
public record NewRevision(
        String id,
        List<String> revises,
        List<String> dependsOn,
        List<String> labels,
        String message,
        UnaryOperator<MigrationFile> content,
        Hooks hooks) {

    public NewRevision {
        revises = List.copyOf(revises);
        dependsOn = List.copyOf(dependsOn);
        labels = List.copyOf(labels);
    }

    /** One that does nothing yet. */
    public static NewRevision empty(String id, List<String> revises, String message) {
        return new NewRevision(id, revises, List.of(), List.of(), message, UnaryOperator.identity(), Hooks.NONE);
    }

    public NewRevision dependsOn(List<String> others) {
        return new NewRevision(id, revises, others, labels, message, content, hooks);
    }

    /**
     * As {@link #dependsOn(List)}, with whole ids, since only targets may be shorter.
     *
     * @param names ids, beginnings of ids, and labels
     * @throws MigrateException if one of them names no revision, or several
     */
    public NewRevision dependsOn(RevisionGraph graph, List<String> names) {
        return dependsOn(names.stream()
                .map(name -> {
                    RevisionInfo found = graph.find(name);
                    return found.labels().contains(name) ? name : found.id();
                })
                .toList());
    }

    public NewRevision labels(List<String> names) {
        return new NewRevision(id, revises, dependsOn, names, message, content, hooks);
    }

    public NewRevision doing(UnaryOperator<MigrationFile> newContent) {
        return doing(newContent, hooks);
    }

    public NewRevision doing(UnaryOperator<MigrationFile> newContent, Hooks newHooks) {
        return new NewRevision(id, revises, dependsOn, labels, message, newContent, newHooks);
    }

    /** @throws MigrateException if the history could not be read with this revision in it */
    public void requireFitting(RevisionGraph graph) {
        List<RevisionInfo> all = new ArrayList<>(graph.topological());
        all.add(new RevisionInfo(id, revises, dependsOn, labels, message, null, "", "the new revision", ""));
        List<HistoryProblem> problems = HistoryCheck.problems(all);
        if (!problems.isEmpty()) {
            throw new MigrateException("No revision is written, since the history could not be read with it:\n  - "
                    + problems.stream().map(HistoryProblem::text).collect(Collectors.joining("\n  - ")));
        }
    }
}
