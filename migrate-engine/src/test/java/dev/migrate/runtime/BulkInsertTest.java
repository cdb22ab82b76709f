package dev.migrate.runtime;

import static dev.migrate.operation.DataChanges.rows;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.Migrate;
import dev.migrate.Migration;
import dev.migrate.Operations;
import dev.migrate.Revision;
import dev.migrate.RunListener;
import dev.migrate.operation.DataOperation.BulkInsert;
import dev.migrate.operation.RowSource;
import dev.migrate.revision.Direction;
import dev.migrate.testing.PostgresTest;
import dev.migrate.testing.Psql;
import dev.migrate.testing.TestDatabase;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rows that a migration brings: as INSERTs and by COPY, live and in scripts. */
@PostgresTest
class BulkInsertTest {

    private static final String ALL_ASCII = new String(bytes(1, 127), StandardCharsets.US_ASCII);

    private static final BulkInsert EVERYTHING = rows(
                    "\"Odd \\ table\"",
                    "n",
                    "Text",
                    "json",
                    "bytes",
                    "texts",
                    "ints",
                    "at",
                    "day",
                    "ok",
                    "num",
                    "uid",
                    "mood",
                    "real")
            .row(
                    1,
                    ALL_ASCII,
                    "{\"k\": \"a\\tb\\\\c\"}",
                    bytes(0, 255),
                    List.of("a,b", "", "NULL", "\"\\", "{x}", "é\t\n"),
                    new int[][] {{1, 2}, {3, 4}},
                    OffsetDateTime.parse("2026-01-02T03:04:05.123456+02:00"),
                    LocalDate.of(2026, 1, 2),
                    true,
                    new BigDecimal("1E+10"),
                    UUID.fromString("123e4567-e89b-12d3-a456-426614174000"),
                    Direction.UPGRADE,
                    Double.NaN)
            .row(
                    2,
                    "\\N",
                    "null",
                    bytes(92, 2),
                    List.of(),
                    null,
                    Instant.EPOCH,
                    null,
                    false,
                    0,
                    null,
                    "UPGRADE",
                    -1.5e-300)
            .row(
                    3,
                    "\\.",
                    "\"\\u00e9\"",
                    new byte[0],
                    Arrays.asList("x", null),
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null)
            .row(4, "", null, null, null, null, null, null, null, null, null, null, Double.NEGATIVE_INFINITY)
            .row(5, "\\", null, null, null, null, null, null, null, null, null, null, null)
            .row(6, "a\r\n\\.\r\nb'$$;--", null, null, null, null, null, null, null, null, null, null, null)
            .row(7, "日本 \uD83D\uDE00 \u2028 é", null, null, null, null, null, null, null, null, null, null, null)
            .row(8, null, null, null, null, null, null, null, null, null, null, null, null)
            .row(
                    9,
                    LocalTime.NOON,
                    null,
                    null,
                    null,
                    null,
                    LocalDateTime.of(1, 1, 1, 0, 0),
                    null,
                    null,
                    null,
                    null,
                    null,
                    1f);

    private static byte[] bytes(int from, int count) {
        byte[] bytes = new byte[count];
        for (int i = 0; i < count; i++) {
            bytes[i] = (byte) (from + i);
        }
        return bytes;
    }

    private static final String TABLE = """
            CREATE TYPE mood AS ENUM ('UPGRADE');
            CREATE TABLE "Odd \\ table" (n int, "Text" text, json jsonb, bytes bytea, texts text[], ints int[], at timestamptz,
                day date, ok boolean, num numeric, uid uuid, mood mood, "real" float8);
            """;

    private static final String CONTENTS = "SELECT t, length(\"Text\") FROM \"Odd \\ table\" t ORDER BY n";

    abstract static class Forward implements Migration {
        @Override
        public void downgrade(Operations op) {}
    }

    static final class Copied {
        @Revision(id = "0001")
        static class Copy extends Forward {
            @Override
            public void upgrade(Operations op) {
                op.execute(TABLE);
                op.bulkInsert(EVERYTHING.copy());
            }
        }
    }

    static final class Inserted {
        @Revision(id = "0001")
        static class Insert extends Forward {
            @Override
            public void upgrade(Operations op) {
                op.execute(TABLE);
                op.bulkInsert(EVERYTHING);
            }
        }
    }

    private static Migrate migrate(TestDatabase database, Class<?> history) {
        return TestHistory.configure(database, history).build();
    }

    @Test
    void everyValueArrivesAsItIsByWhicheverWay(
            TestDatabase inserted, TestDatabase copied, TestDatabase insertScript, TestDatabase copyScript) {
        migrate(inserted, Inserted.class).upgrade("head");
        migrate(copied, Copied.class).upgrade("head");
        StringBuilder inserts = new StringBuilder();
        migrate(insertScript, Inserted.class).upgradeSql("head", inserts);
        StringBuilder copy = new StringBuilder();
        migrate(copyScript, Copied.class).upgradeSql("head", copy);

        assertThat(Psql.run(insertScript, inserts)).isEqualTo("exit 0");
        assertThat(Psql.run(copyScript, copy)).isEqualTo("exit 0");

        String contents = inserted.query(CONTENTS);
        assertThat(inserted.query("SELECT \"Text\" FROM \"Odd \\ table\" WHERE n = 1"))
                .isEqualTo(ALL_ASCII);
        assertThat(inserted.query("SELECT texts[4], texts[6], ints[2][1] FROM \"Odd \\ table\" WHERE n = 1"))
                .isEqualTo("\"\\|é\t\n|3");
        assertThat(copied.query(CONTENTS)).isEqualTo(contents);
        assertThat(insertScript.query(CONTENTS)).isEqualTo(contents);
        assertThat(copyScript.query(CONTENTS)).isEqualTo(contents);
        assertThat(copyScript.query("SELECT checksum FROM migrate_journal"))
                .isEqualTo(copied.query("SELECT checksum FROM migrate_journal"));
    }

    @Test
    void aNulIsRefusedBeforePostgresqlSeesIt(TestDatabase database) {
        database.execute("CREATE TABLE t (a text)");

        assertThatThrownBy(() -> once(database, rows("t", "a").row("a\0b").copy()))
                .hasMessageContaining("A string contains a NUL character, which PostgreSQL cannot store: a?b");
        assertThat(database.query("SELECT count(*) FROM t")).isEqualTo("0");
    }

    private static void once(TestDatabase database, BulkInsert insert) {
        once(database.dataSource(), insert, new TestHistory.Told());
    }

    private static void once(DataSource dataSource, BulkInsert insert, RunListener listener) {
        Once.insert = insert;
        Migrate.configure()
                .dataSource(dataSource)
                .history(TestHistory.of(OnceHistory.class))
                .classLoader(BulkInsertTest.class.getClassLoader())
                .listener(listener)
                .build()
                .upgrade("head");
    }

    /** What the next run inserts: a test's own rows can't be in a class that is written before. */
    private static final class Once {
        private static BulkInsert insert = rows("t", "a");
    }

    static final class OnceHistory {
        @Revision(id = "0001")
        static class Insert extends Forward {
            @Override
            public void upgrade(Operations op) {
                op.bulkInsert(Once.insert);
                op.execute("CREATE TABLE after_it (a int)");
            }
        }
    }

    @Test
    void aRowThatPostgresqlRefusesTakesBackAllOfThem(TestDatabase database) {
        database.execute("CREATE TABLE t (a int)");

        assertThatThrownBy(() -> once(database, rows("t", "a").row(1).row("two").copy()))
                .hasMessageContaining("COPY t (a) FROM stdin")
                .hasMessageContaining("invalid input syntax for type integer: \"two\"");
        assertThat(database.query("SELECT count(*) FROM t")).isEqualTo("0");
        assertThat(database.query("SELECT outcome FROM migrate_journal")).isEqualTo("failed");
    }

    @Test
    void rowsThatCannotBeReadTakeBackWhatWasSent(TestDatabase database) {
        database.execute("CREATE TABLE t (a text)");
        String long_ = "x".repeat(100_000);

        assertThatThrownBy(() -> once(
                        database,
                        rows("t", "a")
                                .rowsFrom(() -> Stream.of(1, 2).map(i -> {
                                    if (i == 2) {
                                        throw new IllegalStateException("The disk is gone");
                                    }
                                    return List.of(long_);
                                }))
                                .copy()))
                .hasMessageContaining("The disk is gone");
        assertThatThrownBy(() -> once(database, rows("t", "a").rowsFrom(() -> {
                    throw new IOException("No such file");
                })))
                .hasMessageContaining("The rows for t cannot be read: No such file");
        assertThat(database.query("SELECT count(*) FROM t")).isEqualTo("0");
    }

    @Test
    void aDataSourceThatHidesTheDriverGetsInserts(TestDatabase database) {
        database.execute("CREATE TABLE t (a int GENERATED ALWAYS AS IDENTITY)");
        TestHistory.Told told = new TestHistory.Told();
        RowSource rows = () -> Stream.iterate(1, i -> i + 1).limit(1_001).map(List::of);

        once(hiding(database.dataSource()), rows("t", "a").rowsFrom(rows).copy(), told);

        assertThat(database.query("SELECT count(*), sum(a) FROM t")).isEqualTo("1001|501501");
        assertThat(told.text())
                .isEqualTo("The rows for t are sent as INSERTs, which are slower than COPY: the connection is"
                        + " no org.postgresql.PGConnection and doesn't unwrap to one");
    }

    private static DataSource hiding(DataSource dataSource) {
        return proxy(DataSource.class, dataSource);
    }

    /** Hands out connections that don't tell what is behind them. */
    private static <T> T proxy(Class<T> type, Object behind) {
        return type.cast(Proxy.newProxyInstance(
                BulkInsertTest.class.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
                    if (method.getName().equals("isWrapperFor")) {
                        return false;
                    }
                    try {
                        Object result = method.invoke(behind, arguments);
                        return result instanceof Connection connection ? proxy(Connection.class, connection) : result;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }

    @Test
    void aRunIsCancelledInTheMiddleOfItsRows(TestDatabase database) throws InterruptedException {
        database.execute("CREATE TABLE t (a int)");
        CountDownLatch sending = new CountDownLatch(1);
        BulkInsert endless = rows("t", "a")
                .rowsFrom(() -> Stream.iterate(1, i -> i + 1)
                        .peek(i -> {
                            if (i == 100_000) {
                                sending.countDown();
                            }
                        })
                        .map(List::of))
                .copy();
        Thread runner = Thread.currentThread();
        Thread canceller = new Thread(() -> {
            try {
                sending.await();
                runner.interrupt();
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        });
        canceller.start();

        assertThatThrownBy(() -> once(database, endless)).isInstanceOf(CancelledException.class);

        canceller.join();
        Thread.interrupted();
        assertThat(database.query("SELECT count(*) FROM t")).isEqualTo("0");
    }

    static final class Interrupted {
        @Revision(id = "0001")
        static class Copy extends Forward {
            @Override
            public void upgrade(Operations op) {
                op.execute("CREATE TABLE t (a int)");
                op.bulkInsert(rows("t", "a")
                        .row(1)
                        .row(Integer.parseInt(op.x("second").orElse("2")))
                        .copy());
                op.outsideTransaction(() -> op.execute("INSERT INTO needed VALUES (1)"));
            }
        }
    }

    @Test
    void aRerunKnowsTheRowsThatAreCommittedAndWhetherTheyAreTheSame(TestDatabase database) {
        assertThatThrownBy(() -> migrate(database, Interrupted.class).upgrade("head"))
                .hasMessageContaining("relation \"needed\" does not exist");
        database.execute("CREATE TABLE needed (a int)");

        assertThatThrownBy(() -> TestHistory.configure(database, Interrupted.class)
                        .x("second", "3")
                        .build()
                        .upgrade("head"))
                .hasMessage(
                        "The upgrade of revision 0001 can't continue, and nothing was run: its statements up to 2 are"
                                + " committed, and the migration has others there now.\nRestore the migration as it was up to"
                                + " statement 2; what comes after it may change.\nThen run mvn migrate:upgrade again: it continues"
                                + " after statement 2.");
        migrate(database, Interrupted.class).upgrade("head");

        assertThat(database.query("SELECT a FROM t ORDER BY a")).isEqualTo("1\n2");
    }

    @Test
    void aMillionRowsNeedNoMoreMemoryThanAFew(TestDatabase database, @TempDir Path directory)
            throws IOException, InterruptedException {
        Path script = directory.resolve("script.sql");

        assertThat(inSmallHeap(database.url(), script.toString())).isEqualTo("done\n");
        assertThat(inSmallHeap(database.url())).isEqualTo("done\n");

        assertThat(database.query("SELECT count(*), sum(id) FROM many")).isEqualTo("1000000|500000500000");
        assertThat(Files.size(script)).isGreaterThan(80_000_000L);
    }

    private static String inSmallHeap(String... arguments) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(Stream.concat(
                                Stream.of(
                                        Path.of(System.getProperty("java.home"), "bin", "java")
                                                .toString(),
                                        "-Xmx64m",
                                        "-Dorg.slf4j.simpleLogger.defaultLogLevel=error",
                                        "-cp",
                                        System.getProperty("java.class.path"),
                                        ManyRows.class.getName()),
                                Stream.of(arguments))
                        .toList())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return output;
    }
}
