package dev.migrate.test;

import dev.migrate.MigrateException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The revision files of a commit, as Git has them.
 *
 * @param directory the module's, in which its tests run
 */
record ReleasedFiles(String commit, Path directory) {

    private static final List<String> SOURCES = List.of("src/main/java", "src/main/kotlin");

    /** What is wrong, a sentence each. */
    List<String> edited(List<String> packages) {
        List<String> failures = new ArrayList<>();
        List<String> folders = SOURCES.stream()
                .flatMap(root -> packages.stream().map(name -> root + "/" + name.replace('.', '/')))
                .toList();
        List<String> command = new ArrayList<>(List.of("ls-tree", "-r", "--name-only", "-z", commit, "--"));
        command.addAll(folders);
        for (String name : git(command).split("\0", -1)) {
            if (name.isEmpty()) {
                continue;
            }
            Path file = directory.resolve(name);
            if (!Files.exists(file)) {
                failures.add(name + " is part of " + commit + " and gone. Put it back: git checkout " + commit + " -- "
                        + name);
            } else if (!lines(git(List.of("show", commit + ":./" + name))).equals(lines(read(file)))) {
                failures.add(name + " was edited after " + commit + ". Put it back: git checkout " + commit + " -- "
                        + name + ", and write what is new as another revision: mvn migrate:revision");
            }
        }
        return failures;
    }

    /** Git may have written the files with other line ends. */
    private static List<String> lines(String text) {
        return text.lines().toList();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String git(List<String> arguments) {
        List<String> command =
                Stream.concat(Stream.of("git"), arguments.stream()).toList();
        try {
            Path errors = Files.createTempFile("git", ".txt");
            Process process = new ProcessBuilder(command)
                    .directory(directory.toFile())
                    .redirectError(errors.toFile())
                    .start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            int status = process.waitFor();
            String message = Files.readString(errors).strip();
            Files.delete(errors);
            if (status != 0) {
                throw new MigrateException(String.join(" ", command) + " fails: " + message
                        + ". Fetch the tag (git fetch --tags), or correct releasedTag().");
            }
            return output;
        } catch (IOException e) {
            throw new MigrateException("Git can't be run: " + e.getMessage() + ". releasedTag() needs it.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new MigrateException("Interrupted while Git ran", e);
        }
    }
}
