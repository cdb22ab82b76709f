package dev.migrate.autogen.java;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/** Compiles a migration's source as strictly as javac can. */
public final class CompiledSource {

    private CompiledSource() {}

    /** Fails unless the source compiles without a warning; its classes go to {@code output}. */
    public static void compile(String className, String source, Path output) throws Exception {
        compile(Map.of(className, source), output);
    }

    /** As {@link #compile(String, String, Path)}, for several classes at once. */
    public static void compile(Map<String, String> sources, Path output) throws Exception {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        Files.createDirectories(output);
        try (StandardJavaFileManager files = compiler.getStandardFileManager(diagnostics, null, null)) {
            files.setLocation(StandardLocation.CLASS_OUTPUT, List.of(output.toFile()));
            List<JavaFileObject> units = sources.entrySet().stream()
                    .map(entry -> source(entry.getKey(), entry.getValue()))
                    .toList();
            // No annotation processor claims @Revision here: that lint says nothing.
            List<String> options = List.of("-Xlint:all,-processing", "-Werror", "--release", "17", "-proc:none");
            boolean compiled = compiler.getTask(new StringWriter(), files, diagnostics, options, null, units)
                    .call();
            assertThat(diagnostics.getDiagnostics())
                    .as(String.join("\n", sources.values()))
                    .isEmpty();
            assertThat(compiled).as(String.join("\n", sources.values())).isTrue();
        }
    }

    private static JavaFileObject source(String className, String text) {
        URI uri = URI.create("string:///" + className.replace('.', '/') + ".java");
        return new SimpleJavaFileObject(uri, JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return text;
            }
        };
    }
}
