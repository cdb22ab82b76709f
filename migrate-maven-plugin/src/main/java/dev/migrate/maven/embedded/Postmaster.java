package dev.migrate.maven.embedded;

import dev.migrate.command.database.Secret;
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

    /** By number: somebody else's server may listen on another address that localhost has. */
    static final String HOST = "127.0.0.1";

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

    DataSource dataSource(String database, Secret password) {
        PGSimpleDataSource dataSource = new PGSimpleDataSource();
        dataSource.setServerNames(new String[] {HOST});
        dataSource.setPortNumbers(new int[] {port});
        dataSource.setDatabaseName(database);
        dataSource.setUser(SUPERUSER);
        dataSource.setPassword(password.reveal());
        dataSource.setApplicationName("migrate");
        return dataSource;
    }
}
