package dev.migrate.maven.embedded;

import java.nio.file.Path;

/** The binaries that the build has copied. */
final class TestArchive implements PostgresArchive {

    static Path directory() {
        return Path.of(System.getProperty("migrate.test.postgres.binaries", "target/postgres-binaries"));
    }

    @Override
    public Path jar(int major) {
        return directory().resolve(major + ".jar");
    }
}
