package dev.migrate.maven.embedded;

import dev.migrate.MigrateException;
import dev.migrate.command.file.PrivateFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The operating system's user that the server's processes run as. It is the one who runs Maven, except for root: PostgreSQL
 * refuses root, and whoever may run a program through SQL must not become root. Root's servers run as a user id that nobody
 * else has, in a group that nobody else is in.
 *
 * @param uid the user id; negative where there are none (Windows)
 * @param prefix begins a command that runs as this user
 */
record ServerUser(int uid, List<String> prefix) {

    /** The user and group id of root's servers: outside the ranges that distributions and systemd give out. */
    private static final int UNPRIVILEGED = 60817;

    private static final int ROOT = 0;

    /** Returns the user for a new server. */
    static ServerUser current() {
        int self = PrivateFiles.self();
        return self == ROOT ? unprivileged(UNPRIVILEGED) : new ServerUser(self, List.of());
    }

    /**
     * Returns the user for a server on existing data: root starts it as their owner.
     *
     * @throws MigrateException if the data belong to somebody else
     */
    static ServerUser ownerOf(Path data) throws IOException {
        int self = PrivateFiles.self();
        if (self < 0) {
            return current();
        }
        int owner = PrivateFiles.owner(data);
        if (self == ROOT) {
            return owner == ROOT ? current() : unprivileged(owner);
        }
        if (owner != self) {
            String who = owner == UNPRIVILEGED
                    ? "root"
                    : Files.getOwner(data, LinkOption.NOFOLLOW_LINKS).getName();
            throw new MigrateException(data + " was made when " + who + " ran Maven. Run Maven as " + who
                    + " again, or delete the directory: the development database begins anew.");
        }
        return current();
    }

    /**
     * Returns the user that a running server has. Earlier versions started root's own in a user namespace, where it had
     * root's files and another number.
     */
    static ServerUser runningOn(Path data) throws IOException {
        return PrivateFiles.self() == ROOT && PrivateFiles.owner(data) == ROOT
                ? new ServerUser(ROOT, List.of("unshare", "-U"))
                : ownerOf(data);
    }

    private static ServerUser unprivileged(int uid) {
        return new ServerUser(uid, prefix(Integer.toString(uid)));
    }

    private static List<String> prefix(String user) {
        return List.of(
                "setpriv",
                "--reuid=" + user,
                "--regid=" + UNPRIVILEGED,
                "--clear-groups",
                "--inh-caps=-all",
                "--no-new-privs",
                "--");
    }

    /** Returns whether Maven runs as root, so that the server's user is another one. */
    boolean isAnother() {
        return !prefix.isEmpty();
    }

    List<String> command(List<String> command) {
        return Stream.concat(prefix.stream(), command.stream()).toList();
    }

    /**
     * Returns the user that initdb runs as: it needs one with a name. For root this is nobody, in the servers' own group,
     * without which nobody's other processes don't reach the directory.
     */
    ServerUser forInitdb() {
        return isAnother() ? new ServerUser(uid, prefix("nobody")) : this;
    }

    /** Returns the user of the single-user mode, which needs one with a name, too. For root it has root's files and no more. */
    ServerUser forSingleUser(Path data) throws IOException {
        if (!isAnother()) {
            return this;
        }
        give(data, ROOT, ROOT);
        return runningOn(data);
    }

    /** Lets initdb read a private file of root's. */
    void letRead(Path file) throws IOException {
        if (isAnother()) {
            Files.setAttribute(file, "unix:gid", UNPRIVILEGED);
            PrivateFiles.setPermissions(file, "rw-r-----");
        }
    }

    /** Gives a new directory to the user that initdb runs as. */
    void giveToInitdb(Path directory) throws IOException {
        if (isAnother()) {
            Files.setOwner(
                    directory,
                    directory.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("nobody"));
        }
    }

    /** Gives a directory and all that it holds to this user. */
    void own(Path directory) throws IOException {
        if (isAnother()) {
            give(directory, uid, UNPRIVILEGED);
        }
    }

    private static void give(Path directory, int user, int group) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.toList()) {
                Files.setAttribute(file, "unix:uid", user, LinkOption.NOFOLLOW_LINKS);
                Files.setAttribute(file, "unix:gid", group, LinkOption.NOFOLLOW_LINKS);
            }
        }
    }

    /** Lets the servers' group, and nobody else, pass through a directory of root's. */
    void letPass(Path directory) throws IOException {
        if (isAnother()) {
            Files.setAttribute(directory, "unix:gid", UNPRIVILEGED);
            PrivateFiles.setPermissions(directory, "rwx--x---");
        }
    }

    /**
     * Returns whether this user gets to a directory: root's home, for instance, is closed to others.
     *
     * @throws MigrateException if root can't give up its rights here
     */
    boolean reaches(Path directory) throws IOException {
        if (!isAnother()) {
            return true;
        }
        Process process;
        try {
            process = new ProcessBuilder(command(List.of("test", "-x", directory.toString())))
                    .directory(Path.of("/").toFile())
                    .redirectErrorStream(true)
                    .start();
        } catch (IOException e) {
            throw cannotGiveUpRights(e.toString(), e);
        }
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        if (!said.isEmpty()) {
            throw cannotGiveUpRights(said, null);
        }
        try {
            return process.waitFor() == 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new MigrateException("Interrupted while the embedded PostgreSQL started", e);
        }
    }

    private static MigrateException cannotGiveUpRights(String found, @Nullable Throwable cause) {
        return new MigrateException(
                "PostgreSQL doesn't run as root, and root can't start it as another user here: " + found
                        + ". Install setpriv (it belongs to util-linux), run Maven as an ordinary user, or give the"
                        + " URL of a server.",
                cause);
    }
}
