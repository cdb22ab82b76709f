package dev.migrate;

import dev.migrate.revision.Planner;
import dev.migrate.revision.RevisionGraph;
import dev.migrate.revision.RevisionInfo;
import dev.migrate.revision.Step;
import dev.migrate.revision.Target;
import dev.migrate.runtime.journal.Journalled;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** The history that an application has, beside what a database has of it: less, the same, or more. */
final class History {

    private final HistoryReading reading;
    private final List<String> packages;

    /** @param packages where it is read; none if it isn't read from packages */
    History(HistoryReading reading, List<String> packages) {
        this.reading = reading;
        this.packages = List.copyOf(packages);
    }

    /** @throws MigrateException if it has errors: all of them */
    RevisionGraph graph() {
        return reading.graph();
    }

    /** Whether it takes no graph to see that there is nothing to do up to the target. */
    boolean isAppliedUpTo(Target target, Set<String> applied) {
        return (target instanceof Target.Heads || (target instanceof Target.Head && applied.size() == 1))
                && reading.heads().filter(applied::equals).isPresent();
    }

    /**
     * Whether a database has revisions on top of everything that is here, by those of which the journal tells. A row that
     * the journal doesn't know was written by no run: it stands for nothing.
     */
    boolean isOutrunBy(Set<String> applied, Supplier<Journalled> journal) {
        List<String> unknown =
                applied.stream().filter(row -> !graph().contains(row)).toList();
        if (graph().size() == 0 || unknown.isEmpty()) {
            return false;
        }
        Journalled journalled = journal.get();
        return journalled.hasAll(unknown)
                && journalled
                        .in(graph())
                        .containsAll(
                                graph().heads().stream().map(RevisionInfo::id).toList());
    }

    /**
     * The revisions that an upgrade to all heads applies, in its order; none if the database has outrun this history.
     *
     * @throws MigrateException if there is another row that this history doesn't have
     */
    List<RevisionInfo> pending(Set<String> applied, Supplier<Journalled> journal) {
        if (isOutrunBy(applied, journal)) {
            return List.of();
        }
        return Planner.upgrade(graph(), applied, new Target.Heads()).steps().stream()
                .map(Step::revision)
                .toList();
    }

    /** @throws MigrateException if there is no migration at all */
    void requireAny() {
        if (reading.heads().isEmpty() && graph().size() == 0) {
            throw new MigrateException(noMigration()
                    + ", so nothing tells whether the database is current. Correct packages, or add a first migration:"
                    + " mvn migrate:revision");
        }
    }

    private String noMigration() {
        return packages.isEmpty()
                ? "The history has no migration"
                : "No migration was found in the package" + (packages.size() == 1 ? " " : "s ")
                        + String.join(", ", packages);
    }
}
