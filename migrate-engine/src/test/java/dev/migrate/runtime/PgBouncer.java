package dev.migrate.runtime;

import dev.migrate.testing.TestDatabase;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** A PgBouncer in front of a database, from the Debian package pgbouncer. */
final class PgBouncer implements AutoCloseable {

    private final Path folder;
    private final Process process;
    private final int port;
    private final String database;

    /** With {@code pool_mode = transaction}. */
    PgBouncer(TestDatabase database) throws IOException, InterruptedException {
        this(database, "transaction");
    }

    /** @param poolMode may be followed by further lines of {@code pgbouncer.ini} */
    PgBouncer(TestDatabase database, String poolMode) throws IOException, InterruptedException {
        this.database = database.name();
        this.port = freePort();
        this.folder = Files.createTempDirectory("pgbouncer");
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
        Files.writeString(folder.resolve("users.txt"), "\"postgres\" \"\"\n");
        Files.writeString(folder.resolve("pgbouncer.ini"), """
                [databases]
                %s = host=127.0.0.1 port=%d
                [pgbouncer]
                listen_addr = 127.0.0.1
                listen_port = %d
                unix_socket_dir =
                auth_type = trust
                auth_file = %s/users.txt
                pool_mode = %s
                ignore_startup_parameters = extra_float_digits
                logfile = %s/pgbouncer.log
                """.formatted(
                        database.name(), database.server().port(), port, folder, poolMode, folder));
        this.process = start(folder);
        await();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static Process start(Path folder) throws IOException {
        List<String> command = new ArrayList<>(List.of("pgbouncer", "-q", folder + "/pgbouncer.ini"));
        if (System.getProperty("user.name").equals("root")) {
            // It refuses to run as root.
            command =
                    List.of("setpriv", "--reuid=65534", "--clear-groups", "pgbouncer", "-q", folder + "/pgbouncer.ini");
        }
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().merge("PATH", "/usr/sbin", (path, sbin) -> path + ":" + sbin);
        try {
            return builder.redirectOutput(folder.resolve("output").toFile()).start();
        } catch (IOException e) {
            throw new AssertionError("This test needs PgBouncer: install the package pgbouncer", e);
        }
    }

    private void await() throws InterruptedException {
        while (true) {
            try (Socket socket = new Socket()) {
                socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
                return;
            } catch (IOException e) {
                if (!process.isAlive()) {
                    throw new AssertionError("PgBouncer ended: see " + folder, e);
                }
                Thread.sleep(20);
            }
        }
    }

    int port() {
        return port;
    }

    DataSource dataSource() {
        return dataSource("&prepareThreshold=0");
    }

    /** @param parameters further ones of the URL */
    DataSource dataSource(String parameters) {
        PGSimpleDataSource dataSource = new PGSimpleDataSource();
        dataSource.setUrl("jdbc:postgresql://127.0.0.1:" + port + "/" + database + "?user=postgres" + parameters);
        return dataSource;
    }

    @Override
    public void close() throws IOException {
        process.destroy();
        process.onExit().join();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }
}
