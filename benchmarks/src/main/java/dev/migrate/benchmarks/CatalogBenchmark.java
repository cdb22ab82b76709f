package dev.migrate.benchmarks;

import dev.migrate.autogen.catalog.CatalogReader;
import dev.migrate.autogen.catalog.CatalogScope;
import dev.migrate.schema.Schema;
import java.io.IOException;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Connecting to a database and reading its catalog, beside {@code pg_dump --schema-only}. Each fork begins with the
 * first read of a new Java process, which is what a build does, so a single read without warm-up is measured.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(5)
@Warmup(iterations = 0)
@Measurement(iterations = 1)
public class CatalogBenchmark {

    /** The database. */
    @Param({"tables_1000", "tables_5000"})
    public String database = "";

    @Benchmark
    public Schema read() throws SQLException {
        try (var connection = BenchmarkServer.connect(database)) {
            return new CatalogReader().read(connection, CatalogScope.ofDefaultSchema());
        }
    }

    @Benchmark
    public void pgDump() throws IOException, InterruptedException {
        Command.run("pg_dump", "--schema-only", database);
    }
}
