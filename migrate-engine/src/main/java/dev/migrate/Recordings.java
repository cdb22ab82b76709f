package dev.migrate;

import dev.migrate.ddl.ServerVersion;
import dev.migrate.lint.BranchConflict;
import dev.migrate.lint.BranchConflicts;
import dev.migrate.lint.LintReport;
import dev.migrate.lint.Linter;
import dev.migrate.revision.Direction;
import dev.migrate.revision.Plan;
import dev.migrate.revision.RecordedRevision;
import dev.migrate.revision.RevisionGraph;
import dev.migrate.revision.RevisionInfo;
import dev.migrate.revision.Step;
import dev.migrate.runtime.MigrationLoader;
import dev.migrate.runtime.PlanReview;
import dev.migrate.runtime.RunSettings;
import dev.migrate.runtime.offline.OfflineRun;
import java.util.List;
import java.util.Set;

/** What migrations do, written down without a database: each is called, and none runs. */
final class Recordings {

    private final RunSettings settings;
    private final MigrationLoader migrations;
    private final ServerVersion scripts;

    /** @param scripts the version that statements are for, where no server says its own */
    Recordings(RunSettings settings, MigrationLoader migrations, ServerVersion scripts) {
        this.settings = settings;
        this.migrations = migrations;
        this.scripts = scripts;
    }

    /** @throws MigrateException if the class can't be loaded or throws */
    RecordedRevision of(RevisionInfo revision, Direction direction) {
        return of(revision, direction, scripts, false);
    }

    /** @param offline what the migration is told when it asks whether a script is written */
    private RecordedRevision of(RevisionInfo revision, Direction direction, ServerVersion server, boolean offline) {
        Plan plan = new Plan(List.of(new Step(revision, direction, List.of())));
        return new OfflineRun(settings, migrations, new RunListener() {}, server, PlanReview.NONE)
                .record(plan, offline)
                .get(0);
    }

    /**
     * Whether a checksum of the journal is that of what a revision does now. It may have been a script that applied it, in
     * which it may do the same in other words.
     *
     * @throws MigrateException if the class can't be loaded or throws
     */
    boolean are(String checksum, RevisionInfo revision, ServerVersion server) {
        return of(revision, Direction.UPGRADE, server, false).checksum().equals(checksum)
                || of(revision, Direction.UPGRADE, server, true).checksum().equals(checksum);
    }

    /**
     * Looks for hazards in a plan.
     *
     * @param applied what lies before it
     * @throws MigrateException if a class can't be loaded, or its {@code upgrade} throws
     */
    LintReport lint(RevisionGraph graph, Set<String> applied, Plan plan) {
        Set<String> before = graph.required(applied);
        return Linter.lint(
                graph,
                graph.topological().stream()
                        .filter(revision -> before.contains(revision.id()))
                        .map(revision -> of(revision, Direction.UPGRADE))
                        .toList(),
                plan.steps().stream()
                        .map(Step::revision)
                        .map(revision -> new Linter.Recorded(of(revision, Direction.UPGRADE), downgradeOf(revision)))
                        .toList());
    }

    /**
     * What branches do to the same objects.
     *
     * @param revisions the branches' last ones; or one that joins some, for what it doesn't settle itself
     * @throws MigrateException if a class can't be loaded, or its {@code upgrade} throws
     */
    List<BranchConflict> conflicts(RevisionGraph graph, List<String> revisions) {
        BranchConflicts conflicts = new BranchConflicts(graph, revision -> of(revision, Direction.UPGRADE));
        return revisions.size() == 1 ? conflicts.leftBy(graph.get(revisions.get(0))) : conflicts.between(revisions);
    }

    /** Throwing is how a migration says that there is no way back. */
    private Linter.Downgrade downgradeOf(RevisionInfo revision) {
        try {
            RecordedRevision recorded = of(revision, Direction.DOWNGRADE);
            return recorded.complete() && recorded.recorded().isEmpty()
                    ? Linter.Downgrade.NOTHING
                    : Linter.Downgrade.SOMETHING;
        } catch (RuntimeException | Error e) {
            return Linter.Downgrade.THROWS;
        }
    }
}
