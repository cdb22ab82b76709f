package dev.migrate.benchmarks;

import dev.migrate.Migrate;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Applying the history of the class path's {@code db.migrations} to an empty database, connecting included, beside psql
 * running the script of the same upgrade. The first upgrade of a new Java process is measured, without the start of Java
 * itself.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(5)
@Warmup(iterations = 0)
@Measurement(iterations = 1)
public class ApplyBenchmark {

    private static final String DATABASE = "runner";

    /** The file with what {@code migrate:upgrade -Dmigrate.sql} writes. */
    @Param("script.sql")
    public String script = "";

    @Setup(Level.Iteration)
    public void emptyDatabase() throws IOException, InterruptedException {
        Command.run("dropdb", "--if-exists", "--force", DATABASE);
        Command.run("createdb", DATABASE);
    }

    @Benchmark
    public void upgrade() {
        PGSimpleDataSource dataSource = new PGSimpleDataSource();
        dataSource.setUrl(BenchmarkServer.url(DATABASE));
        Migrate.configure()
                .dataSource(dataSource)
                .packages("db.migrations")
                .build()
                .upgrade("head");
    }

    @Benchmark
    public void psqlScript() throws IOException, InterruptedException {
        Command.run("psql", "-qX", "-v", "ON_ERROR_STOP=1", "-d", DATABASE, "-f", script);
    }
}
