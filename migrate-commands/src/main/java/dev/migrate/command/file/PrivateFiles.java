package dev.migrate.command.file;

import com.sun.security.auth.module.UnixSystem;
import dev.migrate.MigrateException;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Files and directories that only their owner may read and change. On Windows the user's own directories are private
 * already, and nothing is set.
 */
public final class PrivateFiles {

    private static final String DIRECTORY = "rwx------";
    private static final String FILE = "rw-------";

    private static final boolean WINDOWS = System.getProperty("os.name").startsWith("Windows");

    private PrivateFiles() {}

    public static boolean isWindows() {
        return WINDOWS;
    }

    /** Returns the user id that owns a file, without following a link. */
    public static int owner(Path file) throws IOException {
        return (Integer) Files.getAttribute(file, "unix:uid", LinkOption.NOFOLLOW_LINKS);
    }

    /** Returns the user id of this process, or a negative number where there are none. */
    public static int self() {
        return WINDOWS ? -1 : Math.toIntExact(new UnixSystem().getUid());
    }

    public static void setPermissions(Path file, String permissions) throws IOException {
        if (!isWindows()) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
        }
    }

    private static FileAttribute<?>[] attributes(String permissions) {
        return isWindows()
                ? new FileAttribute<?>[0]
                : new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                };
    }

    /** Makes sure that there is such a file, and that it is private: earlier versions' were not. */
    public static void file(Path file) throws IOException {
        if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            setPermissions(file, FILE);
        } else {
            Files.createFile(file, attributes(FILE));
        }
    }

    /** Writes a file that is private from its first byte on, in place of the one that was there. */
    public static void write(Path file, String text) throws IOException {
        Path written = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(written);
        Files.createFile(written, attributes(FILE));
        Files.writeString(written, text);
        Files.move(written, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    public static Path createDirectory(Path directory) throws IOException {
        return Files.createDirectory(directory, attributes(DIRECTORY));
    }

    public static Path createTemporaryDirectory(Path parent) throws IOException {
        return Files.createTempDirectory(parent, "new-", attributes(DIRECTORY));
    }

    /**
     * Creates a private directory, or makes sure that an existing one is: others can't put something in its place.
     *
     * @throws MigrateException if it belongs to another user, or others may change it or a directory above it
     */
    public static Path directory(Path directory) throws IOException {
        if (!Files.isDirectory(directory, LinkOption.NOFOLLOW_LINKS)) {
            Files.createDirectories(directory.getParent());
            try {
                createDirectory(directory);
            } catch (FileAlreadyExistsException e) {
                if (!Files.isDirectory(directory, LinkOption.NOFOLLOW_LINKS)) {
                    throw new MigrateException(directory + " is no directory. Delete it.", e);
                }
            }
        }
        if (isWindows()) {
            return directory;
        }
        if (owner(directory) != self()) {
            throw new MigrateException(directory + " belongs to "
                    + Files.getOwner(directory).getName()
                    + ", but must belong to the user who runs Maven: its programs are executed. Delete it.");
        }
        if (othersMayWrite(directory)) {
            throw new MigrateException(directory + " can be changed by other users, but its programs are executed."
                    + " Delete it: the next command makes it anew.");
        }
        for (Path above = directory.toRealPath().getParent(); above != null; above = above.getParent()) {
            // In a sticky directory, as /tmp is, others can't replace what isn't theirs.
            boolean sticky = ((Integer) Files.getAttribute(above, "unix:mode") & 01000) != 0;
            if (Files.getPosixFilePermissions(above).contains(PosixFilePermission.OTHERS_WRITE) && !sticky) {
                throw new MigrateException(above + " can be changed by every user, so that " + directory
                        + ", whose programs are executed, could be replaced. Run: chmod o-w " + above);
            }
        }
        return directory;
    }

    private static boolean othersMayWrite(Path directory) throws IOException {
        Set<PosixFilePermission> others = EnumSet.of(PosixFilePermission.GROUP_WRITE, PosixFilePermission.OTHERS_WRITE);
        others.retainAll(Files.getPosixFilePermissions(directory));
        return !others.isEmpty();
    }

    public static void deleteTree(Path directory) throws IOException {
        if (Files.exists(directory, LinkOption.NOFOLLOW_LINKS)) {
            try (Stream<Path> files = Files.walk(directory)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
