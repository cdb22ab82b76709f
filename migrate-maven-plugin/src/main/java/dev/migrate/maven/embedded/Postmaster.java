package dev.migrate.maven.embedded;

import java.util.Locale;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A server's process.
 *
 * @param pid the operating system's number for it
 * @param port where it listens on the loopback address
 */
record Postmaster(long pid, int port) {

    static final String SUPERUSER = "postgres";
    static final String MAINTENANCE_DATABASE = "postgres";

    /** Whether the process exists and is PostgreSQL: after a restart its number may be another program's. */
    boolean isAlive() {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .filter(process -> process.info()
                        .command()
                        .map(command -> command.toLowerCase(Locale.ROOT).contains("postgres"))
                        .orElse(true))
                .isPresent();
    }

    DataSource dataSource(String database) {
        PGSimpleDataSource dataSource = new PGSimpleDataSource();
        dataSource.setServerNames(new String[] {"localhost"});
        dataSource.setPortNumbers(new int[] {port});
        dataSource.setDatabaseName(database);
        dataSource.setUser(SUPERUSER);
        dataSource.setApplicationName("migrate");
        return dataSource;
    }
}
