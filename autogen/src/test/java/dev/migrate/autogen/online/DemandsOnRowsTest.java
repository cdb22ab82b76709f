package dev.migrate.autogen.online;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.testing.PostgresTest;
import dev.migrate.testing.TestDatabase;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What comes to a table with rows, and fails if they aren't as it demands. */
@PostgresTest
class DemandsOnRowsTest {

    private static final String TABLES = """
            CREATE TABLE lines (id bigint PRIMARY KEY);
            CREATE TABLE parcels (id bigint, line bigint, code text, box box, level text UNIQUE, grade text,
                CONSTRAINT parcels_grade_check CHECK (grade IN ('A', 'B')),
                CONSTRAINT parcels_level_check CHECK (level IN ('LOW', 'HIGH')));
            """;

    @TempDir
    private Path classes;

    @Test
    void whatRowsCanBreakIsSaid(TestDatabase database, TestDatabase other) throws Exception {
        database.execute(TABLES);
        other.execute(TABLES + """
                ALTER TABLE parcels ADD PRIMARY KEY (id), ADD UNIQUE (line, code),
                    ADD FOREIGN KEY (line) REFERENCES lines, ADD CHECK (code <> ''),
                    DROP CONSTRAINT parcels_level_check,
                    ADD CONSTRAINT parcels_level_check CHECK (level IN ('LOW', 'HIGHER')),
                    ADD CONSTRAINT parcels_boxes EXCLUDE USING gist (box WITH &&);
                CREATE UNIQUE INDEX ix_parcels ON parcels (lower(code)) WHERE line > 0;
                """);
        OnlineProof proof = new OnlineProof(database, other, OnlineOptions.ONLINE);

        assertThat(proof.rewrite().preconditions())
                .filteredOn(warning -> !warning.contains("has no value"))
                .containsExactlyInAnyOrder(
                        "The migration fails if rows of parcels have the same id: parcels_pkey refuses them. Correct such"
                                + " rows first.",
                        "The migration fails if rows of parcels have the same line and code: parcels_line_code_key"
                                + " refuses them. Correct such rows first.",
                        "The migration fails if rows of parcels have the same lower(code) where line > 0: ix_parcels"
                                + " refuses them. Correct such rows first.",
                        "The migration fails if a row of parcels refers by line to no row of lines: parcels_line_fkey"
                                + " refuses it. Correct such rows first.",
                        "The migration fails if a row of parcels isn't as parcels_code_check demands: code <> ''::text."
                                + " Correct such rows first.",
                        "The migration fails if rows of parcels exclude each other by parcels_boxes. Correct such rows"
                                + " first.");
        proof.holds(classes);
    }

    @Test
    void whatTheDifferenceTellsOfIsToldOnce(TestDatabase database, TestDatabase other) throws Exception {
        database.execute(TABLES);
        other.execute(TABLES.replace("'HIGH'", "'HIGHER'") + """
                CREATE TABLE halls (id bigint PRIMARY KEY);
                ALTER TABLE parcels ADD hall bigint NOT NULL DEFAULT 1, ADD CONSTRAINT in_hall FOREIGN KEY (hall) REFERENCES halls,
                    ADD CONSTRAINT by_line FOREIGN KEY (line) REFERENCES halls;
                """);
        OnlineRewrite rewrite = new OnlineProof(database, other, OnlineOptions.ONLINE).rewrite();

        assertThat(rewrite.difference().losses())
                .containsExactlyInAnyOrder(
                        "Fails while a row of parcels has a value for line, since halls is new and has no rows: give it some"
                                + " first, as by op.execute(\"INSERT INTO halls (id) SELECT DISTINCT line FROM parcels WHERE"
                                + " line IS NOT NULL ON CONFLICT DO NOTHING\");",
                        "Fails while a row of parcels holds 'HIGH', which parcels_level_check no longer lists: give such"
                                + " rows another value first.");
        assertThat(rewrite.preconditions())
                .containsExactly(
                        "The migration fails if a row of parcels refers by hall to no row of halls: in_hall refuses"
                                + " it. Correct such rows first.");
    }

    @Test
    void whatIsDoneAtOnceHasTheWordsInTheFile(TestDatabase database, TestDatabase other) throws Exception {
        database.execute(TABLES);
        other.execute(TABLES + "ALTER TABLE parcels ADD CHECK (code <> '')");

        assertThat(new OnlineProof(database, other, OnlineOptions.ONLINE.online(false)).methods())
                .startsWith("""
                    @Override
                    public void upgrade(Operations op) {
                        // The migration fails if a row of parcels isn't as parcels_code_check demands: code <> ''::text.
                        // Correct such rows first.
                        op.addCheck("parcels", check("parcels_code_check", "code <> ''::text"));
                    }
                """);
    }

    @Test
    void whatNoRowCanBreakNeedsNoWord(TestDatabase database, TestDatabase other) throws Exception {
        database.execute(TABLES);
        other.execute(TABLES.replace("'A', 'B'", "'A', 'B', 'C'") + """
                CREATE TABLE pallets (id bigint PRIMARY KEY, line bigint REFERENCES lines, code text UNIQUE CHECK (code <> ''));
                ALTER TABLE parcels ADD UNIQUE (level, line), ADD state text UNIQUE CHECK (state <> ''),
                    ADD weight integer NOT NULL DEFAULT 1 CHECK (weight > 0), ADD next bigint REFERENCES lines,
                    ADD number bigint GENERATED BY DEFAULT AS IDENTITY UNIQUE, ADD FOREIGN KEY (line) REFERENCES lines NOT VALID;
                """);

        assertThat(new OnlineProof(database, other, OnlineOptions.ONLINE)
                        .rewrite()
                        .preconditions())
                .isEmpty();
    }
}
