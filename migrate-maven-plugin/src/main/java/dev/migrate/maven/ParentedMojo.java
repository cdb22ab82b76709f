package dev.migrate.maven;

import dev.migrate.MigrateException;
import dev.migrate.autogen.java.RevisionTemplate;
import dev.migrate.command.ProjectHistory;
import dev.migrate.command.parameter.Elements;
import dev.migrate.maven.embedded.EmbeddedServers;
import dev.migrate.maven.file.FailedRevisions;
import dev.migrate.maven.file.GivenSql;
import dev.migrate.maven.file.NewRevision;
import dev.migrate.maven.file.ReplacedRevision;
import dev.migrate.revision.Planner;
import dev.migrate.revision.RevisionGraph;
import dev.migrate.revision.RevisionInfo;
import dev.migrate.revision.Targets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** A goal that writes a revision on top of one that is there. */
abstract class ParentedMojo extends WritingMojo {

    /** What the new revision follows: head, label@head, an id, or base for a new beginning. */
    @Parameter(property = "migrate.head", defaultValue = "head")
    private String head;

    /** Allows it to branch from a revision that others follow already. */
    @Parameter(property = "migrate.splice", defaultValue = "false")
    private boolean splice;

    /** Revisions or labels of other branches that must be applied before it. */
    @Parameter(property = "migrate.dependsOn")
    private List<String> dependsOn = List.of();

    /**
     * Replaces the newest revision, which was just written and isn't applied. The new one keeps its id, what it follows, and,
     * unless others are given, its message, labels and dependencies.
     */
    @Parameter(property = "migrate.overwrite", defaultValue = "false")
    private boolean overwrite;

    /** SQL that upgrade runs, behind whatever else the revision does: a file, or the text itself. */
    @Parameter(property = "migrate.sql")
    private @Nullable String sql;

    /**
     * The SQL that was given.
     *
     * @throws dev.migrate.MigrateException if its file can't be read
     */
    protected final Optional<String> sql() {
        return Optional.ofNullable(sql).map(new GivenSql(baseDirectory(), encoding())::text);
    }

    /**
     * The revision that is about to be written.
     *
     * @param history what it is added to: without the revision that it replaces
     */
    protected record Place(ProjectHistory history, NewRevision revision, Optional<ReplacedRevision> replaced) {}

    /** Finds out where the new revision goes, before anything is compared. */
    protected final Place place(ProjectHistory history, String defaultMessage, EmbeddedServers servers) {
        Optional<ReplacedRevision> found = overwrite ? replaced(history.graph()) : Optional.empty();
        if (found.isEmpty()) {
            return new Place(history, newRevision(history.graph(), messageOr(defaultMessage)), Optional.empty());
        }
        ReplacedRevision replaced = found.get();
        databases(history, servers)
                .forEach(database -> database.requireUnapplied(history.graph(), replaced.revision(), this::progress));
        RevisionInfo old = replaced.revision();
        ProjectHistory rest = history(sources -> sources.without(replaced.file()));
        NewRevision revision = NewRevision.empty(old.id(), old.revises(), messageOr(old.message()))
                .dependsOn(old.dependsOn())
                .labels(branchLabels().isEmpty() ? old.labels() : branchLabels());
        List<String> given = Elements.of(dependsOn);
        return new Place(rest, given.isEmpty() ? revision : revision.dependsOn(rest.graph(), given), found);
    }

    /** Empty if the revision that was written last failed its trial: that one has left the history already. */
    private Optional<ReplacedRevision> replaced(RevisionGraph graph) {
        List<String> found = Planner.parents(graph, Targets.parse(head), true);
        if (found.size() != 1) {
            throw new MigrateException("No revision can be replaced: "
                    + (graph.size() == 0
                            ? "the history has none"
                            : head + " names " + (found.isEmpty() ? "none" : String.join(", ", found)))
                    + ". Leave out -Dmigrate.overwrite, or name one with -Dmigrate.head.");
        }
        RevisionInfo old = graph.get(found.get(0));
        List<String> followers = graph.successors(old.id());
        if (!followers.isEmpty()) {
            throw new MigrateException("Revision " + old.summary() + " can't be replaced: "
                    + followers.stream()
                            .map(graph::get)
                            .map(RevisionInfo::summary)
                            .collect(Collectors.joining(", "))
                    + (followers.size() == 1 ? " follows" : " follow")
                    + " it. Only a head can be. Leave out -Dmigrate.overwrite.");
        }
        Optional<Path> file = sources().file(old.className());
        Optional<Path> failed = file.flatMap(new FailedRevisions(home())::since);
        if (failed.isPresent()) {
            progress("Nothing is replaced: the revision that was written last failed its trial, and its file is "
                    + relative(failed.get()) + ".");
            return Optional.empty();
        }
        if (givenId().filter(id -> !id.equals(old.id())).isPresent()) {
            throw new MigrateException("Revision " + old.summary() + " keeps its id when it is replaced, but revId is '"
                    + givenId().orElseThrow() + "'. Leave out -Dmigrate.revId or -Dmigrate.overwrite.");
        }
        return Optional.of(ReplacedRevision.of(
                old,
                file.orElseThrow(() -> new MigrateException("Revision " + old.summary()
                        + " can't be replaced: its file, " + old.where() + ", is not among the Java sources of "
                        + project().getArtifactId() + ". Leave out -Dmigrate.overwrite.")),
                home()));
    }

    /** Writes the revision, with the SQL behind what it does. */
    protected final Path write(Place place, NewRevision revision, Optional<String> text) {
        Path written = write(
                place.history().graph(),
                text.map(given -> revision.doing(file ->
                                RevisionTemplate.ofSql(revision.content().apply(file), given)))
                        .orElse(revision),
                place.replaced());
        if (text.isPresent()) {
            progress(
                    "Its downgrade doesn't take the SQL back yet. Write there what does, or throw an exception if there"
                            + " is no way back.");
        }
        if (!hasEngine()) {
            getLog().warn("The project has no dependency " + ENGINE + ": its own build can't compile the migration."
                    + " mvn migrate:init prints what to add to the POM.");
        }
        return written;
    }

    /** The new revision, without a content. */
    private NewRevision newRevision(RevisionGraph graph, String message) {
        return NewRevision.empty(newId(graph), Planner.parents(graph, Targets.parse(head), splice), message)
                .dependsOn(graph, Elements.of(dependsOn))
                .labels(branchLabels());
    }
}
