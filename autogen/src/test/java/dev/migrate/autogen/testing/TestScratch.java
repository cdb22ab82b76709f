package dev.migrate.autogen.testing;

import dev.migrate.autogen.scratch.ScratchDatabase;
import dev.migrate.testing.PostgresServer;
import dev.migrate.testing.TestDatabase;
import javax.sql.DataSource;

/** A new database of a test's server as a scratch database, dropped when it is closed. */
public record TestScratch(TestDatabase database) implements ScratchDatabase {

    /** One of this server. */
    public static ScratchDatabase on(PostgresServer server) {
        return new TestScratch(server.newDatabase());
    }

    @Override
    public DataSource dataSource() {
        return database.dataSource();
    }

    @Override
    public void close() {
        database.close();
    }
}
