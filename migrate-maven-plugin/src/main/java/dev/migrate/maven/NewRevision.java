package dev.migrate.maven;

import dev.migrate.autogen.hook.Hooks;
import dev.migrate.autogen.java.MigrationFile;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A revision that is about to be written.
 *
 * @param content what its file does beyond being there
 * @param hooks how types and operations are written
 */
record NewRevision(
        String id,
        List<String> revises,
        List<String> dependsOn,
        List<String> labels,
        String message,
        UnaryOperator<MigrationFile> content,
        Hooks hooks) {

    NewRevision {
        revises = List.copyOf(revises);
        dependsOn = List.copyOf(dependsOn);
        labels = List.copyOf(labels);
    }

    /** One that does nothing yet. */
    static NewRevision empty(String id, List<String> revises, String message) {
        return new NewRevision(id, revises, List.of(), List.of(), message, UnaryOperator.identity(), Hooks.NONE);
    }

    NewRevision dependsOn(List<String> others) {
        return new NewRevision(id, revises, others, labels, message, content, hooks);
    }

    NewRevision labels(List<String> names) {
        return new NewRevision(id, revises, dependsOn, names, message, content, hooks);
    }

    NewRevision doing(UnaryOperator<MigrationFile> newContent) {
        return doing(newContent, hooks);
    }

    NewRevision doing(UnaryOperator<MigrationFile> newContent, Hooks newHooks) {
        return new NewRevision(id, revises, dependsOn, labels, message, newContent, newHooks);
    }
}
