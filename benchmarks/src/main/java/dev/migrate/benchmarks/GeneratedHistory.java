package dev.migrate.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A made-up history on disk: sources, classes with the index that the annotation processor writes, the same in a jar,
 * and what the revisions do as plain SQL.
 *
 * <pre>
 * sources/db/migrations/*.java
 * classes/
 * history.jar
 * plain.sql     a transaction for each revision
 * </pre>
 */
final class GeneratedHistory {

    private final List<GeneratedRevision> revisions;

    private GeneratedHistory(List<GeneratedRevision> revisions) {
        this.revisions = List.copyOf(revisions);
    }

    /** Each revision follows the one before. */
    static GeneratedHistory linear(int count) {
        return new GeneratedHistory(IntStream.rangeClosed(1, count)
                .mapToObj(number -> new GeneratedRevision(number, number == 1 ? List.of() : List.of(number - 1)))
                .toList());
    }

    /**
     * The second to the fourth revision of each ten are one branch, the fifth to the seventh another, and the eighth
     * merges them.
     */
    static GeneratedHistory merging(int count) {
        return new GeneratedHistory(IntStream.rangeClosed(1, count)
                .mapToObj(number -> new GeneratedRevision(number, parentsAmongBranches(number)))
                .toList());
    }

    private static List<Integer> parentsAmongBranches(int number) {
        if (number == 1) {
            return List.of();
        }
        return switch (number % 10) {
            case 5 -> List.of(number - 4);
            case 8 -> List.of(number - 4, number - 1);
            default -> List.of(number - 1);
        };
    }

    void write(Path directory) throws IOException {
        Path sources = Files.createDirectories(directory.resolve("sources/db/migrations"));
        List<Path> files = new ArrayList<>();
        List<String> plain = new ArrayList<>();
        for (GeneratedRevision revision : revisions) {
            files.add(Files.writeString(sources.resolve(revision.className() + ".java"), revision.source()));
            plain.add("BEGIN;");
            if (!revision.sql().isEmpty()) {
                plain.add(revision.sql() + ";");
            }
            plain.add("COMMIT;");
        }
        Files.write(directory.resolve("plain.sql"), plain);
        Path classes = Compilation.compile(files, directory.resolve("classes"));
        Compilation.jar(classes, directory.resolve("history.jar"));
    }

    /** {@code DIRECTORY COUNT linear|merging} */
    public static void main(String[] args) throws IOException {
        int count = Integer.parseInt(args[1]);
        GeneratedHistory history = args[2].equals("linear") ? linear(count) : merging(count);
        history.write(Path.of(args[0]));
    }
}
