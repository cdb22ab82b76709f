package dev.migrate.maven.embedded;

import java.nio.file.Path;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.sql.DataSource;

/** The embedded servers that one command uses: one of each major, started when it is first asked for. */
public final class EmbeddedServers implements AutoCloseable {

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
     * The server of a major.
     *
     * @param major or empty for the default
     * @throws dev.migrate.MigrateException if it cannot be embedded or does not start
     */
    public EmbeddedServer get(OptionalInt major) {
        return open.computeIfAbsent(
                releases.majorOrDefault(major), number -> EmbeddedServer.open(home, number, archive));
    }

    /** The development databases that earlier commands have created, by major. Starts their servers. */
    public SortedMap<Integer, DataSource> existing() {
        SortedMap<Integer, DataSource> databases = new TreeMap<>();
        for (int major : releases.majors()) {
            if (EmbeddedServer.hasData(home, major)) {
                get(OptionalInt.of(major))
                        .existingDevelopmentDatabase()
                        .ifPresent(dataSource -> databases.put(major, dataSource));
            }
        }
        return databases;
    }

    /** Leaves them all. */
    @Override
    public void close() {
        open.values().forEach(EmbeddedServer::close);
        open.clear();
    }
}
