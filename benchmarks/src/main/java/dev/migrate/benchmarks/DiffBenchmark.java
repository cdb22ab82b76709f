package dev.migrate.benchmarks;

import static dev.migrate.schema.Definitions.column;
import static dev.migrate.schema.Types.integer;

import dev.migrate.autogen.catalog.CatalogReader;
import dev.migrate.autogen.catalog.CatalogScope;
import dev.migrate.autogen.diff.DiffOptions;
import dev.migrate.autogen.diff.Difference;
import dev.migrate.autogen.diff.SchemaDiff;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Table;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Comparing a catalog with itself as it was read a second time, and with one in which every tenth table has a column
 * more. The first comparison of a new Java process is measured.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(5)
@Warmup(iterations = 0)
@Measurement(iterations = 1)
public class DiffBenchmark {

    /** The database. */
    @Param({"tables_1000", "tables_5000"})
    public String database = "";

    private Schema from = Schema.EMPTY;
    private Schema same = Schema.EMPTY;
    private Schema other = Schema.EMPTY;

    @Setup
    public void read() throws SQLException {
        from = catalog();
        same = catalog();
        List<Table> tables = new ArrayList<>();
        for (Table table : same.tables()) {
            tables.add(tables.size() % 10 == 0 ? table.columns(column("added", integer())) : table);
        }
        other = same.withTables(tables);
    }

    private Schema catalog() throws SQLException {
        try (var connection = BenchmarkServer.connect(database)) {
            return new CatalogReader().read(connection, CatalogScope.ofDefaultSchema());
        }
    }

    @Benchmark
    public Difference equal() {
        return SchemaDiff.diff(from, same, DiffOptions.ENTITIES);
    }

    @Benchmark
    public Difference everyTenthTableDiffers() {
        return SchemaDiff.diff(from, other, DiffOptions.ENTITIES);
    }
}
