package dev.migrate.maven.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.MigrateException;
import dev.migrate.autogen.java.Paragraph;
import dev.migrate.operation.ObjectOperation.Execute;
import dev.migrate.revision.naming.FileTemplate;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZonedDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RevisionFolderTest {

    private static final ZonedDateTime CREATED = ZonedDateTime.parse("2026-01-11T12:00:00+02:00[Europe/Helsinki]");

    @TempDir
    private Path folder;

    @Test
    void aRevisionIsWrittenWithAllThatIsKnownOfIt() {
        NewRevision revision = NewRevision.empty("0003", List.of("0001", "0002"), "Merge the branches")
                .dependsOn(List.of("billing"))
                .labels(List.of("main"))
                .doing(file -> file.doing(List.of(), List.of(Paragraph.of(new Execute("SELECT 1"))), List.of()));

        Path file = folder("R{rev}_{Slug}.java").write(revision, CREATED);

        assertThat(file).hasFileName("R0003_MergeTheBranches.java").hasContent("""
                        package db.migrations;

                        import dev.migrate.Migration;
                        import dev.migrate.Operations;
                        import dev.migrate.Revision;

                        /**
                         * Merge the branches.
                         */
                        @Revision(
                                id = "0003",
                                revises = {"0001", "0002"},
                                dependsOn = "billing",
                                labels = "main",
                                message = "Merge the branches",
                                created = "2026-01-11T10:00:00Z")
                        public class R0003_MergeTheBranches implements Migration {

                            @Override
                            public void upgrade(Operations op) {
                                op.execute("SELECT 1");
                            }

                            @Override
                            public void downgrade(Operations op) {}
                        }
                        """);
    }

    @Test
    void theFilesNameCountsTheTimeInTheGivenZone() {
        Path file = folder("R{year}{month}{day}_{hour}{minute}_{slug}.java")
                .write(NewRevision.empty("0001", List.of(), "Add users"), CREATED);

        assertThat(file).hasFileName("R20260111_1200_add_users.java");
    }

    @Test
    void aMessageThatTheSourcesEncodingLacksIsRefused() {
        RevisionFolder latin = new RevisionFolder(
                folder, "db.migrations", FileTemplate.parse("R{rev}.java"), StandardCharsets.ISO_8859_1);

        assertThatThrownBy(() -> latin.write(NewRevision.empty("0001", List.of(), "日本"), CREATED))
                .isInstanceOf(MigrateException.class)
                .hasMessage(folder.resolve("R0001.java") + " can't be written: it would hold letters that ISO-8859-1"
                        + " lacks, the encoding of the project's sources. Use UTF-8, or others in the message.");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aFileThatExistsIsNotOverwritten() {
        RevisionFolder revisions = folder("R{rev}.java");
        Path file = revisions.write(NewRevision.empty("0001", List.of(), "first"), CREATED);

        assertThatThrownBy(() -> revisions.write(NewRevision.empty("0001", List.of(), "second"), CREATED))
                .isInstanceOf(MigrateException.class)
                .hasMessage(file + " exists already. Give another message or another -Dmigrate.revId.");
        assertThat(file).content().contains("message = \"first\"");
    }

    @Test
    void aFolderThatCannotBeMadeIsNamed() throws IOException {
        Path inTheWay = Files.writeString(folder.resolve("db"), "");
        Path migrations = inTheWay.resolve("migrations");
        RevisionFolder revisions = new RevisionFolder(
                migrations, "db.migrations", FileTemplate.parse("R{rev}.java"), StandardCharsets.UTF_8);

        assertThatThrownBy(() -> revisions.write(NewRevision.empty("0001", List.of(), "first"), CREATED))
                .isInstanceOf(MigrateException.class)
                .hasMessage("The folder " + migrations + " can't be made: java.nio.file.FileSystemException: "
                        + migrations + ": Not a directory.");
    }

    private RevisionFolder folder(String template) {
        return new RevisionFolder(folder, "db.migrations", FileTemplate.parse(template), StandardCharsets.UTF_8);
    }
}
