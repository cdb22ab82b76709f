package dev.migrate.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.Migrate;
import dev.migrate.MigrateException;
import dev.migrate.Migration;
import dev.migrate.Operations;
import dev.migrate.Revision;
import dev.migrate.revision.Direction;
import dev.migrate.revision.RevisionInfo;
import dev.migrate.testing.PostgresTest;
import dev.migrate.testing.Psql;
import dev.migrate.testing.TestDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** SQL of a resource and of a file is the migration's own, as if it stood in its code. */
@PostgresTest
class SqlFromElsewhereTest {

    private static final String CITIES = "SELECT string_agg(name, ', ' ORDER BY name COLLATE \"C\") FROM cities";

    static class Resource {
        @Revision(id = "0001")
        static class Cities implements Migration {
            @Override
            public void upgrade(Operations op) {
                op.executeResource(getClass(), op.x("resource").orElse("cities.sql"));
            }

            @Override
            public void downgrade(Operations op) {
                op.dropTable("cities");
            }
        }
    }

    static class File {
        @Revision(id = "0001")
        static class Cities implements Migration {
            @Override
            public void upgrade(Operations op) {
                op.executeFile(Path.of(op.x("file").orElseThrow()));
            }

            @Override
            public void downgrade(Operations op) {
                op.dropTable("cities");
            }
        }
    }

    private static Migrate resource(TestDatabase database, String name) {
        return TestHistory.configure(database, Resource.class)
                .x("resource", name)
                .build();
    }

    private static Migrate file(TestDatabase database, Path file) {
        return TestHistory.configure(database, File.class)
                .x("file", file.toString())
                .build();
    }

    @Test
    void aResourceIsFoundBesideItsClassOrFromTheRoot(TestDatabase database) {
        Migrate migrate = resource(database, "cities.sql");

        migrate.upgrade("head");
        assertThat(database.query(CITIES)).isEqualTo("Zürich; or not?, 東京");
        assertThat(database.query("SELECT statement FROM migrate_journal")).isEqualTo("2");

        migrate.downgrade("base");
        resource(database, "/dev/migrate/runtime/cities.sql").upgrade("head");
        assertThat(database.query(CITIES)).isEqualTo("Zürich; or not?, 東京");
        assertThat(migrate.changed()).isEmpty();
    }

    @Test
    void aScriptHasTheStatementsOfTheResource(TestDatabase byScript, TestDatabase byRun) {
        StringBuilder script = new StringBuilder();
        String checksum = "SELECT checksum FROM migrate_journal";

        resource(byScript, "cities.sql").upgradeSql("head", script);
        assertThat(Psql.run(byScript, script)).isEqualTo("exit 0");
        resource(byRun, "cities.sql").upgrade("head");

        assertThat(byScript.query(CITIES)).isEqualTo(byRun.query(CITIES));
        assertThat(byScript.query(checksum)).isEqualTo(byRun.query(checksum));
    }

    @Test
    void aResourceThatIsMissingIsToldWithThePlaceForIt(TestDatabase database) {
        assertThatThrownBy(() -> resource(database, "towns.sql").upgrade("head"))
                .isInstanceOf(RevisionFailedException.class)
                .hasMessageContaining("The resource towns.sql is not on the class path beside"
                        + " dev.migrate.runtime.SqlFromElsewhereTest$Resource$Cities. Put it under"
                        + " src/main/resources/dev/migrate/runtime/towns.sql.");
        assertThat(resource(database, "towns.sql").current()).isEmpty();
    }

    @Test
    void aFileMayBeginWithAByteOrderMark(TestDatabase database, @TempDir Path directory) throws IOException {
        Path file = Files.writeString(directory.resolve("cities.sql"), """
                \uFEFFCREATE TABLE cities (name text);
                INSERT INTO cities VALUES ('Łódź')""");

        file(database, file).upgrade("head");

        assertThat(database.query(CITIES)).isEqualTo("Łódź");
    }

    @Test
    void aRelativePathCountsFromTheWorkingDirectory(TestDatabase database) {
        Path file = Path.of("src/test/resources/dev/migrate/runtime/cities.sql");

        file(database, file).upgrade("head");

        assertThat(database.query(CITIES)).isEqualTo("Zürich; or not?, 東京");
    }

    @Test
    void aFileThatIsMissingOrInAnotherEncodingIsAnError(TestDatabase database, @TempDir Path directory)
            throws IOException {
        Path relative = Path.of("db/towns.sql");
        assertThatThrownBy(() -> file(database, relative).record("0001", Direction.UPGRADE))
                .isInstanceOf(MigrateException.class)
                .hasMessage("The SQL file " + relative.toAbsolutePath() + " does not exist. The path " + relative
                        + " counts from the working directory: run the command in the directory that it is relative to,"
                        + " or put the SQL on the class path and use executeResource.");

        Path absolute = directory.resolve("towns.sql");
        assertThatThrownBy(() -> file(database, absolute).record("0001", Direction.UPGRADE))
                .isInstanceOf(MigrateException.class)
                .hasMessage("The SQL file " + absolute + " does not exist. Restore it, or correct the path.");

        Files.write(absolute, "SELECT 'Zürich'".getBytes(StandardCharsets.ISO_8859_1));
        assertThatThrownBy(() -> file(database, absolute).record("0001", Direction.UPGRADE))
                .isInstanceOf(MigrateException.class)
                .hasMessage("The SQL file " + absolute
                        + " is not in UTF-8. Save it in that encoding; pg_dump --encoding=UTF8 writes a dump in it.");
    }

    @Test
    void aFileThatChangesOrGoesAwayLaterChangesTheMigration(TestDatabase database, @TempDir Path directory)
            throws IOException {
        Path file = Files.writeString(directory.resolve("cities.sql"), "CREATE TABLE cities (name text)");
        Migrate migrate = file(database, file);
        migrate.upgrade("head");

        Files.writeString(file, "-- only a comment\nCREATE TABLE cities (\n    name text\n);\n");
        assertThat(migrate.changed()).isEmpty();

        Files.writeString(file, "CREATE TABLE cities (name varchar)");
        assertThat(migrate.changed()).extracting(RevisionInfo::id).containsExactly("0001");

        Files.delete(file);
        assertThatThrownBy(migrate::changed)
                .isInstanceOf(MigrateException.class)
                .hasMessage("The SQL file " + file + " does not exist. Restore it, or correct the path.");
        // What is applied isn't read again.
        migrate.upgrade("head");
        migrate.requireCurrent();
        migrate.downgrade("base");
        assertThat(migrate.current()).isEmpty();
    }
}
