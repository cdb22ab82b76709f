package dev.migrate.autogen.online;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.Migrate;
import dev.migrate.testing.PostgresServer;
import dev.migrate.testing.PostgresTest;
import dev.migrate.testing.TestDatabase;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A column that is filled from one which goes, in both directions, beside something that keeps drops from waiting. */
@PostgresTest
class FilledFromDroppedTest {

    @Test
    void rowsAreFilledBeforeWhatTheyAreFilledFromIsDroppedThoughASequenceIsRenamed(
            TestDatabase database, @TempDir Path classes) throws Exception {
        database.execute("""
                CREATE TABLE cars (id serial PRIMARY KEY);
                CREATE TABLE people (id bigint PRIMARY KEY, first_name varchar(100) NOT NULL);
                INSERT INTO people VALUES (1, 'Ada'), (2, 'Bob');
                """);
        try (TestDatabase other = PostgresServer.get().newDatabase()) {
            other.execute("""
                    CREATE TABLE autos (id serial PRIMARY KEY);
                    CREATE TABLE people (id bigint PRIMARY KEY, full_name varchar(100) NOT NULL);
                    """);
            OnlineOptions options = OnlineOptions.ONLINE.backfill(
                    List.of("people.full_name=first_name || '!'", "people.first_name=rtrim(full_name, '!')"));
            Migrate migrate = new OnlineProof(database, other, options, "cars:autos").compiled(classes);

            migrate.upgrade("head");
            assertThat(database.query("SELECT string_agg(full_name, ',' ORDER BY id) FROM people"))
                    .isEqualTo("Ada!,Bob!");
            migrate.downgrade("base");
            assertThat(database.query("SELECT string_agg(first_name, ',' ORDER BY id) FROM people"))
                    .isEqualTo("Ada,Bob");
            migrate.upgrade("head");
            assertThat(database.query("SELECT string_agg(full_name, ',' ORDER BY id) FROM people"))
                    .isEqualTo("Ada!,Bob!");
        }
    }
}
