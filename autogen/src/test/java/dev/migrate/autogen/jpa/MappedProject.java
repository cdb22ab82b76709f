package dev.migrate.autogen.jpa;

import dev.migrate.autogen.testing.CompiledClasses;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

    /** Classes without a word about their mapping, and the projects whose files map them. */
    private static final Path VEHICLES = Path.of("src", "test", "vehicles");

    private static final Set<String> OF_VEHICLES = Set.of("hbm-xml", "hbm-xml-found", "hibernate-cfg-xml");

    /** Compiles it with a version of Hibernate. */
    static MappedProject build(String name, String version) throws IOException {
        Path project = PROJECTS.resolve(name);
        Path classes = Path.of("target", "projects", version, name);
        Map<String, String> sources = new TreeMap<>();
        take(project, sources, classes);
        if (OF_VEHICLES.contains(name)) {
            take(VEHICLES, sources, classes);
        }
        CompiledClasses.compile(sources, Models.jars(version), classes);
        return new MappedProject(classes, Files.readString(project.resolve("declared.txt")));
    }

    private static void take(Path project, Map<String, String> sources, Path classes) throws IOException {
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
    }

    private static List<Path> files(Path project) throws IOException {
        try (Stream<Path> files = Files.walk(project)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }
}
