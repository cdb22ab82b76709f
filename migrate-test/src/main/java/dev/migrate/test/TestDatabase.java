package dev.migrate.test;

import dev.migrate.autogen.scratch.ScratchDatabase;
import javax.sql.DataSource;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.postgresql.ds.PGSimpleDataSource;

/** A database that is dropped when it is closed. */
@SuppressWarnings("deprecation") // JUnit before 5.13 closes nothing else.
final class TestDatabase implements ScratchDatabase, ExtensionContext.Store.CloseableResource {

    private final TestServer server;
    private final String name;
    private final PGSimpleDataSource dataSource;

    TestDatabase(TestServer server, String name) {
        this.server = server;
        this.name = name;
        this.dataSource = server.database(name);
    }

    String name() {
        return name;
    }

    @Override
    public DataSource dataSource() {
        return dataSource;
    }

    JdbcUrl url() {
        return new JdbcUrl(dataSource.getURL(), String.valueOf(dataSource.getUser()), dataSource.getPassword());
    }

    @Override
    public void close() {
        server.drop(name);
    }
}
