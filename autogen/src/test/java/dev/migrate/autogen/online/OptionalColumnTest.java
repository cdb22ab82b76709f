package dev.migrate.autogen.online;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.testing.PostgresTest;
import dev.migrate.testing.TestDatabase;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Columns that come and stay nullable, where a mapping needs values all the same: offsets, positions, parts of keys. */
@PostgresTest
class OptionalColumnTest {

    @TempDir
    private Path classes;

    @Test
    void aColumnThatStaysNullableIsFilledIfSomebodySaysWith(TestDatabase database, TestDatabase other)
            throws Exception {
        proves(OnlineOptions.ONLINE, """

                        // Rows that come in meanwhile, from whoever doesn't know the column yet, stay without a value.
                        op.backfill(backfill("visits").setSql("since_tz", "7200").where("since_tz IS NULL"));
                """, database, other);
    }

    @Test
    void inOneTransactionItIsFilledAtOnce(TestDatabase database, TestDatabase other) throws Exception {
        proves(OnlineOptions.ONLINE.online(false), """
                        op.update(update("visits").setSql("since_tz", "7200").where("since_tz IS NULL"));
                """, database, other);
    }

    private void proves(OnlineOptions options, String fill, TestDatabase database, TestDatabase other)
            throws Exception {
        database.execute("CREATE TABLE visits (id bigint PRIMARY KEY); INSERT INTO visits VALUES (1), (2)");
        other.execute("CREATE TABLE visits (id bigint PRIMARY KEY, since_tz integer)");
        OnlineProof proof = new OnlineProof(database, other, options.backfill(List.of("visits.since_tz=7200")));

        assertThat(proof.methods()).startsWith("""
                    @Override
                    public void upgrade(Operations op) {
                        op.addColumn("visits", column("since_tz", integer()));
                %s    }
                """.formatted(fill));
        proof.holds(classes);
        assertThat(database.query("SELECT DISTINCT since_tz FROM visits")).isEqualTo("7200");
    }

    @Test
    void aColumnThatComesIntoAForeignKeyOfSeveralIsToldOf(TestDatabase database, TestDatabase other) throws Exception {
        database.execute("""
                CREATE TABLE lines (number bigint PRIMARY KEY);
                CREATE TABLE parcels (id bigint PRIMARY KEY, line bigint REFERENCES lines)""");
        other.execute("""
                CREATE TABLE lines (number bigint, region text, PRIMARY KEY (number, region));
                CREATE TABLE parcels (id bigint PRIMARY KEY, line bigint, region text,
                    FOREIGN KEY (line, region) REFERENCES lines)""");
        OnlineOptions filled = OnlineOptions.ONLINE.backfill(List.of("lines.region='eu'"));
        OnlineProof proof = new OnlineProof(database, other, filled);

        assertThat(proof.methods()).contains("""
                        // Rows of parcels that are there refer to nothing by parcels_line_region_fkey until they have a value
                        // for parcels.region: it doesn't look at them. Fill them in the file, or run again with
                        // -Dmigrate.overwrite '-Dmigrate.backfill=parcels.region=<SQL>'.
                        op.addColumn("parcels", column("region", text()));
                """);
        assertThat(proof.rewrite().preconditions())
                .containsExactly(
                        "Rows of parcels that are there refer to nothing by parcels_line_region_fkey until they"
                                + " have a value for parcels.region: it doesn't look at them. Fill them in the file, or run again"
                                + " with -Dmigrate.overwrite '-Dmigrate.backfill=parcels.region=<SQL>'.");
        assertThat(new OnlineProof(
                                database, other, filled.backfill(List.of("lines.region='eu'", "parcels.region='eu'")))
                        .rewrite()
                        .preconditions())
                .isEmpty();
    }
}
