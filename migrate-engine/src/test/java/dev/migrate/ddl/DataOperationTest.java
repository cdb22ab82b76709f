package dev.migrate.ddl;

import static dev.migrate.operation.DataChanges.backfill;
import static dev.migrate.operation.DataChanges.rows;
import static dev.migrate.operation.DataChanges.update;
import static dev.migrate.schema.Definitions.enumType;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.ddl.BackfillSql.KeyColumn;
import dev.migrate.operation.DataOperation.Backfill;
import dev.migrate.operation.EnumOperation.ChangeEnum;
import dev.migrate.operation.EnumOperation.Use;
import dev.migrate.operation.Operation;
import dev.migrate.testing.PostgresTest;
import dev.migrate.testing.TestDatabase;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What operations do to rows. */
@PostgresTest
class DataOperationTest {

    private static final DdlRenderer RENDERER = new DdlRenderer(ServerVersion.ofMajor(ServerVersion.OLDEST_SUPPORTED));

    private static void run(TestDatabase database, Operation operation) {
        RENDERER.render(operation).forEach(statement -> database.execute(statement.sql()));
    }

    @Test
    void rowsArriveAsTheyWereGiven(TestDatabase database) {
        database.execute("CREATE TABLE t (a int, b text, c jsonb, d date, e boolean, f bytea)");

        run(
                database,
                rows("t", "a", "b", "c", "d", "e", "f")
                        .row(1, "it's \\ :x ? %", "{\"k\": 1}", LocalDate.of(2026, 1, 2), true, new byte[] {0, 39})
                        .row(null, null, null, null, null, null));

        assertThat(database.query("SELECT * FROM t ORDER BY a"))
                .isEqualTo("1|it's \\ :x ? %|{\"k\": 1}|2026-01-02|t|\\x0027\nnull|null|null|null|null|null");
    }

    @Test
    void manyRowsAreSeveralStatements(TestDatabase database) {
        database.execute("CREATE TABLE t (a int)");
        List<List<Object>> many =
                IntStream.range(0, 1_001).mapToObj(i -> List.<Object>of(i)).toList();

        assertThat(RENDERER.render(rows("t", "a").rows(new ArrayList<>(many)))).hasSize(3);
        run(database, rows("t", "a").rows(new ArrayList<>(many)));

        assertThat(database.query("SELECT count(*), sum(a) FROM t")).isEqualTo("1001|500500");
    }

    @Test
    void aRowWithTooFewValuesIsRefused() {
        assertThatThrownBy(() -> rows("roles", "id", "name").row(1, "admin").row(2))
                .hasMessage("Row 2 for roles has 1 values [2]; expected 2 for [id, name]");
    }

    @Test
    void anUpdateChangesTheRowsThatItNames(TestDatabase database) {
        database.execute("CREATE TABLE t (a int, b text); INSERT INTO t VALUES (1, 'x'), (2, 'y')");

        run(database, update("t").setSql("a", "a * 10").set("b", "it's").where("b = 'y'"));

        assertThat(database.query("SELECT * FROM t ORDER BY a")).isEqualTo("1|x\n20|it's");
    }

    private static final Backfill BACKFILL = backfill("\"My t\"")
            .setSql("b", "'%' || id || '?'")
            .where("b IS NULL OR b = '$backfill$'")
            .batchSize(3);

    private static final String COMPOSITE_KEY = """
            CREATE TABLE "My t" (id int, "Part" text, b text, PRIMARY KEY ("Part", id));
            INSERT INTO "My t" SELECT n, 'it''s' || n % 3, CASE WHEN n = 5 THEN 'kept' END FROM generate_series(1, 10) n;
            """;

    private static final String FILLED = "1|%1?\n2|%2?\n3|%3?\n4|%4?\n5|kept\n6|%6?\n7|%7?\n8|%8?\n9|%9?\n10|%10?";

    @Test
    void aScriptBackfillsInBatchesAlongACompositeKey(TestDatabase database) {
        database.execute(COMPOSITE_KEY);

        run(database, BACKFILL);

        assertThat(database.query("SELECT id, b FROM \"My t\" ORDER BY id")).isEqualTo(FILLED);
        assertThat(database.query("SELECT count(DISTINCT xmin::text) FROM \"My t\" WHERE b <> 'kept'"))
                .isEqualTo("3");
    }

    @Test
    void aScriptSaysWhenThereIsNoKey(TestDatabase database) {
        database.execute("CREATE TABLE \"My t\" (id int, b text)");

        assertThatThrownBy(() -> run(database, BACKFILL))
                .rootCause()
                .hasMessageContaining("ERROR: The table \"My t\" has no primary key to backfill it by");
    }

    @Test
    void aLiveRunGoesFromKeyToKey(TestDatabase database) throws SQLException {
        database.execute(COMPOSITE_KEY);
        BackfillSql sql = new BackfillSql(BACKFILL);
        List<String> batches = new ArrayList<>();
        try (Connection connection = database.connect()) {
            List<KeyColumn> key = new ArrayList<>();
            try (ResultSet rows = connection.createStatement().executeQuery(sql.keyQuery())) {
                while (rows.next()) {
                    key.add(new KeyColumn(rows.getString(1), rows.getString(2)));
                }
            }
            assertThat(key).containsExactly(new KeyColumn("Part", "text"), new KeyColumn("id", "integer"));

            Array last = batch(connection.prepareStatement(sql.firstBatch(key)), batches);
            while (last != null) {
                last = batch(connection.prepareStatement(sql.nextBatch(key, last.toString())), batches);
            }
        }

        assertThat(batches)
                .containsExactly(
                        "{it's0,9,NULL,\"Part text, id integer\"}: 3",
                        "{it's1,7,NULL,\"Part text, id integer\"}: 3",
                        "{it's2,8,NULL,\"Part text, id integer\"}: 3");
        assertThat(database.query("SELECT id, b FROM \"My t\" ORDER BY id")).isEqualTo(FILLED);
    }

    private static Array batch(PreparedStatement statement, List<String> batches) throws SQLException {
        try (statement;
                ResultSet rows = statement.executeQuery()) {
            if (!rows.next()) {
                return null;
            }
            batches.add(rows.getString(1) + ": " + rows.getInt(2));
            return rows.getArray(1);
        }
    }

    @Test
    void rowsKeepTheirValueWhenAnEnumIsReplacedAndLostOnesAreMapped(TestDatabase database) {
        database.execute("""
                CREATE TYPE mood AS ENUM ('sad', 'it''s ok', 'happy');
                CREATE TABLE t (id int, mood mood DEFAULT 'happy', moods mood[]);
                INSERT INTO t VALUES (1, 'sad', '{sad,happy,NULL}'), (2, 'it''s ok', '{}'), (3, 'happy', NULL), (4, NULL, NULL);
                """);
        ChangeEnum change = new ChangeEnum(
                enumType("mood", "sad", "it's ok", "happy"),
                enumType("mood", "happy", "it's ok", "blue"),
                new TreeMap<>(Map.of("sad", "blue")),
                new TreeMap<>(Map.of("blue", "sad")),
                List.of(
                        Use.use("t", "mood").defaultSql("'happy'"),
                        Use.use("t", "moods").ofArray()),
                List.of());
        String before = database.query("SELECT id, mood, moods FROM t ORDER BY id");

        run(database, change);
        assertThat(database.query("SELECT id, mood, moods FROM t ORDER BY mood NULLS LAST"))
                .isEqualTo("3|happy|null\n2|it's ok|{}\n1|blue|{blue,happy,NULL}\n4|null|null");

        run(database, change.inverse());
        assertThat(database.query("SELECT id, mood, moods FROM t ORDER BY id")).isEqualTo(before);
    }

    @Test
    void aValueThatGoesAwayWithoutAMappingStopsTheReplacement(TestDatabase database) {
        database.execute(
                "CREATE TYPE mood AS ENUM ('sad', 'ok'); CREATE TABLE t (mood mood); INSERT INTO t VALUES ('sad')");

        assertThatThrownBy(() -> run(
                        database,
                        new ChangeEnum(
                                enumType("mood", "sad", "ok"),
                                enumType("mood", "ok"),
                                new TreeMap<>(),
                                List.of(Use.use("t", "mood")))))
                .rootCause()
                .hasMessageContaining("invalid input value for enum mood: \"sad\"");
    }
}
