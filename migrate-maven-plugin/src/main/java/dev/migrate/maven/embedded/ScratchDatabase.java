package dev.migrate.maven.embedded;

import java.util.UUID;
import java.util.function.Function;
import javax.sql.DataSource;

/** A database that is used once: the history is replayed on it, compared, and forgotten. */
public final class ScratchDatabase implements AutoCloseable {

    private final Databases databases;
    private final String name;
    private final DataSource dataSource;

    private ScratchDatabase(Databases databases, String name, DataSource dataSource) {
        this.databases = databases;
        this.name = name;
        this.dataSource = dataSource;
    }

    /**
     * Creates one beside the others of a server.
     *
     * @param administrator connects to any of them, as a role that may create databases
     * @param byName connects to the one of that name
     */
    public static ScratchDatabase create(DataSource administrator, Function<String, DataSource> byName) {
        Databases databases = new Databases(administrator);
        String name = Databases.SCRATCH_PREFIX + UUID.randomUUID().toString().replace("-", "");
        databases.create(name);
        return new ScratchDatabase(databases, name, byName.apply(name));
    }

    public String name() {
        return name;
    }

    public DataSource dataSource() {
        return dataSource;
    }

    /** Drops it, whoever is connected to it. */
    @Override
    public void close() {
        databases.drop(name);
    }
}
