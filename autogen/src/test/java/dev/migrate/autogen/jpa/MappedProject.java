package dev.migrate.autogen.jpa;

import dev.migrate.autogen.testing.CompiledClasses;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * An application under {@code src/test/projects}: its sources, the files that map them, and what they declare.
 *
 * @param classes its classes and resources
 * @param declared what {@code declared.txt} says of the version that the tests are compiled with
 */
record MappedProject(Path classes, String declared) {

    static final Path PROJECTS = Path.of("src", "test", "projects");

    /** Compiles it with a version of Hibernate. */
    static MappedProject build(String name, String version) throws IOException {
        Path project = PROJECTS.resolve(name);
        Path classes = Path.of("target", "projects", version, name);
        Map<String, String> sources = new TreeMap<>();
        for (Path file : files(project)) {
            String path = project.relativize(file).toString();
            if (path.endsWith(".java")) {
                String withoutSuffix = path.substring(0, path.length() - ".java".length());
                sources.put(withoutSuffix.replace(file.getFileSystem().getSeparator(), "."), Files.readString(file));
            } else {
                Path copy = classes.resolve(path);
                Files.createDirectories(copy.getParent());
                Files.writeString(copy, Files.readString(file));
            }
        }
        CompiledClasses.compile(sources, Models.jars(version), classes);
        return new MappedProject(classes, Files.readString(project.resolve("declared.txt")));
    }

    private static List<Path> files(Path project) throws IOException {
        try (Stream<Path> files = Files.walk(project)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }
}
