package dev.migrate.benchmarks;

import dev.migrate.revision.Plan;
import dev.migrate.revision.Planner;
import dev.migrate.revision.RevisionGraph;
import dev.migrate.revision.Target;
import dev.migrate.revision.loading.HistoryLoader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * From the index of a history to the plan that applies all of it to an empty database, beside {@code cat} reading the
 * sources. The system property {@code history} names the directory that {@link GeneratedHistory} wrote.
 */
@State(Scope.Benchmark)
@BenchmarkMode({Mode.SingleShotTime, Mode.AverageTime})
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class GraphBenchmark {

    private final Path history = Path.of(System.getProperty("history", "target/history-10000"));

    @Benchmark
    public Plan fromDirectory() {
        return plan(history.resolve("classes"));
    }

    @Benchmark
    public Plan fromJar() {
        return plan(history.resolve("history.jar"));
    }

    @Benchmark
    public void catSources() throws IOException, InterruptedException {
        Command.run("sh", "-c", "cd " + history.resolve("sources/db/migrations") + " && cat *.java");
    }

    private static Plan plan(Path root) {
        RevisionGraph graph = HistoryLoader.load(List.of(root), List.of("db.migrations"));
        return Planner.upgrade(graph, Set.of(), new Target.Heads());
    }
}
