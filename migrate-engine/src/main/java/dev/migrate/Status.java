package dev.migrate;

import dev.migrate.revision.Rerun;
import dev.migrate.revision.RevisionGraph;
import dev.migrate.revision.RevisionInfo;
import dev.migrate.runtime.Standing;
import dev.migrate.runtime.journal.NeverRun;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Where a database stood in a history at the moment when it was asked. */
public final class Status {

    private final History history;
    private final RevisionGraph graph;
    private final Recordings recordings;
    private final Standing standing;

    Status(History history, Recordings recordings, Standing standing) {
        this.history = history;
        this.graph = history.graph();
        this.recordings = recordings;
        this.standing = standing;
    }

    /** The rows of the version table: the ids of the applied heads, sorted, known to this history or not. */
    public Set<String> current() {
        return standing.rows();
    }

    /** The revisions that a run left half applied or half reverted, by id. */
    public List<InterruptedRevision> interrupted() {
        return standing.interrupted();
    }

    /**
     * The revisions that aren't applied, in the order in which {@code upgrade("heads")} applies them. None if a newer version
     * of the application has upgraded the database further than this history goes. A revision that is half reverted isn't
     * among them: it is {@link #interrupted()}.
     *
     * @throws MigrateException if the database is at a revision that this history doesn't have, and isn't ahead of it
     */
    public List<RevisionInfo> pending() {
        return history.pending(standing.rows(), standing::journalled);
    }

    /** All entries of the journal, the newest first. */
    public List<JournalEntry> journal() {
        return standing.journal();
    }

    /**
     * The applied revisions whose operations are no longer those that were applied, in the order of the history. Loads their
     * classes. Of a database that is ahead of this history, or at a revision that it doesn't have, the journal knows what is
     * applied. What was stamped since counts as what the history has now.
     *
     * @throws MigrateException if a class can't be loaded or throws
     */
    public List<RevisionInfo> changed() {
        Set<String> applied = standing.rows().stream().allMatch(graph::contains)
                ? graph.required(standing.rows())
                : standing.journalled().in(graph);
        Set<String> stamped = stampedSinceTheyRan();
        Map<String, String> checksums = standing.checksums();
        List<RevisionInfo> changed = new ArrayList<>();
        for (RevisionInfo revision : graph.topological()) {
            String checksum = checksums.get(revision.id());
            // The checksum is of the statements, and some are others on other versions of PostgreSQL.
            if (checksum != null
                    && applied.contains(revision.id())
                    && !stamped.contains(revision.id())
                    && !recordings.are(checksum, revision, standing.server())) {
                changed.add(revision);
            }
        }
        return changed;
    }

    private Set<String> stampedSinceTheyRan() {
        Set<String> ran = new HashSet<>();
        Set<String> stamped = new HashSet<>();
        for (JournalEntry entry : standing.journal()) {
            if (entry.isStamp() && graph.contains(entry.revision())) {
                Set<String> declared = graph.required(Set.of(entry.revision()));
                declared.removeAll(ran);
                stamped.addAll(declared);
            } else {
                ran.add(entry.revision());
            }
        }
        return stamped;
    }

    /**
     * The revisions that count as applied, since others that follow or need them are, and that have never run here: they were
     * put below those afterwards, when a branch was rebased for example, or came to depend on another. In the order of the
     * history. A stamp declares them to be there.
     */
    public List<RevisionInfo> neverRun() {
        return NeverRun.of(graph, standing.rows(), standing.journal());
    }

    /** The commands that have {@link #neverRun()} run, in a few sentences; empty if there is nothing of the kind. */
    public Optional<String> neverRunRemedy() {
        Set<String> ids = neverRun().stream().map(RevisionInfo::id).collect(Collectors.toSet());
        if (ids.isEmpty()) {
            return Optional.empty();
        }
        boolean one = ids.size() == 1;
        List<String> commands = Rerun.commands(graph, standing.rows(), ids);
        long stamps = commands.stream()
                .filter(command -> command.contains("migrate:stamp"))
                .count();
        return Optional.of("To have " + (one ? "it" : "them") + " run: " + String.join(", then ", commands)
                + (stamps > 1
                        ? ". Follow them to the end: from the first stamp on, what is below it counts as there"
                        : "")
                + ". A downgrade drops what was written since. If the database has what "
                + (one ? "it makes" : "they make") + ", say so instead: mvn migrate:stamp -Dmigrate.revision="
                + String.join(",", standing.rows()));
    }
}
