package dev.migrate.maven.embedded;

import dev.migrate.command.file.PrivateFiles;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Stops a server whose commands were killed: a small process of its own that waits until no command holds the lock that each
 * of them has. The operating system takes a killed command's lock away, so that this works on every platform.
 */
final class ServerWatch {

    /** Leaves the terminal's session and the caller's tree of processes, which may be killed as a whole. */
    private static final String DETACHED = "if command -v setsid >/dev/null; then setsid \"$@\" & else \"$@\" & fi";

    private ServerWatch() {}

    /**
     * Starts watching.
     *
     * @param lockFile the lock of the server's commands
     * @param stop stops the server
     */
    static void start(Path lockFile, List<String> stop) throws IOException {
        List<String> command = new ArrayList<>();
        if (!PrivateFiles.isWindows()) {
            command.addAll(List.of("sh", "-c", DETACHED, "sh"));
        }
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx16m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                classPath(),
                ServerWatch.class.getName(),
                lockFile.toString()));
        command.addAll(stop);
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(Redirect.DISCARD);
        builder.environment().keySet().removeAll(List.of("JAVA_TOOL_OPTIONS", "_JAVA_OPTIONS", "JDK_JAVA_OPTIONS"));
        Process process = builder.start();
        process.getOutputStream().close();
    }

    /** This class and {@link Users} need nothing but the JDK. */
    private static String classPath() {
        try {
            return Path.of(ServerWatch.class
                            .getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @param args the lock file, then the command that stops the server */
    public static void main(String[] args) {
        List<String> stop = Arrays.asList(args).subList(1, args.length);
        new Users(Path.of(args[0])).awaitNobody(() -> run(stop));
    }

    private static void run(List<String> stop) {
        try {
            new ProcessBuilder(stop)
                    .directory(new File("/"))
                    .redirectErrorStream(true)
                    .redirectOutput(Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
