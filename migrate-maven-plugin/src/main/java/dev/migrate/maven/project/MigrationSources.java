package dev.migrate.maven.project;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The Java files of the migrations' packages and of the packages below them.
 *
 * @param roots the project's source folders
 * @param packages names such as {@code db.migrations}
 * @param excluded files that don't count
 */
public record MigrationSources(List<Path> roots, List<String> packages, Set<Path> excluded) {

    public MigrationSources {
        roots = List.copyOf(roots);
        packages = List.copyOf(packages);
        excluded = Set.copyOf(excluded);
    }

    public MigrationSources(List<Path> roots, List<String> packages) {
        this(roots, packages, Set.of());
    }

    /** The same without a file, as if it had been deleted. */
    public MigrationSources without(Path file) {
        return new MigrationSources(roots, packages, Set.of(file));
    }

    /** The files, sorted by path. */
    public List<Path> files() {
        return folders()
                .flatMap(MigrationSources::javaFiles)
                .filter(file -> !excluded.contains(file))
                .sorted()
                .toList();
    }

    /** The file of a class, if it is among them. */
    public Optional<Path> file(String className) {
        List<Path> files = files();
        return roots.stream()
                .map(root -> root.resolve(className.replace('.', '/') + ".java"))
                .filter(files::contains)
                .findFirst();
    }

    /** Where a package's files are kept: the folder that exists, or the one in the first source folder. */
    public Path folder(String packageName) {
        String relative = packageName.replace('.', '/');
        return roots.stream()
                .map(root -> root.resolve(relative))
                .filter(Files::isDirectory)
                .findFirst()
                .orElseGet(() -> roots.get(0).resolve(relative));
    }

    /** Changes whenever a file's name or content does, or one of {@code others}. */
    String fingerprint(List<Path> files, List<String> others) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String other : others) {
                digest.update(other.getBytes(StandardCharsets.UTF_8));
                digest.update((byte) 0);
            }
            for (Path file : files) {
                digest.update(file.toString().getBytes(StandardCharsets.UTF_8));
                digest.update((byte) 0);
                digest.update(Files.readAllBytes(file));
                digest.update((byte) 0);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Stream<Path> folders() {
        return roots.stream()
                .flatMap(root -> packages.stream().map(name -> root.resolve(name.replace('.', '/'))))
                .filter(Files::isDirectory)
                .distinct();
    }

    /** A folder or a file may be a link to one elsewhere, as it may for the compiler. */
    private static Stream<Path> javaFiles(Path folder) {
        try (Stream<Path> files = Files.walk(folder, FileVisitOption.FOLLOW_LINKS)) {
            return files
                    .filter(file -> file.toString().endsWith(".java"))
                    .filter(Files::isRegularFile)
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
