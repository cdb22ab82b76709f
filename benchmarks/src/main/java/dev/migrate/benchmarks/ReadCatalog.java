package dev.migrate.benchmarks;

import dev.migrate.autogen.catalog.CatalogReader;
import dev.migrate.autogen.catalog.CatalogScope;
import dev.migrate.schema.Schema;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;

/** Connects to a database and reads its catalog, first thing in a new Java process. */
final class ReadCatalog {

    private ReadCatalog() {}

    /** {@code DATABASE}; prints the milliseconds that it took, without the start of Java itself. */
    public static void main(String[] args) throws SQLException {
        long start = System.nanoTime();
        try (var connection = BenchmarkServer.connect(args[0])) {
            Schema schema = new CatalogReader().read(connection, CatalogScope.ofDefaultSchema());
            if (schema.tables().isEmpty()) {
                throw new IllegalStateException("Expected tables in " + args[0] + ", found none");
            }
        }
        System.out.println(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start));
    }
}
