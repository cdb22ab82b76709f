package dev.migrate.maven;

import dev.migrate.Migrate;
import dev.migrate.MigrateException;
import dev.migrate.revision.RevisionInfo;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Applied migrations that were changed since. They are told of, and nothing fails for them.
 *
 * @param known whether that was looked for, and could be told
 * @param doubt why it can't be told, if it can't
 */
record ChangedMigrations(
        boolean known, List<RevisionInfo> revisions, List<RevisionInfo> neverRun, Optional<String> doubt) {

    /** Nobody asked. */
    static final ChangedMigrations UNASKED = new ChangedMigrations(false, List.of(), List.of(), Optional.empty());

    ChangedMigrations {
        revisions = List.copyOf(revisions);
        neverRun = List.copyOf(neverRun);
    }

    /** Those of a database that may be out of reach. */
    static ChangedMigrations of(Supplier<Migrate> migrate) {
        try {
            Migrate database = migrate.get();
            return new ChangedMigrations(true, database.changed(), database.neverRun(), Optional.empty());
        } catch (MigrateException e) {
            return new ChangedMigrations(
                    false,
                    List.of(),
                    List.of(),
                    Optional.of("Whether applied migrations were changed can't be told: " + e.getMessage()));
        }
    }

    /** In the order of the history. */
    List<String> ids() {
        return revisions.stream().map(RevisionInfo::id).toList();
    }

    /** What is said of them, a sentence or two each. */
    List<String> sentences() {
        return Stream.concat(
                        revisions.stream()
                                .map(one -> "Revision " + one.summary()
                                        + " was changed after it was applied: it no longer does what it did here. Put it"
                                        + " back, and write what is new as another revision: mvn migrate:revision"),
                        neverRun.stream()
                                .map(
                                        one -> "Revision " + one.summary()
                                                + " counts as applied and has never run here: it was put below what was applied"
                                                + " before. Downgrade to it, stamp what it revises ("
                                                + String.join(", ", one.revises())
                                                + ") and upgrade; or, if the database has what it makes, stamp where it is now."))
                .toList();
    }
}
