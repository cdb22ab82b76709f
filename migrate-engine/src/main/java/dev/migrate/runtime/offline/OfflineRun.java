package dev.migrate.runtime.offline;

import dev.migrate.MigrateException;
import dev.migrate.RunListener;
import dev.migrate.ddl.ServerVersion;
import dev.migrate.revision.Plan;
import dev.migrate.revision.RecordedRevision;
import dev.migrate.revision.RowChange;
import dev.migrate.revision.Step;
import dev.migrate.runtime.MigrationLoader;
import dev.migrate.runtime.PlanReview;
import dev.migrate.runtime.Rehearsal;
import dev.migrate.runtime.RunSettings;
import dev.migrate.runtime.Runner;
import dev.migrate.runtime.connection.Redaction;
import dev.migrate.runtime.connection.SafeCause;
import dev.migrate.runtime.journal.StepText;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Runs without a database: into a script, or into recordings. */
public final class OfflineRun {

    private final RunSettings settings;
    private final MigrationLoader migrations;
    private final RunListener listener;
    private final Runner runner;
    private final ServerVersion server;
    private final PlanReview.Factory reviews;

    /**
     * Runs without a database.
     *
     * @param server what the statements are written for
     * @param reviews of what goes into a script
     */
    public OfflineRun(
            RunSettings settings,
            MigrationLoader migrations,
            RunListener listener,
            ServerVersion server,
            PlanReview.Factory reviews) {
        this.reviews = reviews;
        this.settings = settings;
        this.migrations = migrations;
        this.listener = listener;
        this.runner = new Runner(migrations, settings.arguments(), listener);
        this.server = server;
    }

    /**
     * Writes a script that psql runs as it is.
     *
     * @param start the rows of the version table that the plan was made for
     * @throws MigrateException if the server can't do all of it: then nothing is written; or if a migration throws
     */
    public void script(Plan plan, Set<String> start, Appendable out) {
        PlanReview review = reviews.begin((table, column) -> Optional.empty());
        Rehearsal rehearsal = new Rehearsal(settings, migrations, server, true, review);
        Runner rehearsed = new Runner(migrations, settings.arguments(), listener, rehearsal.of(plan));
        review.finish(plan).forEach(listener::warning);
        ScriptSink sink = new ScriptSink(out, settings, server);
        sink.start(start);
        sink.requireWhole();
        Set<String> rows = start;
        for (Step step : plan.steps()) {
            sink.at(rows);
            rows = after(rows, step.rowChanges());
            naming(step, () -> {
                rehearsed.run(List.of(step), sink);
                return sink;
            });
        }
        sink.end();
    }

    /**
     * Writes a script that changes the version table only.
     *
     * @param undeclared revisions of which it says nothing: it does nothing if one of them is half applied
     */
    public void stampScript(List<RowChange> changes, Set<String> start, Set<String> undeclared, Appendable out) {
        ScriptSink sink = new ScriptSink(out, settings, server);
        sink.start(start);
        sink.requireWhole(undeclared);
        sink.stamp(changes, start, after(start, changes));
    }

    /** As {@link #stampScript}, in a version table that is emptied before, whatever it holds. */
    public void purgeAndStampScript(List<RowChange> changes, Appendable out) {
        ScriptSink sink = new ScriptSink(out, settings, server);
        sink.startPurging();
        sink.stamp(changes, Set.of(), after(Set.of(), changes));
    }

    private static Set<String> after(Set<String> start, List<RowChange> changes) {
        Set<String> rows = new LinkedHashSet<>(start);
        for (RowChange change : changes) {
            change.accept(new RowChange.Visitor<Boolean>() {
                @Override
                public Boolean insert(RowChange.Insert insert) {
                    return rows.add(insert.id());
                }

                @Override
                public Boolean update(RowChange.Update update) {
                    return rows.remove(update.from()) && rows.add(update.to());
                }

                @Override
                public Boolean delete(RowChange.Delete delete) {
                    return rows.remove(delete.id());
                }
            });
        }
        return rows;
    }

    /**
     * What each step of the plan does.
     *
     * @param offline what migrations are told when they ask whether a script is written
     * @throws MigrateException if a migration can't be loaded, or throws
     */
    public List<RecordedRevision> record(Plan plan, boolean offline) {
        return plan.steps().stream()
                .map(step -> naming(step, () -> RecordingSink.record(step, runner, server, offline, settings)))
                .toList();
    }

    /** Says which migration it was that threw, as a run does. */
    private <T> T naming(Step step, Supplier<T> action) {
        try {
            return action.get();
        } catch (MigrateException e) {
            throw e;
        } catch (Exception | Error e) {
            Redaction redaction = new Redaction(settings.secrets());
            throw new MigrateException(
                    "Without a database the " + StepText.action(step) + " of revision "
                            + step.revision().summary() + " throws\n"
                            + redaction.of(e.toString()).strip().indent(2)
                            + "Migration: " + StepText.place(step, e) + "\n"
                            + "Correct it. If it is an argument that it lacks, give that: -Dmigrate.x.KEY=VALUE, or"
                            + " x(key, value) of MigrateBuilder.",
                    SafeCause.of(e, redaction));
        }
    }
}
