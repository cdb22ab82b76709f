package dev.migrate.autogen.scratch;

import javax.sql.DataSource;

/** A database that goes away when it is closed. */
public interface ScratchDatabase extends AutoCloseable {

    /** Connects to it. */
    DataSource dataSource();

    /** Drops it, whoever is connected. */
    @Override
    void close();
}
