package dev.migrate.maven;

import dev.migrate.autogen.java.Paragraph;
import java.util.List;

/**
 * A revision that is about to be written.
 *
 * @param changes what its documentation lists
 */
record NewRevision(
        String id,
        List<String> revises,
        List<String> dependsOn,
        List<String> labels,
        String message,
        List<String> changes,
        List<Paragraph> upgrade,
        List<Paragraph> downgrade) {

    NewRevision {
        revises = List.copyOf(revises);
        dependsOn = List.copyOf(dependsOn);
        labels = List.copyOf(labels);
        changes = List.copyOf(changes);
        upgrade = List.copyOf(upgrade);
        downgrade = List.copyOf(downgrade);
    }

    /** One that does nothing yet. */
    static NewRevision empty(String id, List<String> revises, String message) {
        return new NewRevision(id, revises, List.of(), List.of(), message, List.of(), List.of(), List.of());
    }

    NewRevision dependsOn(List<String> others) {
        return new NewRevision(id, revises, others, labels, message, changes, upgrade, downgrade);
    }

    NewRevision labels(List<String> names) {
        return new NewRevision(id, revises, dependsOn, names, message, changes, upgrade, downgrade);
    }

    NewRevision doing(List<String> newChanges, List<Paragraph> up, List<Paragraph> down) {
        return new NewRevision(id, revises, dependsOn, labels, message, newChanges, up, down);
    }
}
