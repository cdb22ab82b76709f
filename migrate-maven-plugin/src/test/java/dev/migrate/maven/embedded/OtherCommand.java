package dev.migrate.maven.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

/** A command in a process of its own: it opens the server, says its port, and leaves when its input ends. */
final class OtherCommand implements AutoCloseable {

    private final Process process;
    private final int port;

    private OtherCommand(Process process) throws IOException {
        this.process = process;
        this.port = Integer.parseInt(process.inputReader().readLine());
    }

    static OtherCommand open(Path home) {
        try {
            return new OtherCommand(new ProcessBuilder(List.of(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Dmigrate.test.postgres.binaries=" + TestArchive.directory(),
                            "-cp",
                            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                            OtherCommand.class.getName(),
                            home.toString()))
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int port() {
        return port;
    }

    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Ends it as Ctrl-C does, where its goal comes to its end all the same, and returns what it says then. */
    String interrupt() throws IOException, InterruptedException {
        process.toHandle().destroy();
        String said = process.inputReader().readLine();
        process.waitFor();
        return said;
    }

    @Override
    public void close() {
        try {
            process.outputWriter().close();
            process.waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    public static void main(String[] args) throws IOException {
        try (EmbeddedServer server = EmbeddedServer.open(Path.of(args[0]), 17, new TestArchive())) {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> end(server)));
            System.out.println(server.port());
            while (System.in.read() >= 0) {
                // Until the test closes it.
            }
        }
    }

    /** As a goal does that comes to its end while Maven is interrupted. */
    private static void end(EmbeddedServer server) {
        server.close();
        System.out.println("left");
    }
}
