package dev.migrate.spring;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The properties {@code migrate.*} of an application.
 *
 * @param enabled whether the starter does anything at all
 * @param mode what happens to the database at start-up; by default the database is upgraded where it is a development
 *     database (embedded, Testcontainers, or with devtools on the class path), and has to be current otherwise
 * @param packages the packages of the migrations, subpackages included
 * @param versionTable the name of the version table; migrate_version by default
 * @param versionSchema the schema of the version table and the journal; created when missing
 * @param lockWait how long to wait for another instance that is migrating; 10 minutes by default
 * @param lockTimeout how long a statement may wait for a lock; 5 seconds by default
 * @param onlineFrom rows of a table from which its revision runs online; 100,000 by default, 0 always
 * @param url the JDBC URL for migrations, if it isn't the application's
 * @param user the role that migrates, if it isn't the application's
 * @param password the password of that role
 * @param histories several histories, each for a DataSource of its own, by name
 */
@ConfigurationProperties(prefix = "migrate", ignoreUnknownFields = false)
public record MigrateProperties(
        @DefaultValue("true") boolean enabled,
        @Nullable StartMode mode,
        @DefaultValue("db.migrations") List<String> packages,
        @Nullable String versionTable,
        @Nullable String versionSchema,
        @Nullable Duration lockWait,
        @Nullable Duration lockTimeout,
        @Nullable Long onlineFrom,
        @Nullable String url,
        @Nullable String user,
        @Nullable String password,
        @DefaultValue Map<String, History> histories) {

    /** The name of the only history of an application that names none. */
    static final String ONLY_HISTORY = "default";

    public MigrateProperties {
        packages = List.copyOf(packages);
        histories = Map.copyOf(histories);
    }

    /** The histories that these properties describe, by name: one of the name "default" unless they name some. */
    Map<String, History> byName() {
        return histories.isEmpty()
                ? Map.of(
                        ONLY_HISTORY,
                        new History(
                                null,
                                mode,
                                packages,
                                versionTable,
                                versionSchema,
                                lockWait,
                                lockTimeout,
                                onlineFrom,
                                url,
                                user,
                                password))
                : histories;
    }

    /**
     * One history among several, and its database.
     *
     * @param dataSource the name of the DataSource bean
     * @param mode what happens to the database at start-up
     * @param packages the packages of the migrations, subpackages included
     * @param versionTable the name of the version table; migrate_version by default
     * @param versionSchema the schema of the version table and the journal; created when missing
     * @param lockWait how long to wait for another instance that is migrating; 10 minutes by default
     * @param lockTimeout how long a statement may wait for a lock; 5 seconds by default
     * @param onlineFrom rows of a table from which its revision runs online; 100,000 by default, 0 always
     * @param url the JDBC URL for migrations, if it isn't the DataSource's
     * @param user the role that migrates, if it isn't the DataSource's
     * @param password the password of that role
     */
    public record History(
            @Nullable String dataSource,
            @Nullable StartMode mode,
            @DefaultValue("db.migrations") List<String> packages,
            @Nullable String versionTable,
            @Nullable String versionSchema,
            @Nullable Duration lockWait,
            @Nullable Duration lockTimeout,
            @Nullable Long onlineFrom,
            @Nullable String url,
            @Nullable String user,
            @Nullable String password) {

        public History {
            packages = List.copyOf(packages);
        }
    }
}
