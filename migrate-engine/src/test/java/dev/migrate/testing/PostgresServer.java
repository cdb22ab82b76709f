package dev.migrate.testing;

import dev.migrate.ddl.ServerVersion;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** An embedded server of one major, started when first asked for and stopped with the JVM. */
public final class PostgresServer {

    private static final String BINARIES = "migrate.test.postgres.binaries";
    private static final String DEFAULT_MAJOR = "migrate.test.postgres";
    private static final Pattern ARGUMENT = Pattern.compile("\"[^\"]*\"|\\S+");
    private static final Map<Integer, PostgresServer> STARTED = new ConcurrentHashMap<>();

    /** Files that aren't on a disk, where there is such a place: making and removing them is a third of what DDL costs. */
    private static final Path MEMORY = Path.of("/dev/shm");

    private static final long ENOUGH_MEMORY = 4L << 30;

    private final EmbeddedPostgres server;
    private final AtomicInteger databases = new AtomicInteger();

    private PostgresServer(int major) {
        Path jar = binaries(major);
        if (!Files.exists(jar)) {
            throw new IllegalStateException("No binaries of PostgreSQL " + major + " at " + jar
                    + ". Run the tests with Maven, and with -Pall-majors for 14, 15 and 16.");
        }
        try {
            EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder();
            if (Files.isDirectory(MEMORY) && Files.getFileStore(MEMORY).getUsableSpace() > ENOUGH_MEMORY) {
                builder.setDataDirectory(Files.createTempDirectory(MEMORY, "migrate-test-"));
            }
            server = builder.setPgBinaryResolver((system, architecture) -> binaries(jar))
                    // Nothing here has to survive a power cut, and a clone must not wait for the disk.
                    .setServerConfig("fsync", "off")
                    .setServerConfig("max_wal_size", "256MB")
                    .setServerConfig("full_page_writes", "off")
                    .setServerConfig("max_connections", "200")
                    .setServerConfig("max_prepared_transactions", "10")
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The server of the major that this run tests with: {@code -Dmigrate.test.postgres=13}. */
    public static PostgresServer get() {
        return get(Integer.getInteger(DEFAULT_MAJOR, 17));
    }

    /** The server of {@code major}. */
    public static PostgresServer get(int major) {
        return STARTED.computeIfAbsent(major, PostgresServer::new);
    }

    /** A server of the major that this run tests with which nobody else uses: it may be stopped. */
    public static PostgresServer another() {
        return new PostgresServer(Integer.getInteger(DEFAULT_MAJOR, 17));
    }

    /** Stops the server. */
    public void stop() throws IOException {
        server.close();
    }

    /**
     * Stops the server as {@code pg_ctl stop -m immediate} does, without a checkpoint and without a word to anybody, and
     * starts it again: it recovers from its log.
     */
    public void crashAndRestart() throws IOException, InterruptedException {
        Path data = Path.of(dataDirectory());
        long postmaster = Long.parseLong(
                Files.readAllLines(data.resolve("postmaster.pid")).get(0).strip());
        List<String> command = commandLine(data);
        new ProcessBuilder("kill", "-QUIT", Long.toString(postmaster))
                .inheritIO()
                .start()
                .waitFor();
        ProcessHandle.of(postmaster).ifPresent(process -> process.onExit().join());
        new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        awaitReady();
    }

    /** Makes a hot standby of the server, one whose primary is gone. */
    public void restartAsStandby() throws IOException, InterruptedException {
        Files.createFile(Path.of(dataDirectory()).resolve("standby.signal"));
        // It begins there, and is ready before it has read what follows.
        administer("CHECKPOINT");
        crashAndRestart();
    }

    private String dataDirectory() {
        try (Connection connection = DriverManager.getConnection(url("postgres"), "postgres", "");
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SHOW data_directory")) {
            row.next();
            return row.getString(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** How the server was started: PostgreSQL keeps it in a file, each argument in quotes. */
    private static List<String> commandLine(Path data) throws IOException {
        List<String> command = new ArrayList<>();
        if (System.getProperty("user.name").equals("root")) {
            // As zonky does: PostgreSQL refuses to run as root, but not as the root of a name space of its own.
            command.addAll(List.of("unshare", "-U"));
        }
        Matcher arguments = ARGUMENT.matcher(Files.readString(data.resolve("postmaster.opts")));
        while (arguments.find()) {
            command.add(arguments.group().replace("\"", ""));
        }
        return command;
    }

    private void awaitReady() throws InterruptedException {
        while (true) {
            try (Connection connection = DriverManager.getConnection(url("postgres"), "postgres", "")) {
                connection.isValid(0);
                return;
            } catch (SQLException e) {
                Thread.sleep(20);
            }
        }
    }

    /** The oldest and the newest major, and with {@code -Pall-majors} those between them. */
    public static Stream<Integer> majors() {
        boolean all = Files.exists(binaries(ServerVersion.OLDEST_SUPPORTED + 1));
        return IntStream.rangeClosed(ServerVersion.OLDEST_SUPPORTED, ServerVersion.NEWEST_TESTED)
                .filter(major -> all || major == ServerVersion.OLDEST_SUPPORTED || major == ServerVersion.NEWEST_TESTED)
                .boxed();
    }

    private static Path binaries(int major) {
        return Path.of(System.getProperty(BINARIES, "target/postgres-binaries"), major + ".jar");
    }

    /** A new, empty database, cloned from the template. */
    public TestDatabase newDatabase() {
        return cloned("template1");
    }

    /** A copy of a database that nobody is connected to. */
    public TestDatabase copyOf(TestDatabase original) {
        return cloned(original.name());
    }

    private TestDatabase cloned(String template) {
        String name = "t" + databases.incrementAndGet();
        administer("CREATE DATABASE " + name + " TEMPLATE " + template);
        return new TestDatabase(this, name);
    }

    void drop(String database) {
        administer("DROP DATABASE " + database + " WITH (FORCE)");
    }

    /** The server's port on the loopback address. */
    public int port() {
        return server.getPort();
    }

    /** Which one it is, to the minor. */
    public ServerVersion version() {
        try (TestDatabase database = newDatabase()) {
            return new ServerVersion(Integer.parseInt(database.query("SHOW server_version_num")));
        }
    }

    String url(String database) {
        return "jdbc:postgresql://localhost:" + server.getPort() + "/" + database;
    }

    private void administer(String sql) {
        try (Connection connection = DriverManager.getConnection(url("postgres"), "postgres", "");
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** The archive in the jar that zonky unpacks. */
    private static InputStream binaries(Path jar) throws IOException {
        ZipInputStream zip = new ZipInputStream(new FileInputStream(jar.toFile()));
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            if (entry.getName().endsWith(".txz")) {
                return zip;
            }
        }
        zip.close();
        throw new IOException(jar + " holds no .txz archive of PostgreSQL binaries");
    }
}
