package dev.migrate.autogen.testing;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Classes that a test compiles by itself, so that they can be missing, broken or of another version. */
public final class CompiledClasses {

    private CompiledClasses() {}

    /**
     * Compiles sources into a directory.
     *
     * @param sources by class name
     * @param classPath what they need beside the tests' class path, which comes behind it
     */
    public static void compile(Map<String, String> sources, List<Path> classPath, Path output) {
        List<JavaFileObject> files = new ArrayList<>();
        sources.forEach((name, source) -> files.add(source(name, source)));
        compile(files, classPath, output);
    }

    /** Compiles source files into a directory. */
    public static void compile(Iterable<? extends JavaFileObject> sources, List<Path> classPath, Path output) {
        List<Path> all = new ArrayList<>(classPath);
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            all.add(Path.of(entry));
        }
        StringWriter messages = new StringWriter();
        try (StandardJavaFileManager manager =
                ToolProvider.getSystemJavaCompiler().getStandardFileManager(null, null, null)) {
            Files.createDirectories(output);
            List<String> options = List.of(
                    "-proc:none",
                    "-parameters",
                    "-d",
                    output.toString(),
                    "-classpath",
                    all.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)));
            boolean compiled = ToolProvider.getSystemJavaCompiler()
                    .getTask(messages, manager, null, options, null, sources)
                    .call();
            if (!compiled) {
                throw new IllegalStateException(messages.toString());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JavaFileObject source(String className, String source) {
        return new SimpleJavaFileObject(
                URI.create("string:///" + className.replace('.', '/') + ".java"), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return source;
            }
        };
    }
}
