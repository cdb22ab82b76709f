package dev.migrate.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A made-up application's entities on disk, with what Hibernate has to offer in the proportions of a real one: the same
 * ones whenever they are written. The SQL that creates their schema is Hibernate's own: {@link SchemaScript}.
 *
 * <pre>
 * sources/bench/entities/*.java
 * sources/bench/values/*.java
 * classes/
 * others.sql    what the database has beside the entities
 * </pre>
 */
final class GeneratedModel {

    private static final String STATUS = """
            package bench.values;

            public enum Status {
                NEW,
                PAID,
                SHIPPED,
                CANCELLED
            }
            """;

    private final List<ModelTable> tables;

    GeneratedModel(int count) {
        tables = IntStream.rangeClosed(1, count)
                .mapToObj(number -> new ModelTable(number, count))
                .toList();
    }

    void write(Path directory) throws IOException {
        Path entities = Files.createDirectories(directory.resolve("sources/bench/entities"));
        Path values = Files.createDirectories(directory.resolve("sources/bench/values"));
        List<Path> files = new ArrayList<>(write(values, Map.of("Status", STATUS)));
        for (ModelTable table : tables) {
            files.addAll(write(entities, table.sources()));
            files.addAll(write(values, table.enums()));
        }
        Files.writeString(
                directory.resolve("others.sql"),
                tables.stream().map(ModelTable::othersSql).collect(Collectors.joining()));
        Compilation.compile(files, directory.resolve("classes"));
    }

    private static List<Path> write(Path folder, Map<String, String> sources) throws IOException {
        List<Path> files = new ArrayList<>();
        for (Map.Entry<String, String> source : sources.entrySet()) {
            files.add(Files.writeString(folder.resolve(source.getKey() + ".java"), source.getValue()));
        }
        return files;
    }

    /** {@code DIRECTORY COUNT} */
    public static void main(String[] args) throws IOException {
        new GeneratedModel(Integer.parseInt(args[1])).write(Path.of(args[0]));
    }
}
