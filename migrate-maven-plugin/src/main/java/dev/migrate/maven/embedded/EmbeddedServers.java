package dev.migrate.maven.embedded;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;

/** The embedded servers that one command uses: one of each major, started when it is first asked for. */
public final class EmbeddedServers implements AutoCloseable {

    /** Of Maven 3 and of Maven 4, which warns of the first if the second is missing. */
    private static final List<String> LOGGER_SETTINGS = List.of("org.slf4j.simpleLogger.log.", "maven.logger.log.");

    private final Path home;
    private final PostgresReleases releases;
    private final PostgresArchive archive;
    private final SortedMap<Integer, EmbeddedServer> open = new TreeMap<>();

    /** @param home the folder for the servers' data: {@code target/migrate} */
    public EmbeddedServers(Path home, PostgresReleases releases, PostgresArchive archive) {
        this.home = home;
        this.releases = releases;
        this.archive = archive;
    }

    /**
     * Keeps the library that starts the servers from telling each step: Maven's logger for it begins at warnings, unless
     * somebody has asked for more.
     */
    public static void quietly() {
        for (String prefix : LOGGER_SETTINGS) {
            String level = prefix + "io.zonky.test";
            if (System.getProperty(level) == null) {
                System.setProperty(level, "warn");
            }
        }
    }

    /**
     * The server of a major.
     *
     * @param major or empty for the default
     * @throws dev.migrate.MigrateException if it cannot be embedded or does not start
     */
    public EmbeddedServer get(OptionalInt major) {
        return open.computeIfAbsent(
                releases.majorOrDefault(major), number -> EmbeddedServer.open(home, number, archive));
    }

    /** Leaves them all. */
    @Override
    public void close() {
        open.values().forEach(EmbeddedServer::close);
        open.clear();
    }
}
