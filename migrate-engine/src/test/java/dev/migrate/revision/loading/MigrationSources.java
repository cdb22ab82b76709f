package dev.migrate.revision.loading;

import dev.migrate.revision.processor.RevisionProcessor;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Compiles migrations as a build does, and packs them. */
public final class MigrationSources {

    private final Path output;
    private final Map<String, String> sources = new TreeMap<>();
    private final List<String> options = new ArrayList<>();

    /** @param output the directory of the class files */
    public MigrationSources(Path output) {
        this.output = output;
    }

    /** Adds a migration of the package db.migrations: the values of its annotation as they are written. */
    public MigrationSources migration(String className, String annotation) {
        return source("db.migrations." + className, """
                package db.migrations;

                import dev.migrate.Migration;
                import dev.migrate.Operations;
                import dev.migrate.Revision;

                @Revision(%s)
                public class %s implements Migration {
                    @Override
                    public void upgrade(Operations op) {}

                    @Override
                    public void downgrade(Operations op) {}
                }
                """.formatted(annotation, className));
    }

    /** Adds a source file. */
    public MigrationSources source(String className, String text) {
        sources.put(className, text);
        return this;
    }

    /** Adds an option of javac. */
    public MigrationSources option(String option) {
        options.add(option);
        return this;
    }

    /** Compiles without an index; there must be no errors. */
    public Path compile() throws IOException {
        return expectNothing(run(List.of("-proc:none")));
    }

    /** Compiles with an index; there must be no errors. */
    public Path compileIndexed() throws IOException {
        return expectNothing(errors());
    }

    /** Compiles with an index, and gives the errors: {@code R2.java:8: …}. */
    public List<String> errors() throws IOException {
        return run(List.of("-processor", RevisionProcessor.class.getName()));
    }

    private Path expectNothing(List<String> errors) {
        if (!errors.isEmpty()) {
            throw new AssertionError(String.join("\n", errors));
        }
        return output;
    }

    private List<String> run(List<String> processing) throws IOException {
        Files.createDirectories(output);
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        String classPath = System.getProperty("java.class.path") + File.pathSeparator + output;
        List<String> arguments = new ArrayList<>(List.of("-d", output.toString(), "-cp", classPath));
        arguments.addAll(processing);
        arguments.addAll(options);
        Collection<Source> units = sources.entrySet().stream()
                .map(source -> new Source(source.getKey(), source.getValue()))
                .toList();
        compiler.getTask(null, null, diagnostics, arguments, null, units).call();
        return diagnostics.getDiagnostics().stream()
                .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
                .map(MigrationSources::text)
                .toList();
    }

    private static String text(Diagnostic<? extends JavaFileObject> error) {
        JavaFileObject source = error.getSource();
        String place =
                source == null ? "" : Path.of(source.getName()).getFileName() + ":" + error.getLineNumber() + ": ";
        return place + error.getMessage(Locale.ROOT);
    }

    /**
     * Packs a directory.
     *
     * @param prefix where in the jar its files go, such as {@code BOOT-INF/classes/}
     * @param directories whether the jar lists its directories, as most do
     */
    public static Path jar(Path classes, Path jar, String prefix, boolean directories) throws IOException {
        try (OutputStream out = Files.newOutputStream(jar);
                JarOutputStream entries = new JarOutputStream(out);
                Stream<Path> files = Files.walk(classes)) {
            for (Path file : files.sorted().toList()) {
                String name = prefix + classes.relativize(file).toString().replace('\\', '/');
                if (Files.isRegularFile(file)) {
                    entries.putNextEntry(new JarEntry(name));
                    Files.copy(file, entries);
                } else if (directories && !file.equals(classes)) {
                    entries.putNextEntry(new JarEntry(name + "/"));
                }
            }
        }
        return jar;
    }

    private static final class Source extends SimpleJavaFileObject {

        private final String text;

        Source(String className, String text) {
            super(URI.create("string:///" + className.replace('.', '/') + ".java"), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}
