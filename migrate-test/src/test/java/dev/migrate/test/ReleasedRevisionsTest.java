package dev.migrate.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.Migrate;
import dev.migrate.MigrateException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReleasedRevisionsTest {

    private static final List<String> PACKAGES = List.of("db.migrations");

    @TempDir
    private Path project;

    private Path migrations;

    @BeforeEach
    void release() throws IOException, InterruptedException {
        migrations = Files.createDirectories(project.resolve("src/main/java/db/migrations"));
        Files.writeString(migrations.resolve("R0001.java"), "class R0001 {}\n");
        Files.writeString(migrations.resolve("R0002.java"), "class R0002 {}\n");
        git("init", "-q");
        git("add", "-A");
        git("-c", "user.name=t", "-c", "user.email=t@example.com", "commit", "-q", "-m", "Release");
        git("tag", "v1");
    }

    private void git(String... arguments) throws IOException, InterruptedException {
        String[] command = new String[arguments.length + 1];
        command[0] = "git";
        System.arraycopy(arguments, 0, command, 1, arguments.length);
        assertThat(new ProcessBuilder(command)
                        .directory(project.toFile())
                        .inheritIO()
                        .start()
                        .waitFor())
                .isZero();
    }

    @Test
    void filesOfATagThatWereEditedOrDeletedAreNamed() throws IOException {
        Files.writeString(migrations.resolve("R0003.java"), "class R0003 {}\n");
        assertThat(new ReleasedFiles("v1", project).edited(PACKAGES)).isEmpty();

        Files.writeString(migrations.resolve("R0001.java"), "class R0001 { int edited; }\n");
        Files.delete(migrations.resolve("R0002.java"));

        assertThat(new ReleasedFiles("v1", project).edited(PACKAGES))
                .containsExactly(
                        "src/main/java/db/migrations/R0001.java was edited after v1. Put it back: git checkout v1 --"
                                + " src/main/java/db/migrations/R0001.java, and write what is new as another revision:"
                                + " mvn migrate:revision",
                        "src/main/java/db/migrations/R0002.java is part of v1 and gone. Put it back: git checkout v1 --"
                                + " src/main/java/db/migrations/R0002.java");
    }

    @Test
    void aTagThatDoesNotExistIsAnError() {
        assertThatThrownBy(() -> new ReleasedFiles("v2", project).edited(PACKAGES))
                .isInstanceOf(MigrateException.class)
                .hasMessage("git ls-tree -r --name-only -z v2 -- src/main/java/db/migrations"
                        + " src/main/kotlin/db/migrations fails: fatal: Not a valid object name v2. Fetch the tag (git"
                        + " fetch --tags), or correct releasedTag().");
    }

    @Test
    void revisionsThatDifferFromTheirDigestsAreNamed() throws IOException {
        Migrate migrate = Migrate.configure().build();
        Path file = project.resolve("released.txt");
        assertThatThrownBy(() -> new ReleasedDigests(file).edited(migrate))
                .hasMessage(
                        "There is no file " + file + " with the digests of released revisions. Write it with mvn test"
                                + " -Dmigrate.test.record=true, and commit it.");

        Files.writeString(file, "0001 0000\n0000 1111\n");

        assertThat(new ReleasedDigests(file).edited(migrate))
                .containsExactly(
                        "Revision 0001 was edited after it was recorded in " + file + ". Put it back, and write what is"
                                + " new as another revision: mvn migrate:revision",
                        "Revision 0000 is in " + file + " and not in the history. Put it back.");
    }
}
