package dev.migrate.maven.embedded;

import dev.migrate.autogen.scratch.ScratchDatabase;
import dev.migrate.autogen.scratch.ScratchServer;
import java.util.UUID;
import java.util.function.Function;
import javax.sql.DataSource;

/** Throw-away databases beside the others of a server, which they never touch. */
public final class ScratchDatabases implements ScratchServer {

    private final Databases databases;
    private final Function<String, DataSource> byName;

    /**
     * @param administrator connects to any of the server's databases, as a role that may create others
     * @param byName connects to the one of that name
     */
    public ScratchDatabases(DataSource administrator, Function<String, DataSource> byName) {
        this.databases = new Databases(administrator);
        this.byName = byName;
    }

    @Override
    public ScratchDatabase create() {
        String name = Databases.SCRATCH_PREFIX + UUID.randomUUID().toString().replace("-", "");
        databases.create(name);
        return new Scratch(databases, name, byName.apply(name));
    }

    private record Scratch(Databases databases, String name, DataSource dataSource) implements ScratchDatabase {

        @Override
        public void close() {
            databases.drop(name);
        }
    }
}
