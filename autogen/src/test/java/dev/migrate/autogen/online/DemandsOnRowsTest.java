package dev.migrate.autogen.online;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.operation.DataOperation.Require;
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

        assertThat(proof.rewrite().requirements())
                .extracting(Require::rule)
                .containsExactlyInAnyOrder(
                        "parcels.id has a value",
                        "Rows of parcels have different values for id (parcels_pkey)",
                        "Rows of parcels have different values for line, code (parcels_line_code_key)",
                        "parcels: code <> ''::text (parcels_code_check)",
                        "parcels: level = ANY (ARRAY['LOW'::text, 'HIGHER'::text]) (parcels_level_check)",
                        "Rows of parcels have different values for lower(code) (ix_parcels)",
                        "parcels.line refers to rows of lines (parcels_line_fkey)");
        assertThat(proof.rewrite().preconditions())
                .containsExactly(
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

        assertThat(rewrite.losses())
                .containsExactly(
                        "halls is new and has no rows that values of parcels.line could refer to. To add them, replace"
                                + " op.require by this, and write it here: op.execute(\"INSERT INTO halls (id) SELECT DISTINCT"
                                + " line FROM parcels WHERE line IS NOT NULL ON CONFLICT DO NOTHING\");");
        assertThat(rewrite.preconditions()).isEmpty();
        assertThat(rewrite.requirements())
                .containsExactlyInAnyOrder(
                        new Require(
                                "parcels: level = ANY (ARRAY['LOW'::text, 'HIGHER'::text]) (parcels_level_check)",
                                "SELECT level FROM parcels WHERE NOT (level = ANY (ARRAY['LOW'::text, 'HIGHER'::text]))"),
                        new Require(
                                "parcels.line refers to no row of halls, which is new and has none (by_line)",
                                "SELECT line FROM parcels WHERE line IS NOT NULL"),
                        new Require(
                                "parcels.hall refers to no row of halls, which is new and has none (in_hall)",
                                "SELECT hall FROM (SELECT ctid, CAST(1 AS bigint) AS hall FROM parcels) AS parcels"
                                        + " WHERE hall IS NOT NULL"));
    }

    @Test
    void whatIsDoneAtOnceHasTheWordsInTheFile(TestDatabase database, TestDatabase other) throws Exception {
        database.execute(TABLES);
        other.execute(TABLES + "ALTER TABLE parcels ADD CHECK (code <> '')");

        assertThat(new OnlineProof(database, other, OnlineOptions.ONLINE.online(false)).methods())
                .startsWith("""
                    @Override
                    public void upgrade(Operations op) {
                        // Checked before anything is done: if rows break a rule, nothing is changed.
                        op.require(
                                "parcels: code <> ''::text (parcels_code_check)",
                                "SELECT code FROM parcels WHERE NOT (code <> ''::text)");

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
