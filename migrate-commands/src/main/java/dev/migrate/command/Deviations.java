package dev.migrate.command;

import dev.migrate.MigrateException;
import dev.migrate.Status;
import dev.migrate.revision.RevisionInfo;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Where what was applied is not what the history has now. It is told of, and nothing fails for it.
 *
 * @param known whether that was looked for, and could be told
 * @param changed the revisions whose migrations were changed after they were applied, in the order of the history
 * @param neverRun the revisions that were put below applied ones and have not run, in the order of the history
 * @param remedy the commands that have these run, if there are any
 * @param doubt why it can't be told, if it can't
 */
public record Deviations(
        boolean known,
        List<RevisionInfo> changed,
        List<RevisionInfo> neverRun,
        Optional<String> remedy,
        Optional<String> doubt) {

    /** Nobody asked. */
    public static final Deviations UNASKED =
            new Deviations(false, List.of(), List.of(), Optional.empty(), Optional.empty());

    public Deviations {
        changed = List.copyOf(changed);
        neverRun = List.copyOf(neverRun);
    }

    /** Those alone that count as applied there and have never run: for who doesn't ask what was changed. */
    public static Deviations ofNeverRun(Status status) {
        return new Deviations(true, List.of(), status.neverRun(), status.neverRunRemedy(), Optional.empty());
    }

    /** Those of a database that may be out of reach. */
    public static Deviations of(Supplier<Status> status) {
        try {
            Status database = status.get();
            return new Deviations(
                    true, database.changed(), database.neverRun(), database.neverRunRemedy(), Optional.empty());
        } catch (MigrateException e) {
            return new Deviations(
                    false,
                    List.of(),
                    List.of(),
                    Optional.empty(),
                    Optional.of("Whether applied migrations were changed can't be told: " + e.getMessage()));
        }
    }

    /** The ids of the changed ones. */
    public List<String> changedIds() {
        return ids(changed);
    }

    /** The ids of those that have never run. */
    public List<String> neverRunIds() {
        return ids(neverRun);
    }

    private static List<String> ids(List<RevisionInfo> revisions) {
        return revisions.stream().map(RevisionInfo::id).toList();
    }

    /** What is said of them, a sentence or two each. */
    public List<String> sentences() {
        return Stream.concat(
                        changed.stream()
                                .map(one -> "Revision " + one.summary()
                                        + " was changed after it was applied: it no longer does what it did here. Put it"
                                        + " back, and write what is new as another revision: mvn migrate:revision"),
                        Stream.concat(
                                neverRun.stream()
                                        .map(one -> "Revision " + one.summary()
                                                + " counts as applied and has never run here: it was"
                                                + " put below what was applied before."),
                                remedy.stream()))
                .toList();
    }
}
