package dev.migrate.maven;

import dev.migrate.autogen.Autogenerate;
import dev.migrate.autogen.EntityClassLoader;
import dev.migrate.autogen.EntitySource;
import dev.migrate.autogen.diff.DiffOptions;
import dev.migrate.autogen.diff.Difference;
import dev.migrate.autogen.diff.ownership.KeptText;
import dev.migrate.autogen.diff.text.DetectedText;
import dev.migrate.autogen.diff.text.LeftAloneText;
import dev.migrate.autogen.hook.Hooks;
import dev.migrate.autogen.proof.RoundTrip;
import dev.migrate.command.Deviations;
import dev.migrate.command.ProjectHistory;
import dev.migrate.command.database.ChosenConnection;
import dev.migrate.command.parameter.Elements;
import dev.migrate.maven.embedded.EmbeddedServers;
import dev.migrate.maven.file.LeftAloneList;
import dev.migrate.maven.project.EntityBuild;
import dev.migrate.maven.project.ProjectClassPath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.inject.Inject;
import org.apache.maven.lifecycle.LifecycleExecutor;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;

/** A goal that may look at the entities, and compare them with a database. */
abstract class EntityMojo extends SchemaMojo {

    /** More objects that stay are counted. */
    private static final int PRINTED = 10;

    /** The packages with the entities, if not all are meant. */
    @Parameter(property = "migrate.entityPackages")
    private List<String> entityPackages = List.of();

    /** Dependencies that contain entities too, as groupId:artifactId; the modules of this build need not be named. */
    @Parameter(property = "migrate.entityDependencies")
    private List<String> entityDependencies = List.of();

    /** Settings of Hibernate that win over the application's. */
    @Parameter
    private Map<String, String> hibernate = new TreeMap<>();

    /**
     * Drops also what the entities do not declare and the migrations did not create, such as another application's tables
     * in the same schema. Without it they are listed and stay.
     */
    @Parameter(property = "migrate.dropUnknown", defaultValue = "false")
    private boolean dropUnknown;

    /**
     * Proposes also what follows only from Hibernate's defaults, such as varchar(255) where the entity gives no length and
     * the database has another one. Without it such columns are counted and stay as they are, unless a migration of this
     * history gave them what they have.
     */
    @Parameter(property = "migrate.hibernateDefaults", defaultValue = "false")
    private boolean hibernateDefaults;

    /**
     * Classes of the project that implement AutogenerateHook: what takes part in a comparison, what counts as equal, what
     * is written and how. Those that META-INF/services names need not be named here.
     */
    @Parameter(property = "migrate.hooks")
    private List<String> hooks = List.of();

    @Inject
    private LifecycleExecutor lifecycle;

    /** What differs, and where the database that was given is not where it seems to be. */
    protected record Comparison(Difference difference, Deviations deviations) {}

    /** What is done with a comparison. */
    @FunctionalInterface
    protected interface Comparing<T> {
        T with(Autogenerate autogenerate);
    }

    /** Compiles the entities unless the build around this goal has. */
    protected final void compileEntities() throws MojoExecutionException, MojoFailureException {
        new EntityBuild(lifecycle, session(), execution(), sources()).ensureCompiled(project());
    }

    /** What counts as a difference. */
    protected final DiffOptions compared(ProjectHistory history) {
        return DiffOptions.ENTITIES
                .dropUnknown(dropUnknown)
                .hibernateDefaults(hibernateDefaults)
                .hooks(Hooks.load(history.classLoader(), Elements.of(hooks)));
    }

    /** Compares the project's entities. */
    protected final <T> T comparing(
            ProjectHistory history, EmbeddedServers servers, DiffOptions options, Comparing<T> action) {
        ProjectClassPath classPath = classPath();
        try (EntityClassLoader entities = EntityClassLoader.of(classPath.all())) {
            EntitySource source = EntitySource.of(entities)
                    .persistenceUnit(persistenceUnit())
                    .roots(classPath.ofThisBuildAnd(Elements.of(entityDependencies)))
                    .packages(Elements.of(entityPackages))
                    .profiles(profiles())
                    .environment(System.getenv());
            for (Map.Entry<String, String> setting : hibernate.entrySet()) {
                source = source.setting(setting.getKey(), setting.getValue());
            }
            return action.with(new Autogenerate(
                    entities, source, dataSource -> quietly(history, dataSource), scratch(servers), scope(), options));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * What differs between the entities and the database that was given, or, without one, the history. If something does,
     * with what counts as applied there and has never run: it is among the differences, and one revision more doesn't mend
     * that.
     */
    protected final Comparison difference(ProjectHistory history, Autogenerate autogenerate, EmbeddedServers servers) {
        Optional<ChosenConnection> connection = connection().choose();
        if (connection.isEmpty()) {
            return new Comparison(autogenerate.compareWithHistory(), Deviations.UNASKED);
        }
        Difference difference = autogenerate.compareWith(dataSource(connection.get(), servers));
        return new Comparison(
                difference,
                difference.isEmpty()
                        ? Deviations.UNASKED
                        : Deviations.ofNeverRun(
                                migrate(history, servers).quiet().build().status()));
    }

    /**
     * What stays, in sentences: one each, or, where there is much, how much there is of each kind, and the file that
     * lists it.
     */
    protected final List<String> leftAlone(Difference difference) {
        List<String> unknown = difference.leftAlone();
        List<String> undeclarable = difference.undeclarable();
        List<String> listed = new ArrayList<>(KeptText.lines(difference.kept()));
        List<String> sentences = new ArrayList<>();
        String toDrop = ": -Dmigrate.dropUnknown";
        if (unknown.size() > PRINTED) {
            listed.addAll(unknown);
            sentences.add("Left alone, as this history did not create them: " + LeftAloneText.counted(unknown)
                    + ". To drop them" + toDrop);
        } else {
            unknown.forEach(one ->
                    sentences.add("Left alone, as this history did not create it: " + one + ". To drop it" + toDrop));
        }
        if (undeclarable.size() > PRINTED) {
            listed.addAll(undeclarable);
            sentences.add("Left alone, as entities cannot declare them: " + LeftAloneText.counted(undeclarable));
        } else {
            undeclarable.forEach(one -> sentences.add("Left alone, as entities cannot declare it: " + one));
        }
        KeptText.summary(difference.kept()).ifPresent(sentences::add);
        if (!listed.isEmpty()) {
            Path list = new LeftAloneList(home()).write(listed);
            sentences.add("What is left alone is listed in " + baseDirectory().relativize(list.toAbsolutePath()));
        }
        return sentences;
    }

    /** Tries migrations on a scratch database, and compares where they lead with the entities. */
    protected final RoundTrip roundTrip(ProjectHistory history, EmbeddedServers servers, Autogenerate autogenerate) {
        return new RoundTrip(
                scratch(servers),
                dataSource -> quietly(history, dataSource),
                database -> DetectedText.of(autogenerate.driftOf(database).operations()));
    }
}
