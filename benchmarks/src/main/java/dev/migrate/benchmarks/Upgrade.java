package dev.migrate.benchmarks;

import dev.migrate.Migrate;
import dev.migrate.revision.loading.HistoryLoader;
import java.util.List;
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
                .history(HistoryLoader.load(Upgrade.class.getClassLoader(), List.of("db.migrations")))
                .build()
                .upgrade("head");
    }
}
