package dev.migrate.maven;

import dev.migrate.autogen.java.MigrationFile;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A revision that is about to be written.
 *
 * @param content what its file does beyond being there
 */
record NewRevision(
        String id,
        List<String> revises,
        List<String> dependsOn,
        List<String> labels,
        String message,
        UnaryOperator<MigrationFile> content) {

    NewRevision {
        revises = List.copyOf(revises);
        dependsOn = List.copyOf(dependsOn);
        labels = List.copyOf(labels);
    }

    /** One that does nothing yet. */
    static NewRevision empty(String id, List<String> revises, String message) {
        return new NewRevision(id, revises, List.of(), List.of(), message, UnaryOperator.identity());
    }

    NewRevision dependsOn(List<String> others) {
        return new NewRevision(id, revises, others, labels, message, content);
    }

    NewRevision labels(List<String> names) {
        return new NewRevision(id, revises, dependsOn, names, message, content);
    }

    NewRevision doing(UnaryOperator<MigrationFile> newContent) {
        return new NewRevision(id, revises, dependsOn, labels, message, newContent);
    }
}
