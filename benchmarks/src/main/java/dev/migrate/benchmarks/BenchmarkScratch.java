package dev.migrate.benchmarks;

import dev.migrate.autogen.scratch.ScratchDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** A scratch database on the benchmarks' own server. */
record BenchmarkScratch(String name) implements ScratchDatabase {

    /** A new one. */
    static ScratchDatabase create() {
        String name = "scratch_" + ProcessHandle.current().pid();
        run("createdb", name);
        return new BenchmarkScratch(name);
    }

    @Override
    public DataSource dataSource() {
        PGSimpleDataSource dataSource = new PGSimpleDataSource();
        dataSource.setUrl(BenchmarkServer.url(name));
        return dataSource;
    }

    @Override
    public void close() {
        run("dropdb", "--force", name);
    }

    private static void run(String... command) {
        try {
            Command.run(command);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(String.join(" ", command) + " was interrupted", e);
        }
    }
}
