package dev.migrate.benchmarks;

import dev.migrate.Migrate;
import dev.migrate.revision.loading.HistoryLoader;
import java.util.List;
import org.postgresql.ds.PGSimpleDataSource;

/** Applies the migration that inserts many rows. */
final class BulkUpgrade {

    private BulkUpgrade() {}

    /** {@code JDBC-URL ROWS} */
    public static void main(String[] args) {
        PGSimpleDataSource dataSource = new PGSimpleDataSource();
        dataSource.setUrl(args[0]);
        Migrate.configure()
                .dataSource(dataSource)
                .history(HistoryLoader.load(BulkUpgrade.class.getClassLoader(), List.of("dev.migrate.benchmarks.bulk")))
                .x("rows", args[1])
                .build()
                .upgrade("head");
    }
}
