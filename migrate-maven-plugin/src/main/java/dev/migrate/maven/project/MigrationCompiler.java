package dev.migrate.maven.project;

import dev.migrate.MigrateException;
import dev.migrate.Migration;
import dev.migrate.revision.loading.HistoryLoader;
import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * Compiles the migrations by themselves, into a folder of their own: a file that was just written counts at once, and the
 * application's classes need not compile. What they refer to is taken from classes that are compiled already.
 */
public final class MigrationCompiler {

    private final Path baseDirectory;
    private final Path home;
    private final Charset encoding;

    /**
     * @param baseDirectory the project's, which messages name files relative to
     * @param home the folder for what is kept between commands: {@code target/migrate}
     */
    public MigrationCompiler(Path baseDirectory, Path home, Charset encoding) {
        // The compiler names files absolutely, whatever it is given.
        this.baseDirectory = baseDirectory.toAbsolutePath().normalize();
        this.home = home;
        this.encoding = encoding;
    }

    /**
     * Compiles unless nothing has changed since the last time.
     *
     * @param classPath what the migrations may refer to, beside Migrate itself
     * @param earlier where on the class path the builds of these sources put their classes: those of revisions are passed
     *     over
     * @return the folder with the classes; empty if there are no sources
     * @throws MigrateException if they do not compile; the message has a line for each error: file, line, what is wrong
     */
    public Optional<Path> compile(MigrationSources sources, List<Path> classPath, List<Path> earlier) {
        Path classes = home.resolve("classes");
        Path fingerprint = home.resolve("classes.fingerprint");
        List<Path> files = sources.files();
        String path = Stream.concat(Stream.of(engine()), classPath.stream())
                .map(Path::toString)
                .collect(Collectors.joining(File.pathSeparator));
        try {
            Files.createDirectories(home);
            try (FileChannel channel = FileChannel.open(
                    home.resolve("classes.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                // Released with the channel.
                FileLock lock = channel.lock();
                String current = sources.fingerprint(files, List.of(path, System.getProperty("java.version")));
                if (lock.isValid() && !current.equals(read(fingerprint))) {
                    Files.deleteIfExists(fingerprint);
                    empty(classes);
                    if (!files.isEmpty()) {
                        run(files, path, HistoryLoader.fromJava(earlier, sources.packages()), classes);
                    }
                    Files.writeString(fingerprint, current);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files.isEmpty() ? Optional.empty() : Optional.of(classes);
    }

    private void run(List<Path> files, String classPath, Set<String> absent, Path classes) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        if (compiler == null) {
            throw new MigrateException("Migrations are compiled when they run, and this Java has no compiler: "
                    + System.getProperty("java.home") + " is no JDK. Set JAVA_HOME to one.");
        }
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        StringWriter other = new StringWriter();
        try (StandardJavaFileManager fileManager =
                compiler.getStandardFileManager(diagnostics, Locale.ENGLISH, encoding)) {
            List<String> options = List.of(
                    "-d",
                    classes.toString(),
                    "-classpath",
                    classPath,
                    // The engine's own processor, which checks the history and writes its index, and nobody else's.
                    "-processorpath",
                    engine().toString(),
                    // Only what is compiled already: the application's sources may be broken.
                    "-sourcepath",
                    "",
                    "-implicit:none",
                    "-parameters",
                    "-g",
                    "-nowarn");
            boolean success = compiler.getTask(
                            other,
                            new PresentClasses(fileManager, absent),
                            diagnostics,
                            options,
                            null,
                            fileManager.getJavaFileObjectsFromPaths(files))
                    .call();
            if (!success) {
                throw new MigrateException("The migrations do not compile:\n" + errors(diagnostics, other));
            }
        }
    }

    private String errors(DiagnosticCollector<JavaFileObject> diagnostics, StringWriter other) {
        String errors = diagnostics.getDiagnostics().stream()
                .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
                .map(this::line)
                .collect(Collectors.joining("\n"));
        return errors.isEmpty() ? other.toString().strip() : errors;
    }

    private String line(Diagnostic<? extends JavaFileObject> diagnostic) {
        String message = diagnostic.getMessage(Locale.ENGLISH);
        JavaFileObject source = diagnostic.getSource();
        return source == null
                ? message
                : baseDirectory.relativize(Path.of(source.toUri())) + ":" + diagnostic.getLineNumber() + ": " + message;
    }

    /** Where Migrate's own classes come from, so that a migration meets the same ones when it runs. */
    private static Path engine() {
        try {
            return Path.of(Migration.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String read(Path fingerprint) throws IOException {
        return Files.exists(fingerprint) ? Files.readString(fingerprint) : "";
    }

    private static void empty(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
        Files.createDirectories(folder);
    }
}
