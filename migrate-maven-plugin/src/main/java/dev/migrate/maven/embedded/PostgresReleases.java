package dev.migrate.maven.embedded;

import dev.migrate.MigrateException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Properties;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Which release of each of PostgreSQL's majors is embedded. */
public final class PostgresReleases {

    private final int defaultMajor;
    private final SortedMap<Integer, String> versions;

    private PostgresReleases(int defaultMajor, SortedMap<Integer, String> versions) {
        this.defaultMajor = defaultMajor;
        this.versions = Collections.unmodifiableSortedMap(versions);
    }

    /** Those that this version of Migrate was built with. */
    public static PostgresReleases bundled() {
        Properties properties = new Properties();
        try (InputStream resource = PostgresReleases.class.getResourceAsStream("postgres.properties")) {
            properties.load(Objects.requireNonNull(resource, "postgres.properties"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        int defaultMajor = Integer.parseInt(String.valueOf(properties.remove("default")));
        SortedMap<Integer, String> versions = new TreeMap<>();
        properties.forEach((major, version) -> versions.put(Integer.valueOf(major.toString()), version.toString()));
        return new PostgresReleases(defaultMajor, versions);
    }

    /** The asked-for major, or the default. */
    public int majorOrDefault(OptionalInt major) {
        return major.orElse(defaultMajor);
    }

    /** The majors that can be embedded. */
    public Set<Integer> majors() {
        return versions.keySet();
    }

    /**
     * The release of a major: {@code 17.6.0}.
     *
     * @throws MigrateException if it cannot be embedded
     */
    public String version(int major) {
        String version = versions.get(major);
        if (version == null) {
            throw new MigrateException("PostgreSQL " + major + " can't be embedded. The majors that can are "
                    + versions.keySet().stream().map(String::valueOf).collect(Collectors.joining(", "))
                    + ": write embedded:" + defaultMajor + ", for instance, or give the URL of a server.");
        }
        return version;
    }
}
