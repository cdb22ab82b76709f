package dev.migrate.maven.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.MigrateException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BinaryCacheTest {

    @TempDir
    private Path directory;

    @Test
    void theProgramsAreUnpackedOnceWhereNobodyElseCanChangeThem() throws IOException {
        BinaryCache cache = BinaryCache.open(directory.resolve("cache"), ServerUser.current());

        Path unpacked = cache.unpacked(new TestArchive().jar(17));

        assertThat(unpacked.resolve("bin/postgres")).isExecutable();
        assertThat(cache.unpacked(new TestArchive().jar(17))).isEqualTo(unpacked);
        assertThat(cache.directory()).isDirectoryNotContaining(file -> !file.equals(unpacked));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(cache.directory())))
                .isEqualTo(ServerUser.current().isAnother() ? "rwx--x---" : "rwx------");
    }

    @Test
    void aCacheThatOthersCanChangeIsRefused() throws IOException {
        Path open = Files.createDirectory(directory.resolve("open"));
        Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwxrwxrwx"));

        assertThatThrownBy(() -> BinaryCache.open(open, ServerUser.current()))
                .isInstanceOf(MigrateException.class)
                .hasMessage(open + " can be changed by other users, but its programs are executed. Delete it: the next"
                        + " command makes it anew.");
        assertThatThrownBy(() -> BinaryCache.open(open.resolve("cache"), ServerUser.current()))
                .isInstanceOf(MigrateException.class)
                .hasMessage(open + " can be changed by every user, so that " + open
                        + "/cache, whose programs are executed, could be replaced. Run: chmod o-w " + open);
    }

    @Test
    void anArchiveThatIsNotWhatItsChecksumSaysIsRefused() throws IOException {
        Path jar = Files.writeString(directory.resolve("postgres.jar"), "changed");
        Files.writeString(directory.resolve("postgres.jar.sha1"), "0000000000000000000000000000000000000000\n");
        BinaryCache cache = BinaryCache.open(directory.resolve("cache"), ServerUser.current());

        assertThatThrownBy(() -> cache.unpacked(jar))
                .isInstanceOf(MigrateException.class)
                .hasMessage(jar + " has the SHA-1 37c6c57bedf4305ef41249c1794760b5cb8fad17, but postgres.jar.sha1 says"
                        + " 0000000000000000000000000000000000000000. Delete " + directory
                        + ": the next command downloads it again.");
        assertThat(cache.directory()).isEmptyDirectory();
    }
}
