package dev.migrate.autogen.diagram;

import dev.migrate.MigrateException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;

/**
 * Draws graphs by Graphviz, which has to be installed: nothing else lays out tables as well, and no library in Java is
 * worth its weight for one goal.
 *
 * @param command how it is called: {@code dot}, or its path
 */
public record Graphviz(String command) {

    /**
     * A graph in the DOT language as SVG.
     *
     * @throws MigrateException if Graphviz is not installed, or can't draw it
     */
    public String svg(String dot) {
        Process process;
        try {
            process = new ProcessBuilder(command, "-Tsvg").start();
        } catch (IOException e) {
            throw new MigrateException(
                    "SVG is drawn by Graphviz, and '" + command + "' can't be started: " + e.getMessage()
                            + ". Install Graphviz (package graphviz), name its dot with -Dmigrate.dot=/path/to/dot, or use"
                            + " -Dmigrate.format=mermaid, which needs nothing.",
                    e);
        }
        // Both of its streams are read while it is fed, or a pipe that is full would stop it.
        CompletableFuture<String> drawn = CompletableFuture.supplyAsync(() -> read(process.getInputStream()));
        CompletableFuture<String> errors = CompletableFuture.supplyAsync(() -> read(process.getErrorStream()));
        try (OutputStream input = process.getOutputStream()) {
            input.write(dot.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            process.destroy();
            throw new MigrateException(
                    "Graphviz (" + command + ") reads no graph: "
                            + errors.join().strip(),
                    e);
        }
        try {
            if (process.waitFor() != 0) {
                throw new MigrateException("Graphviz (" + command + ") can't draw the schema: "
                        + errors.join().strip());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroy();
            throw new MigrateException("Interrupted while Graphviz was drawing", e);
        }
        return drawn.join();
    }

    private static String read(InputStream stream) {
        try (stream) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
