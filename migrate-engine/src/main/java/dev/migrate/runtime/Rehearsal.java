package dev.migrate.runtime;

import dev.migrate.MigrateException;
import dev.migrate.Migration;
import dev.migrate.Operations;
import dev.migrate.ddl.DdlRenderer;
import dev.migrate.ddl.ServerVersion;
import dev.migrate.operation.DataOperation.BulkInsert;
import dev.migrate.operation.Operation;
import dev.migrate.revision.Direction;
import dev.migrate.revision.Plan;
import dev.migrate.revision.Step;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Goes through a plan without a database, before anything of it runs: what no statement can be written for, since the
 * server's version lacks it, is refused while nothing is changed. It gets as far into a migration as that can be known:
 * up to where it asks for its connection. Whatever else goes wrong is left to the run, which meets it in its place.
 */
final class Rehearsal {

    private final RunSettings settings;
    private final MigrationLoader migrations;
    private final ServerVersion server;
    private final boolean offline;

    /** @param offline what migrations are told when they ask whether a script is written */
    Rehearsal(RunSettings settings, MigrationLoader migrations, ServerVersion server, boolean offline) {
        this.settings = settings;
        this.migrations = migrations;
        this.server = server;
        this.offline = offline;
    }

    /** @throws MigrateException if operations of the plan can't be written for the server: all revisions that have one */
    void requirePossible(Plan plan) {
        List<String> problems = new ArrayList<>();
        for (Step step : plan.steps()) {
            problem(step)
                    .ifPresent(problem -> problems.add(
                            StepText.action(step) + " of " + step.revision().id() + ": " + problem));
        }
        if (!problems.isEmpty()) {
            throw new MigrateException((offline ? "No script was written" : "Nothing was run")
                    + ", since it could not be completed:\n  " + String.join("\n  ", problems));
        }
    }

    /** The first one of a revision: what comes behind it isn't known. */
    private Optional<String> problem(Step step) {
        try {
            Migration migration = migrations.load(step.revision());
            Operations operations = new Rehearsed(settings, new DdlRenderer(server), offline);
            if (step.direction() == Direction.UPGRADE) {
                migration.upgrade(operations);
            } else {
                migration.downgrade(operations);
            }
            return Optional.empty();
        } catch (Refused e) {
            return Optional.of(String.valueOf(e.getMessage()));
        } catch (Exception | LinkageError | AssertionError e) {
            // Of no concern here: a migration may depend on what the ones before it do.
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

    /** Renders operations and forgets them. */
    private record Rehearsed(RunSettings settings, DdlRenderer renderer, boolean offline) implements Operations {

        @Override
        public void apply(Operation operation) {
            if (operation instanceof BulkInsert) {
                // Every version can do it, and its rows may be many.
                return;
            }
            try {
                renderer.render(operation);
            } catch (MigrateException e) {
                throw new Refused(e);
            }
        }

        @Override
        public void outsideTransaction(Runnable block) {
            block.run();
        }

        @Override
        public Connection connection() {
            throw new MigrateException("A rehearsal has no connection");
        }

        @Override
        public Optional<String> x(String key) {
            return Optional.ofNullable(settings.arguments().get(key));
        }

        @Override
        public String currentSchema() {
            return settings.searchPath().stream().findFirst().orElse("public");
        }
    }
}
