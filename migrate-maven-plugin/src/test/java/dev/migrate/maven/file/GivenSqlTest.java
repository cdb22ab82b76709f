package dev.migrate.maven.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.MigrateException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GivenSqlTest {

    @TempDir
    private Path folder;

    private GivenSql sql;

    @BeforeEach
    void given() {
        sql = new GivenSql(folder, StandardCharsets.UTF_8);
    }

    @Test
    void itIsTheContentOfAFileOrTheTextItself() throws IOException {
        Files.writeString(folder.resolve("fill.sql"), "UPDATE agents SET name = 'ä'");

        assertThat(sql.text("fill.sql")).isEqualTo("UPDATE agents SET name = 'ä'");
        assertThat(sql.text("SELECT 1; -- as in fill.sql")).isEqualTo("SELECT 1; -- as in fill.sql");
        assertThat(sql.text("VACUUM")).isEqualTo("VACUUM");
    }

    @Test
    void aByteOrderMarkIsNoPartOfIt() throws IOException {
        Files.writeString(folder.resolve("fill.sql"), "\uFEFFUPDATE agents SET name = 'ä'");

        assertThat(sql.text("fill.sql")).isEqualTo("UPDATE agents SET name = 'ä'");
    }

    @Test
    void aFileInAnotherEncodingIsSaidToBe() throws IOException {
        Files.writeString(folder.resolve("fill.sql"), "SELECT 'ä'", StandardCharsets.ISO_8859_1);

        assertThatThrownBy(() -> sql.text("fill.sql"))
                .isInstanceOf(MigrateException.class)
                .hasMessage(
                        "The SQL file fill.sql is not in UTF-8, the encoding of the project's sources. Save it in that.");
    }

    @Test
    void aMistypedFileIsNotTakenForSql() {
        assertThatThrownBy(() -> sql.text("sql/fil.sql"))
                .isInstanceOf(MigrateException.class)
                .hasMessage("sql is 'sql/fil.sql', and there is no file " + folder.resolve("sql/fil.sql")
                        + ". Give the path of one, or the SQL itself.");
    }
}
