package dev.migrate.benchmarks;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.spi.ToolProvider;

/** The JDK's own compiler and archiver, for generated sources. */
final class Compilation {

    private Compilation() {}

    /** Compiles with this process's class path, and with the annotation processors found there. */
    static Path compile(List<Path> sources, Path classes) throws IOException {
        Path arguments = Files.createTempFile("sources", ".txt");
        try {
            Files.write(arguments, sources.stream().map(Path::toString).toList());
            run(
                    "javac",
                    "-Xlint:none",
                    "-cp",
                    System.getProperty("java.class.path"),
                    "-d",
                    classes.toString(),
                    "@" + arguments);
        } finally {
            Files.delete(arguments);
        }
        return classes;
    }

    static void jar(Path classes, Path jar) {
        run("jar", "--create", "--file", jar.toString(), "-C", classes.toString(), ".");
    }

    private static void run(String tool, String... arguments) {
        PrintWriter output = new PrintWriter(System.err, true, Charset.defaultCharset());
        int exit = ToolProvider.findFirst(tool)
                .orElseThrow(() -> new IllegalStateException("No " + tool + " in this Java; run with a JDK"))
                .run(output, output, arguments);
        if (exit != 0) {
            throw new IllegalStateException(tool + " ended with " + exit);
        }
    }
}
