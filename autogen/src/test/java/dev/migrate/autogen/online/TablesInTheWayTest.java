package dev.migrate.autogen.online;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.testing.PostgresTest;
import dev.migrate.testing.TestDatabase;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tables that hold a name, or a key, which others need. */
@PostgresTest
class TablesInTheWayTest {

    @Test
    void whatRefersToATableThatIsInTheWayGoesBeforeIt(TestDatabase database, TestDatabase other, @TempDir Path classes)
            throws Exception {
        database.execute("""
                CREATE TABLE authors (id bigint PRIMARY KEY, name text);
                CREATE INDEX ix_name ON authors (name);
                CREATE TABLE books (id bigint PRIMARY KEY, author_id bigint REFERENCES authors);
                CREATE TABLE pages (book_id bigint REFERENCES books);
                """);
        other.execute("CREATE TABLE writers (id bigint, name text); CREATE INDEX ix_name ON writers (name)");
        OnlineProof proof = new OnlineProof(database, other, OnlineOptions.ONLINE);

        assertThat(proof.methods()).startsWith("""
                    @Override
                    public void upgrade(Operations op) {
                        // The rows of pages are lost.
                        op.dropTable("pages");

                        // The rows of books are lost.
                        op.dropTable("books");

                        // The rows of authors are lost.
                        // If this is a rename, write this revision again with -Dmigrate.rename=authors:writers and nothing is
                        // lost.
                        op.dropTable("authors");

                        op.createTable(table("writers").columns(column("id", bigint()), column("name", text())));
                        op.createIndex(index("ix_name").on("writers", "name"));
                    }
                """);
        proof.holds(classes);
    }

    @Test
    void whatRefersToAPartitionedTableGoesBeforeAPartitionOfIt(
            TestDatabase database, TestDatabase other, @TempDir Path classes) throws Exception {
        String before = """
                CREATE TABLE measures (day date PRIMARY KEY) PARTITION BY RANGE (day);
                CREATE TABLE notes (day date);
                """;
        database.execute(before + "CREATE INDEX ix_notes ON notes (day)");
        other.execute(before + """
                CREATE TABLE measures_rest PARTITION OF measures DEFAULT;
                CREATE TABLE days (day date REFERENCES measures);
                """);
        OnlineProof proof = new OnlineProof(database, other, OnlineOptions.ONLINE);

        assertThat(proof.methods()).endsWith("""
                    @Override
                    public void downgrade(Operations op) {
                        // The rows of days are lost.
                        op.dropTable("days");

                        // The rows of measures_rest are lost.
                        op.dropTable("measures_rest");

                        // Built while writes go on, outside a transaction, as PostgreSQL demands: therefore at the end.
                        op.createIndex(index("ix_notes").on("notes", "day").concurrently());
                    }
                """);
        proof.holds(classes);
    }
}
