package dev.migrate.benchmarks;

import dev.migrate.Migrate;
import org.postgresql.ds.PGSimpleDataSource;

/** Applies what is on the class path in {@code db.migrations}, as an application that migrates at its start does. */
final class Upgrade {

    private Upgrade() {}

    /** {@code JDBC-URL} */
    public static void main(String[] args) {
        PGSimpleDataSource dataSource = new PGSimpleDataSource();
        dataSource.setUrl(args[0]);
        Migrate.configure()
                .dataSource(dataSource)
                .packages("db.migrations")
                .build()
                .upgrade("head");
    }
}
