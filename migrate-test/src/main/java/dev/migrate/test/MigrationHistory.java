package dev.migrate.test;

import dev.migrate.Migrate;
import dev.migrate.MigrateException;
import dev.migrate.autogen.Autogenerate;
import dev.migrate.autogen.EntityClassLoader;
import dev.migrate.autogen.EntitySource;
import dev.migrate.autogen.catalog.CatalogScope;
import dev.migrate.autogen.diff.DiffOptions;
import dev.migrate.autogen.diff.text.DetectedText;
import dev.migrate.autogen.proof.RoundTrip;
import dev.migrate.revision.RevisionInfo;
import dev.migrate.runtime.RunSettings;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assumptions;
import org.postgresql.ds.PGSimpleDataSource;

/** The history that {@link StandardMigrationTests} try, as their methods take it. */
public final class MigrationHistory {

    private static final String HIBERNATE = "org.hibernate.boot.MetadataSources";

    private final Class<?> testClass;
    private final HistorySettings settings;
    private final ServerChoice server;

    MigrationHistory(Class<?> testClass, HistorySettings settings, ServerChoice server) {
        this.testClass = testClass;
        this.settings = settings;
        this.server = server;
    }

    /**
     * Asks for one head.
     *
     * @throws AssertionError if there are several
     * @throws MigrateException if there are no migrations, or the history has errors
     */
    public void requireOneHead() {
        List<RevisionInfo> heads = migrate().heads();
        if (heads.size() > 1) {
            throw new AssertionError("The history has " + heads.size() + " heads: "
                    + heads.stream().map(RevisionInfo::summary).collect(Collectors.joining(", "))
                    + ". Merge them with mvn migrate:merge.");
        }
    }

    /**
     * Tries each revision up, down and up again.
     *
     * @throws AssertionError if a schema dump isn't what it should be
     */
    public void requireRoundTrips() {
        migrate();
        List<String> failures = new RoundTrip(TestServer.of(server), settings::on, database -> List.of())
                .ofHistory()
                .failures();
        if (!failures.isEmpty()) {
            throw new AssertionError(String.join("\n", failures));
        }
    }

    /**
     * Compares the entities with the schema at head.
     *
     * @throws AssertionError if they differ, with each difference
     */
    public void requireEntitiesMatch() {
        Assumptions.assumeTrue(
                isPresent(HIBERNATE), "Hibernate isn't on the class path: there are no entities to compare");
        Path ownClasses = location(testClass);
        boolean ownMigrations = migrate().history().stream()
                .anyMatch(revision -> location(load(revision.className())).equals(ownClasses));
        Set<Path> classPath = new LinkedHashSet<>();
        for (String entry : System.getProperty("java.class.path", "").split(File.pathSeparator, -1)) {
            Path path = Path.of(entry).toAbsolutePath().normalize();
            if (!entry.isEmpty() && Files.exists(path) && (ownMigrations || !path.equals(ownClasses))) {
                classPath.add(path);
            }
        }
        Template template = Template.of(server, settings, Template.HEAD, Seeds.NONE);
        try (EntityClassLoader entities = EntityClassLoader.of(new ArrayList<>(classPath));
                TestDatabase database = template.newDatabase()) {
            EntitySource source = EntitySource.of(entities)
                    .roots(classPath.stream().filter(Files::isDirectory).toList())
                    .environment(System.getenv());
            String versionTable = settings.versionTable().orElse(RunSettings.DEFAULT_VERSION_TABLE);
            List<String> changes = DetectedText.of(new Autogenerate(
                            entities,
                            source,
                            settings::on,
                            template.server(),
                            CatalogScope.ofDefaultSchema()
                                    .bookkeeping(versionTable, RunSettings.journalTable(versionTable)),
                            DiffOptions.ENTITIES)
                    .driftOf(database.dataSource())
                    .operations());
            if (!changes.isEmpty()) {
                throw new AssertionError("The entities and the schema differ:\n  - " + String.join("\n  - ", changes)
                        + "\nWrite the migration with mvn migrate:autogenerate, or correct the entities.");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Compares released revisions with what they were.
     *
     * @param tag a commit of Git, if it has the revisions
     * @param digests a file, if it has their digests
     * @throws AssertionError if one was edited or is gone
     * @throws MigrateException if the tag doesn't exist, or the file doesn't
     */
    public void requireReleasedUnchanged(Optional<String> tag, Optional<Path> digests) {
        Assumptions.assumeTrue(
                tag.isPresent() || digests.isPresent(),
                "Nothing says which revisions were released: override releasedTag() or releasedDigests()");
        List<String> failures = new ArrayList<>();
        tag.ifPresent(name -> failures.addAll(
                new ReleasedFiles(name, Path.of("").toAbsolutePath()).edited(settings.packagesOrDefault())));
        digests.ifPresent(file -> failures.addAll(new ReleasedDigests(file).edited(migrate())));
        if (!failures.isEmpty()) {
            throw new AssertionError(String.join("\n", failures));
        }
    }

    private Migrate migrate() {
        return settings.on(new PGSimpleDataSource());
    }

    private static boolean isPresent(String className) {
        try {
            Class.forName(className, false, Thread.currentThread().getContextClassLoader());
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }

    private static Class<?> load(String className) {
        try {
            return Class.forName(className, false, Thread.currentThread().getContextClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Path location(Class<?> type) {
        URI location;
        try {
            location = type.getProtectionDomain().getCodeSource().getLocation().toURI();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
        return Path.of(location).toAbsolutePath().normalize();
    }
}
