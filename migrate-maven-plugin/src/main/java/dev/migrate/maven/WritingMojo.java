package dev.migrate.maven;

import dev.migrate.MigrateException;
import dev.migrate.command.parameter.Choice;
import dev.migrate.command.parameter.Elements;
import dev.migrate.maven.file.NewRevision;
import dev.migrate.maven.file.PostWrite;
import dev.migrate.maven.file.ReplacedRevision;
import dev.migrate.maven.file.RevisionFolder;
import dev.migrate.maven.parameter.RevisionIdStyle;
import dev.migrate.maven.project.OneWriter;
import dev.migrate.revision.RevisionGraph;
import dev.migrate.revision.naming.FileTemplate;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** A goal that writes a new revision. */
abstract class WritingMojo extends EntityMojo {

    /** The artifact that migrations are compiled against. */
    protected static final String ENGINE = "migrate-engine";

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_.]{1,64}");

    /** What changes, in a sentence; the file is named after it. */
    @Parameter(property = "migrate.message")
    private @Nullable String message;

    /** The new revision's id, instead of one in the style of revisionIdStyle. */
    @Parameter(property = "migrate.revId")
    private @Nullable String revId;

    /** A label for the branch that begins with the new revision; several are comma-separated. */
    @Parameter(property = "migrate.branchLabel")
    private List<String> branchLabel = List.of();

    /** hex (twelve random digits), timestamp (20241209_100000_002) or sequence (0001). */
    @Parameter(property = "migrate.revisionIdStyle", defaultValue = "hex")
    private String revisionIdStyle;

    /** How many digits a sequence has, at least. */
    @Parameter(property = "migrate.revisionIdWidth", defaultValue = "4")
    private int revisionIdWidth;

    /** How files are named: {rev} {slug} {Slug} {year} {month} {day} {hour} {minute} {second} {epoch}. */
    @Parameter(property = "migrate.fileTemplate", defaultValue = FileTemplate.DEFAULT)
    private String fileTemplate;

    /** The zone of the times in ids and file names. */
    @Parameter(property = "migrate.timezone", defaultValue = "UTC")
    private String timezone;

    /** Commands for the shell that are run on each written file: {file} in them, or else their last argument. */
    @Parameter(property = "migrate.postWrite")
    private List<String> postWrite = List.of();

    /** The id that was given for the new revision. */
    protected final Optional<String> givenId() {
        return Optional.ofNullable(revId);
    }

    /** What was given as the message, or else this one. */
    protected final String messageOr(String other) {
        return Optional.ofNullable(message).orElse(other);
    }

    protected final List<String> branchLabels() {
        return Elements.of(branchLabel);
    }

    /**
     * The id of the next revision.
     *
     * @throws MigrateException if the given one is malformed or taken
     */
    protected final String newId(RevisionGraph graph) {
        if (revId == null) {
            return Choice.of("revisionIdStyle", revisionIdStyle, RevisionIdStyle.values())
                    .ids(clock(), revisionIdWidth)
                    .next(graph);
        }
        if (!ID.matcher(revId).matches()) {
            throw new MigrateException(
                    "revId is '" + revId + "'. Expected 1 to 64 letters, digits, underscores and dots.");
        }
        if (graph.contains(revId)) {
            throw new MigrateException("Revision " + revId + " exists already: "
                    + graph.get(revId).where() + ". Give another -Dmigrate.revId.");
        }
        return revId;
    }

    /**
     * Writes the file, runs the commands on it, and says where it is.
     *
     * @throws MigrateException if the history could not be read with it, or several modules would get one: then nothing is
     *     written
     */
    protected final Path write(RevisionGraph graph, NewRevision revision) {
        return write(graph, revision, Optional.empty());
    }

    /**
     * As {@link #write(RevisionGraph, NewRevision)}, in place of another file.
     *
     * @param graph the history without the replaced revision
     */
    protected final Path write(RevisionGraph graph, NewRevision revision, Optional<ReplacedRevision> replaced) {
        revision.requireFitting(graph);
        if (execution().getLifecyclePhase() == null) {
            new OneWriter(
                            project(),
                            reactor().besides(project()),
                            execution().getMojoDescriptor(),
                            module -> classPathOf(module).migrations(packages()).sources())
                    .require();
        }
        String packageName = packages().get(0);
        RevisionFolder folder = new RevisionFolder(
                sources().folder(packageName), packageName, FileTemplate.parse(fileTemplate), encoding());
        ZonedDateTime now = ZonedDateTime.now(clock());
        Path file = replaced.isPresent()
                ? replaced.get().by(() -> folder.write(revision, now))
                : folder.write(revision, now);
        replaced.ifPresent(
                old -> progress("Replaced " + relative(old.file()) + ", which is kept as " + relative(old.kept())));
        new PostWrite(baseDirectory()).run(Elements.of(postWrite), file);
        progress("Wrote " + relative(file));
        return file;
    }

    /** A file as messages name it. */
    protected final Path relative(Path file) {
        return baseDirectory().relativize(file.toAbsolutePath());
    }

    /** Whether the project's own build can compile migrations. */
    protected final boolean hasEngine() {
        return classPath()
                .has(execution().getMojoDescriptor().getPluginDescriptor().getGroupId() + ":" + ENGINE);
    }

    /** Its seconds are whole: nobody writes a revision's time more exactly. */
    private Clock clock() {
        try {
            return Clock.tickSeconds(ZoneId.of(timezone));
        } catch (DateTimeException e) {
            throw new MigrateException(
                    "timezone is '" + timezone + "'. Expected a zone such as UTC, Europe/Berlin or +02:00.", e);
        }
    }
}
