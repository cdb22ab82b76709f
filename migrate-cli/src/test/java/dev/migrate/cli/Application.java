package dev.migrate.cli;

import dev.migrate.Migration;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.JavaCompiler.CompilationTask;
import javax.tools.JavaFileObject.Kind;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** An application with migrations, compiled as a build does it: with the engine's annotation processor. */
final class Application {

    private final Map<String, String> migrations = new TreeMap<>();

    /**
     * Adds a migration.
     *
     * @param id its id, and the end of its class's name
     * @param upgrade the statements of its method
     * @param downgrade as well
     */
    Application migration(
            String packageName, String id, List<String> revises, String message, String upgrade, String downgrade) {
        String parents = revises.stream()
                .map(one -> '"' + one + '"')
                .reduce((one, other) -> one + ", " + other)
                .orElse("");
        migrations.put(
                packageName + ".R" + id, """
                package %s;

                import static dev.migrate.schema.Definitions.column;
                import static dev.migrate.schema.Definitions.table;
                import static dev.migrate.schema.Types.bigint;
                import static dev.migrate.schema.Types.varchar;

                import dev.migrate.Migration;
                import dev.migrate.Operations;
                import dev.migrate.Revision;

                /** What the shop has from %s on. */
                @Revision(id = "%s", revises = {%s}, message = "%s")
                public class R%s implements Migration {
                    @Override
                    public void upgrade(Operations op) {
                        %s
                    }

                    @Override
                    public void downgrade(Operations op) {
                        %s
                    }
                }
                """.formatted(packageName, id, id, parents, message, id, upgrade, downgrade));
        return this;
    }

    /** A shop: users, and then their e-mail addresses. */
    static Application shop() {
        return new Application()
                .migration(
                        "db.migrations",
                        "0001",
                        List.of(),
                        "users",
                        "op.createTable(table(\"users\").columns(column(\"id\", bigint()).notNull(),"
                                + " column(\"name\", varchar(200))));",
                        "op.dropTable(\"users\");")
                .migration(
                        "db.migrations",
                        "0002",
                        List.of("0001"),
                        "email",
                        "op.addColumn(\"users\", column(\"email\", varchar(320)));",
                        "op.dropColumn(\"users\", \"email\");");
    }

    /** Writes the classes, and the index of the migrations. */
    Path classes(Path directory) {
        try {
            Files.createDirectories(directory);
            StringWriter messages = new StringWriter();
            CompilationTask task = ToolProvider.getSystemJavaCompiler()
                    .getTask(
                            messages,
                            null,
                            null,
                            List.of("-d", directory.toString(), "-classpath", engine(), "--release", "17"),
                            null,
                            migrations.entrySet().stream()
                                    .map(one -> new Source(one.getKey(), one.getValue()))
                                    .toList());
            if (!task.call()) {
                throw new AssertionError(messages);
            }
            return directory;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** Writes a jar of them. */
    Path jar(Path directory) {
        return archive(directory.resolve("shop.jar"), "", classes(directory.resolve("classes")));
    }

    /** Writes an executable jar as Spring Boot's plugins do: the classes are inside of a directory, the index isn't. */
    Path bootJar(Path directory) {
        return archive(directory.resolve("boot.jar"), "BOOT-INF/classes/", classes(directory.resolve("classes")));
    }

    /** Writes an executable jar whose migrations are in a library inside of it. */
    Path bootJarWithLibrary(Path directory) {
        try {
            Path libraries = Files.createDirectories(directory.resolve("libraries"));
            Files.copy(jar(directory), libraries.resolve("shop.jar"));
            return archive(directory.resolve("boot.jar"), "BOOT-INF/lib/", libraries);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Path archive(Path jar, String prefix, Path classes) {
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file);
                Stream<Path> files = Files.walk(classes)) {
            for (Path one : files.sorted().toList()) {
                String path = classes.relativize(one).toString();
                String name = path.startsWith("META-INF") ? path : prefix + path;
                boolean isDirectory = Files.isDirectory(one);
                if (name.isEmpty()) {
                    continue;
                }
                out.putNextEntry(new JarEntry(isDirectory && !name.endsWith("/") ? name + "/" : name));
                if (!isDirectory) {
                    Files.copy(one, out);
                }
            }
            return jar;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static String engine() {
        try {
            return Path.of(Migration.class
                            .getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString();
        } catch (URISyntaxException e) {
            throw new AssertionError(e);
        }
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
