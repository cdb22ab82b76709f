package dev.migrate.runtime;

import dev.migrate.JdbcWork;
import dev.migrate.MigrateException;
import dev.migrate.Migration;
import dev.migrate.Operations;
import dev.migrate.ddl.CopyText;
import dev.migrate.ddl.DdlRenderer;
import dev.migrate.ddl.PartitionedTables;
import dev.migrate.ddl.ServerVersion;
import dev.migrate.operation.DataOperation.BulkInsert;
import dev.migrate.operation.DataOperation.Require;
import dev.migrate.operation.Operation;
import dev.migrate.operation.Statement;
import dev.migrate.revision.Direction;
import dev.migrate.revision.Plan;
import dev.migrate.revision.Step;
import dev.migrate.runtime.connection.Redaction;
import dev.migrate.runtime.journal.StepText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Goes through a plan without a database, before anything of it runs: what no statement can be written for, since the
 * server's version lacks it, is refused while nothing is changed, and so is what would commit work over JDBC before its
 * revision is complete. The work itself isn't done: what follows it may be something else then, so that nothing but such
 * a commit is refused there. Whatever else goes wrong is left to the run, which meets it in its place.
 *
 * <p>What a migration does is kept, so that the run needn't call it again, if that can't be anything else then: if it
 * came to its end and asked for nothing that only the database knows.
 */
public final class Rehearsal {

    /** Characters of statements: a history may hold more than a heap does. */
    private static final long MOST_KEPT = 16_000_000;

    /** Times that a migration may work before it counts as one that goes on until its work says otherwise. */
    private static final int MOST_WORK = 1_000;

    private final RunSettings settings;
    private final MigrationLoader migrations;
    private final ServerVersion server;
    private final boolean offline;
    private final PlanReview review;

    private final Map<String, RevisionShape> shapes = new HashMap<>();

    /**
     * Rehearses plans.
     *
     * @param offline what migrations are told when they ask whether a script is written
     * @param review is shown what they do
     */
    public Rehearsal(
            RunSettings settings,
            MigrationLoader migrations,
            ServerVersion server,
            boolean offline,
            PlanReview review) {
        this.review = review;
        this.settings = settings;
        this.migrations = migrations;
        this.server = server;
        this.offline = offline;
    }

    /**
     * What the migrations do, by revision, as far as that is known and not too much to be kept; and what they require of
     * the rows.
     *
     * @throws MigrateException if operations of the plan can't be written for the server: all revisions that have one
     */
    public Map<String, RehearsedMigration> of(Plan plan) {
        List<String> problems = new ArrayList<>();
        Map<String, RehearsedMigration> kept = new HashMap<>();
        PartitionedTables partitioned = new PartitionedTables(server);
        long size = 0;
        for (Step step : plan.steps()) {
            Rehearsed operations = new Rehearsed(settings, new DdlRenderer(server), partitioned, offline);
            problem(step, operations)
                    .ifPresent(problem -> problems.add(
                            StepText.action(step) + " of " + step.revision().id() + ": " + problem));
            review.look(operations.migration.recorded(step, operations.known));
            if (operations.known) {
                shapes.put(step.revision().id(), operations.migration.shape());
            }
            boolean isKept = operations.known && size + operations.migration.size() <= MOST_KEPT;
            size += isKept ? operations.migration.size() : 0;
            kept.put(step.revision().id(), isKept ? operations.migration : operations.migration.withoutCalls());
        }
        if (!problems.isEmpty()) {
            throw new MigrateException((offline ? "No script was written" : "Nothing was run")
                    + ", since it could not be completed:\n  " + String.join("\n  ", problems));
        }
        return kept;
    }

    /** What {@link #of} has found out of the revisions whose statements are known to be the same in a run. */
    public Map<String, RevisionShape> shapes() {
        return Map.copyOf(shapes);
    }

    /** The first one of a revision: what comes behind it isn't known. */
    private Optional<String> problem(Step step, Rehearsed operations) {
        try {
            Migration migration = migrations.load(step.revision());
            if (step.direction() == Direction.UPGRADE) {
                migration.upgrade(operations);
            } else {
                migration.downgrade(operations);
            }
            return Optional.empty();
        } catch (Refused e) {
            operations.known = false;
            return Optional.of(String.valueOf(e.getMessage()));
        } catch (Exception | Error e) {
            // Of no concern here: a migration may depend on what the ones before it do.
            operations.known = false;
            return Optional.empty();
        }
    }

    /** No statement can be written. */
    private static final class Refused extends MigrateException {

        private static final long serialVersionUID = 1L;

        Refused(MigrateException refusal) {
            super(String.valueOf(refusal.getMessage()), refusal);
        }
    }

    /** Renders operations. */
    private static final class Rehearsed implements Operations {

        private final RunSettings settings;
        private final DdlRenderer renderer;
        private final PartitionedTables partitioned;
        private final boolean offline;
        private final RehearsedMigration migration = new RehearsedMigration();
        private final OutsideTransaction outside = new OutsideTransaction();
        private final UncommittedWork work;
        private boolean known = true;
        private int works;

        /** Whether its SQL may name another schema than it will. */
        private boolean schemaUnknown;

        Rehearsed(RunSettings settings, DdlRenderer renderer, PartitionedTables partitioned, boolean offline) {
            this.settings = settings;
            this.renderer = renderer;
            this.partitioned = partitioned;
            this.offline = offline;
            this.work = new UncommittedWork(new Redaction(settings.secrets()));
        }

        @Override
        public boolean offline() {
            return offline;
        }

        @Override
        public void apply(Operation operation) {
            if (operation instanceof BulkInsert insert) {
                // Every version can do it, and its rows may be many.
                known = false;
                requireWorkKept(operation, List.of(outside.placed(CopyText.statement(insert))));
                return;
            }
            List<Statement> statements;
            try {
                statements = outside.placed(renderer.render(operation));
                partitioned.follow(operation);
            } catch (MigrateException e) {
                throw work.isDone() ? e : new Refused(e);
            }
            requireWorkKept(operation, statements);
            migration.add(operation, statements);
            if (operation instanceof Require requirement && !schemaUnknown) {
                migration.require(requirement);
            }
        }

        private void requireWorkKept(Operation operation, List<Statement> statements) {
            try {
                statements.forEach(statement -> work.requireKept(operation, statement));
            } catch (MigrateException e) {
                throw new Refused(e);
            }
        }

        @Override
        public void outsideTransaction(Runnable block) {
            outside.run(block);
        }

        @Override
        public void withConnection(JdbcWork unknown) {
            known = false;
            work.add();
            works++;
            if (works > MOST_WORK) {
                throw new MigrateException("A rehearsal doesn't do the work that would end this");
            }
        }

        @Override
        public Optional<String> x(String key) {
            return Optional.ofNullable(settings.arguments().get(key));
        }

        @Override
        public String currentSchema() {
            known = false;
            schemaUnknown = true;
            return settings.searchPath().stream().findFirst().orElse("public");
        }
    }
}
