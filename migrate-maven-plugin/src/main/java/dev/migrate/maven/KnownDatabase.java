package dev.migrate.maven;

import dev.migrate.MigrateException;
import dev.migrate.Status;
import dev.migrate.revision.RevisionGraph;
import dev.migrate.revision.RevisionInfo;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * A database of which a project knows.
 *
 * @param name as messages name it
 * @param required whether it must be reachable
 * @param status connects, and asks where it is
 */
record KnownDatabase(String name, boolean required, Supplier<Status> status) {

    /**
     * Makes sure that a revision has left nothing here, so that its file may be replaced.
     *
     * @param graph the history
     * @param revision a head of it
     * @param progress is told that the database can't be asked, if it needn't be reachable
     * @throws MigrateException if it is applied, or half applied, or the database is at a revision that isn't known
     */
    void requireUnapplied(RevisionGraph graph, RevisionInfo revision, Consumer<String> progress) {
        Status found;
        try {
            found = status.get();
        } catch (MigrateException e) {
            if (required) {
                throw e;
            }
            progress.accept("Whether revision " + revision.summary() + " is applied in " + name + " can't be told: "
                    + e.getMessage());
            return;
        }
        found.interrupted().stream()
                .filter(one -> one.revision().equals(revision.id()))
                .findFirst()
                .ifPresent(one -> {
                    throw new MigrateException(
                            notReplaced(revision) + "it is half applied in " + name + ".\n" + one.message());
                });
        List<String> unknown =
                found.current().stream().filter(row -> !graph.contains(row)).toList();
        if (!unknown.isEmpty()) {
            throw new MigrateException(notReplaced(revision) + name + " is at " + String.join(", ", unknown)
                    + ", which this history doesn't have and which may follow it.");
        }
        if (found.current().contains(revision.id())) {
            throw new MigrateException(notReplaced(revision) + "it is applied in " + name
                    + ". Revert it there first, with mvn migrate:downgrade -Dmigrate.revision=-1, or leave out"
                    + " -Dmigrate.overwrite and write another revision.");
        }
    }

    private static String notReplaced(RevisionInfo revision) {
        return "Revision " + revision.summary() + " is not replaced: ";
    }
}
