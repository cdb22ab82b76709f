package dev.migrate.autogen.java;

import java.util.List;

/**
 * What a migration's source file says.
 *
 * @param packageName empty is the unnamed package
 * @param className as {@code R20241209_100000_002_AddStatusColumn}
 * @param id the revision's id
 * @param revises its parents
 * @param dependsOn revisions or labels of other branches
 * @param labels names for the branch that starts here
 * @param message what changes, in a sentence
 * @param created an ISO-8601 instant
 * @param changes what the documentation comment lists
 * @param upgrade the way there
 * @param downgrade the way back
 */
public record MigrationFile(
        String packageName,
        String className,
        String id,
        List<String> revises,
        List<String> dependsOn,
        List<String> labels,
        String message,
        String created,
        List<String> changes,
        List<Paragraph> upgrade,
        List<Paragraph> downgrade) {

    public MigrationFile {
        revises = List.copyOf(revises);
        dependsOn = List.copyOf(dependsOn);
        labels = List.copyOf(labels);
        changes = List.copyOf(changes);
        upgrade = List.copyOf(upgrade);
        downgrade = List.copyOf(downgrade);
    }

    /** A base revision that does nothing yet. */
    public static MigrationFile of(String packageName, String className, String id, String message, String created) {
        return new MigrationFile(
                packageName,
                className,
                id,
                List.of(),
                List.of(),
                List.of(),
                message,
                created,
                List.of(),
                List.of(),
                List.of());
    }

    /** The same file after these revisions. */
    public MigrationFile revises(List<String> parents) {
        return new MigrationFile(
                packageName, className, id, parents, dependsOn, labels, message, created, changes, upgrade, downgrade);
    }

    /** The same file, needing these revisions of other branches. */
    public MigrationFile dependsOn(List<String> others) {
        return new MigrationFile(
                packageName, className, id, revises, others, labels, message, created, changes, upgrade, downgrade);
    }

    /** The same file as the start of a branch of these names. */
    public MigrationFile labels(List<String> names) {
        return new MigrationFile(
                packageName, className, id, revises, dependsOn, names, message, created, changes, upgrade, downgrade);
    }

    /** The same file with something to do. */
    public MigrationFile doing(List<String> newChanges, List<Paragraph> up, List<Paragraph> down) {
        return new MigrationFile(
                packageName, className, id, revises, dependsOn, labels, message, created, newChanges, up, down);
    }
}
