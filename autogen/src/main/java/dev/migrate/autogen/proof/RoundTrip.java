package dev.migrate.autogen.proof;

import dev.migrate.Migrate;
import dev.migrate.MigrateException;
import dev.migrate.autogen.scratch.MissingExtension;
import dev.migrate.autogen.scratch.Replay;
import dev.migrate.autogen.scratch.ScratchDatabase;
import dev.migrate.autogen.scratch.ScratchServer;
import dev.migrate.dump.SchemaDump;
import dev.migrate.revision.RevisionGraph;
import dev.migrate.revision.RevisionInfo;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/**
 * Runs revisions up, down and up again on a scratch database and compares schema dumps: the way down must restore what
 * was there, and the second way up must lead where the first one led.
 */
public final class RoundTrip {

    /** Beside what a downgrade forgets there is what it makes, as an old database had it. */
    private static final String MADE_BY_DOWNGRADE =
            "\nIf your databases had what the downgrade makes here (+) before the"
                    + " first revision, by other means, write it into the revision that creates the rest, and stamp them with that"
                    + " anew, or take it out of the downgrade (docs/adopting.md).";

    private final ScratchServer server;
    private final Function<DataSource, Migrate> history;
    private final Function<DataSource, List<String>> drift;

    /**
     * Says what to try.
     *
     * @param server where to try
     * @param history runs the history's migrations on a database
     * @param drift what differs between a database at its heads and the entities, a line each; empty if nothing does
     */
    public RoundTrip(
            ScratchServer server, Function<DataSource, Migrate> history, Function<DataSource, List<String>> drift) {
        this.server = server;
        this.history = history;
        this.drift = drift;
    }

    /** Tries each revision of the history, from the bases to the heads, and compares the result with the entities. */
    public Proof ofHistory() {
        try (ScratchDatabase database = server.create()) {
            Migrate migrate = onEmpty(database);
            return run(database.dataSource(), migrate, migrate.graph().topological());
        }
    }

    /**
     * Tries one head of the history on top of what it requires, which is all that some databases have then, and compares
     * the result with the entities once everything else is there, too.
     */
    public Proof ofHead(String revision) {
        try (ScratchDatabase database = server.create()) {
            Migrate migrate = onEmpty(database);
            RevisionGraph graph = migrate.graph();
            Set<String> required = graph.required(Set.of(revision));
            List<RevisionInfo> others = graph.topological().stream()
                    .filter(other -> !required.contains(other.id()))
                    .toList();
            graph.topological().stream()
                    .filter(other ->
                            required.contains(other.id()) && !other.id().equals(revision))
                    .forEach(other -> applyIfMissing(migrate, other));
            List<RevisionInfo> tried = List.of(graph.get(revision));
            Optional<String> failure = upDownUp(database.dataSource(), migrate, revision, otherHeads(graph, others));
            if (failure.isPresent()) {
                return new Proof(tried, List.of(failure.get()));
            }
            others.forEach(other -> applyIfMissing(migrate, other));
            return compared(database.dataSource(), tried);
        }
    }

    /** What was compared with the entities had them, and the revision doesn't say that it needs them. */
    private static Optional<String> otherHeads(RevisionGraph graph, List<RevisionInfo> others) {
        List<RevisionInfo> heads =
                graph.heads().stream().filter(others::contains).toList();
        return heads.isEmpty()
                ? Optional.empty()
                : Optional.of("It was tried without other heads, which some databases don't have then: "
                        + heads.stream().map(RevisionInfo::summary).collect(Collectors.joining(", "))
                        + ". If it needs them, delete the file, and join them first (mvn migrate:merge) or run again with"
                        + " -Dmigrate.dependsOn="
                        + heads.stream().map(RevisionInfo::id).collect(Collectors.joining(",")));
    }

    /** The version table and the journal are there from the start, so that no revision seems to have made them. */
    private Migrate onEmpty(ScratchDatabase database) {
        Migrate migrate = history.apply(database.dataSource());
        migrate.stamp("base");
        return migrate;
    }

    private static void applyIfMissing(Migrate migrate, RevisionInfo revision) {
        if (!migrate.graph().required(migrate.current()).contains(revision.id())) {
            Replay.run(migrate, revision.id());
        }
    }

    private Proof run(DataSource database, Migrate migrate, List<RevisionInfo> revisions) {
        List<RevisionInfo> tried = new ArrayList<>();
        for (RevisionInfo revision : revisions) {
            tried.add(revision);
            Optional<String> failure = upDownUp(database, migrate, revision.id(), Optional.empty());
            if (failure.isPresent()) {
                return new Proof(tried, List.of(failure.get()));
            }
        }
        return compared(database, tried);
    }

    private Proof compared(DataSource database, List<RevisionInfo> tried) {
        return new Proof(
                tried,
                drift.apply(database).stream()
                        .map(line -> "after the last revision, schema and entities still differ: " + line)
                        .toList());
    }

    private static Optional<String> upDownUp(
            DataSource database, Migrate migrate, String id, Optional<String> otherHeads) {
        String way = "upgrade";
        try {
            String before = dump(database);
            migrate.upgrade(id);
            String after = dump(database);
            way = "downgrade";
            migrate.revert(id);
            String reverted = dump(database);
            Optional<String> left = DumpDifference.between(before, reverted);
            if (left.isPresent()) {
                return Optional.of(id + ": downgrade does not restore what was there before upgrade:\n" + left.get()
                        + DumpDifference.between(after, reverted)
                                .filter(made -> made.lines().anyMatch(line -> isAmong(left.get(), line)))
                                .map(made -> MADE_BY_DOWNGRADE)
                                .orElse(""));
            }
            way = "upgrade after downgrade";
            migrate.upgrade(id);
            return DumpDifference.between(after, dump(database))
                    .map(lines -> id + ": the second upgrade does not lead where the first one led:\n" + lines);
        } catch (MigrateException e) {
            return Optional.of(id + ": " + way + " fails on the scratch database. " + Replay.text(e)
                    + advice(e, database, otherHeads));
        }
    }

    private static boolean isAmong(String difference, String line) {
        return line.startsWith("    + ") && difference.lines().anyMatch(line::equals);
    }

    /** The database that the entities were compared with may have what no revision creates. */
    private static String advice(MigrateException failure, DataSource database, Optional<String> otherHeads) {
        try (Connection connection = database.getConnection()) {
            return MissingExtension.advice(String.valueOf(failure.getMessage()), connection)
                    .or(() -> otherHeads)
                    .or(() -> Replay.advice(failure))
                    .map("\n"::concat)
                    .orElse("");
        } catch (SQLException e) {
            throw new MigrateException("The scratch database cannot be asked: " + e.getMessage(), e);
        }
    }

    private static String dump(DataSource database) {
        try (Connection connection = database.getConnection()) {
            return SchemaDump.of(connection);
        } catch (SQLException e) {
            throw new MigrateException("The scratch database cannot be dumped: " + e.getMessage(), e);
        }
    }
}
