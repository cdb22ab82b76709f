package dev.migrate.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A made-up schema on disk, twice: as the SQL that creates it and as compiled entities that map it. Comparing the two
 * finds no difference.
 *
 * <pre>
 * sources/bench/entities/*.java
 * classes/
 * tables.sql
 * </pre>
 */
final class GeneratedTables {

    private final List<GeneratedTable> tables;

    GeneratedTables(int count) {
        tables = IntStream.rangeClosed(1, count).mapToObj(GeneratedTable::new).toList();
    }

    /** The SQL that creates them all. */
    String sql() {
        StringBuilder sql = new StringBuilder();
        tables.forEach(table -> sql.append(table.createSql()));
        tables.forEach(table -> sql.append(table.foreignKeySql()));
        return sql.toString();
    }

    void write(Path directory) throws IOException {
        Path sources = Files.createDirectories(directory.resolve("sources/bench/entities"));
        List<Path> files = new ArrayList<>();
        for (GeneratedTable table : tables) {
            files.add(Files.writeString(sources.resolve(table.entity() + ".java"), table.source()));
        }
        Files.writeString(directory.resolve("tables.sql"), sql());
        Compilation.compile(files, directory.resolve("classes"));
    }

    /** {@code DIRECTORY COUNT} */
    public static void main(String[] args) throws IOException {
        new GeneratedTables(Integer.parseInt(args[1])).write(Path.of(args[0]));
    }
}
