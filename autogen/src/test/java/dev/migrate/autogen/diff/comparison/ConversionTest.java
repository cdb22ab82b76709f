package dev.migrate.autogen.diff.comparison;

import static dev.migrate.schema.Definitions.column;
import static dev.migrate.schema.Types.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.ddl.DdlRenderer;
import dev.migrate.ddl.ServerVersion;
import dev.migrate.operation.Statement;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Type;
import dev.migrate.testing.PostgresTest;
import dev.migrate.testing.TestDatabase;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@PostgresTest
class ConversionTest {

    private static String changed(String column, Type from, Type to) {
        DdlRenderer ddl = new DdlRenderer(ServerVersion.ofMajor(ServerVersion.OLDEST_SUPPORTED));
        return new ColumnDiff(QualifiedName.parse("t"), false, ServerVersion.ofMajor(ServerVersion.OLDEST_SUPPORTED))
                .diff(column(column, from), column(column, to)).stream()
                        .flatMap(change -> ddl.render(change).stream())
                        .map(Statement::sql)
                        .collect(Collectors.joining(";\n", "", ";\n"));
    }

    @Test
    void valuesMeanTheSameInAnotherTypeAndBack(TestDatabase database) {
        database.execute("""
                CREATE TABLE t (
                    id integer, clob oid, blob oid, text bytea, bytes text, key uuid, read boolean, paid boolean,
                    took numeric(21,0), lasted bigint, sum numeric(10,2), rate real,
                    price double precision);
                INSERT INTO t VALUES
                    (1, lo_from_bytea(0, convert_to('Grüße', 'UTF8')), lo_from_bytea(0, '\\x00ff'), convert_to('a\\b', 'UTF8'),
                        'a\\b', '7d444840-9dc0-11d1-b245-5ffdce74fad2', true, false, 5000001000, -86400000000000, 1.00,
                        0.1, 9007199254740991),
                    (2, null, null, null, null, null, null, null, null, null, null, null, null);
                """);
        String all =
                "SELECT clob, blob, text, bytes, key, read, paid, took, lasted, sum, rate, price FROM t ORDER BY id";
        String before = database.query(all.replace("clob, blob", "lo_get(clob), lo_get(blob)"));

        database.execute(changed("clob", oid(), text())
                + changed("blob", oid(), bytea())
                + changed("text", bytea(), varchar(3))
                + changed("bytes", text(), bytea())
                + changed("key", uuid(), bytea())
                + changed("read", bool(), smallint())
                + changed("paid", bool(), numeric(3, 2))
                + changed("took", numeric(21, 0), interval())
                + changed("lasted", bigint(), interval())
                + changed("sum", numeric(10, 2), bool())
                + changed("rate", real(), doublePrecision())
                + changed("price", doublePrecision(), numeric(38, 2)));

        assertThat(database.query(all)).isEqualTo("""
                Grüße|\\x00ff|a\\b|\\x615c62|\\x7d4448409dc011d1b2455ffdce74fad2|1|0.00|00:00:05.000001|-24:00:00|t|0.1|9007199254740991.00
                null|null|null|null|null|null|null|null|null|null|null|null""");

        database.execute(changed("clob", text(), oid())
                + changed("blob", bytea(), oid())
                + changed("text", varchar(3), bytea())
                + changed("bytes", bytea(), text())
                + changed("key", bytea(), uuid())
                + changed("read", smallint(), bool())
                + changed("paid", numeric(3, 2), bool())
                + changed("took", interval(), numeric(21, 0))
                + changed("lasted", interval(), bigint())
                + changed("sum", bool(), numeric(10, 2))
                + changed("rate", doublePrecision(), real())
                + changed("price", numeric(38, 2), doublePrecision()));

        assertThat(database.query(all.replace("clob, blob", "lo_get(clob), lo_get(blob)")))
                .isEqualTo(before);
    }

    @Test
    void theElementsOfAnArrayMeanTheSameInAnotherTypeAndBack(TestDatabase database) {
        database.execute("""
                CREATE TABLE t (id integer, flags boolean[], prices money[], amounts numeric(10,2)[], keys uuid[]);
                INSERT INTO t VALUES
                    (1, '{t,f,NULL}', '{"$1,000.50",NULL}', '{1000.50,NULL}', '{7d444840-9dc0-11d1-b245-5ffdce74fad2,NULL}'),
                    (2, '{}', '{}', '{}', '{}'),
                    (3, null, null, null, null);
                """);
        String all = "SELECT flags, prices, amounts, keys FROM t ORDER BY id";
        String before = database.query(all);

        database.execute(changed("flags", bool().array(), smallint().array())
                + changed("prices", type("money").array(), numeric(38, 2).array())
                + changed("amounts", numeric(10, 2).array(), type("money").array())
                + changed("keys", uuid().array(), bytea().array()));

        assertThat(database.query(all)).isEqualTo("""
                {1,0,NULL}|{1000.50,NULL}|{"$1,000.50",NULL}|{"\\\\x7d4448409dc011d1b2455ffdce74fad2",NULL}
                {}|{}|{}|{}
                null|null|null|null""");

        database.execute(changed("flags", smallint().array(), bool().array())
                + changed("prices", numeric(38, 2).array(), type("money").array())
                + changed("amounts", type("money").array(), numeric(10, 2).array())
                + changed("keys", bytea().array(), uuid().array()));

        assertThat(database.query(all)).isEqualTo(before);
    }

    /** Each of the values would be a date or time if it were read from its digits, and another one than was meant. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "20240229; bigint; timestamp(6) with time zone",
                "20240229; bigint; timestamp(6) without time zone",
                "20240229; numeric(19,0); date",
                "1230; integer; time(6) without time zone",
                "90; integer; interval",
                "{20240229}; bigint[]; date[]",
            })
    void noNumberIsReadAsATimeThatItMayNotBe(String value, String from, String to, TestDatabase database) {
        database.execute("CREATE TABLE t (c " + from + "); INSERT INTO t VALUES (null)");
        database.execute(changed("c", type(from), type(to)) + changed("c", type(to), type(from)));
        database.execute("INSERT INTO t VALUES ('" + value + "')");

        assertThatThrownBy(() -> database.execute(changed("c", type(from), type(to))))
                .hasStackTraceContaining(value + " of no known unit");
        assertThat(database.query("SELECT c FROM t WHERE c IS NOT NULL")).isEqualTo(value);
    }

    @Test
    void whenARowWasDeletedBecomesThatItWasAndBack(TestDatabase database) {
        database.execute("""
                CREATE TABLE t (id integer, deleted timestamptz, "on" date);
                INSERT INTO t VALUES (1, '2026-01-02 03:04:05Z', '2026-01-02'), (2, null, null);
                """);
        String all = "SELECT deleted, \"on\" FROM t ORDER BY id";

        database.execute(changed("deleted", timestamptz(6), bool()) + changed("on", date(), bool()));

        assertThat(database.query(all)).isEqualTo("t|t\nf|f");

        database.execute(changed("deleted", bool(), timestamptz(6)) + changed("on", bool(), timestamp()));

        assertThat(database.query("SELECT deleted <= now(), \"on\" IS NULL FROM t ORDER BY id"))
                .isEqualTo("t|f\nnull|t");
    }

    @Test
    void anArrayBecomesADocumentAndOneOfNumbersComesBack(TestDatabase database) {
        database.execute("""
                CREATE TABLE t (id integer, nums integer[], rates numeric(4,2)[], truths boolean[], words text[]);
                INSERT INTO t VALUES (1, '{1,NULL,3}', '{{1.50,2.00}}', '{t,f}', '{"a,b","c\\"d","{}"}'),
                    (2, '{}', '{}', '{}', '{}'), (3, null, null, null, null);
                """);
        String all = "SELECT nums, rates, truths, words FROM t ORDER BY id";
        String before = database.query(all.replace(", words", ""));

        database.execute(changed("nums", integer().array(), jsonb())
                + changed("rates", numeric(4, 2).array(), json())
                + changed("truths", bool().array(), jsonb())
                + changed("words", text().array(), jsonb()));

        assertThat(database.query(all)).isEqualTo("""
                [1, null, 3]|[[1.50,2.00]]|[true, false]|["a,b", "c\\"d", "{}"]
                []|[]|[]|[]
                null|null|null|null""");

        database.execute(changed("nums", jsonb(), integer().array())
                + changed("rates", json(), numeric(4, 2).array())
                + changed("truths", jsonb(), bool().array()));

        assertThat(database.query(all.replace(", words", ""))).isEqualTo(before);
    }

    @Test
    void whatElseMayBeMeantIsSaidInSqlThatRuns() {
        assertThat(Conversion.between(bool(), character(1)).orElseThrow().loss("t", "PAID", "."))
                .hasValue(
                        "Writes 'Y' and 'N' for true and false in t.PAID. For other letters: type(..., \"CASE \\\"PAID\\\""
                                + " WHEN true THEN 'T' WHEN false THEN 'F' END\").");
    }

    @Test
    void oneValueBecomesAnArrayOfItAndBack(TestDatabase database) {
        database.execute("""
                CREATE TYPE mood AS ENUM ('sad', 'happy');
                CREATE TABLE t (id integer, "Tag" text, size smallint, mood mood, moods mood[], key uuid, numbers text);
                INSERT INTO t VALUES
                    (1, '{a,b}', 7, 'sad', '{happy}', '7d444840-9dc0-11d1-b245-5ffdce74fad2', '12'),
                    (2, null, null, null, null, null, null);
                """);
        String all = "SELECT \"Tag\", size, mood, moods, key, numbers FROM t ORDER BY id";
        String before = database.query(all);

        database.execute(changed("Tag", text(), text().array())
                + changed("size", smallint(), varchar(5).array())
                + changed("mood", type("mood"), varchar(5).array())
                + changed("moods", type("mood").array(), varchar(5))
                + changed("key", uuid(), text().array())
                + changed("numbers", text(), bigint().array()));

        assertThat(database.query(all)).isEqualTo("""
                {"{a","b}"}|{7}|{sad}|happy|{7d444840-9dc0-11d1-b245-5ffdce74fad2}|{12}
                null|null|null|null|null|null""");

        database.execute(changed("Tag", text().array(), text())
                + changed("size", varchar(5).array(), smallint())
                + changed("mood", varchar(5).array(), type("mood"))
                + changed("moods", varchar(5), type("mood").array())
                + changed("key", text().array(), uuid())
                + changed("numbers", bigint().array(), text()));

        assertThat(database.query(all)).isEqualTo(before);
    }

    @Test
    void anArraysFirstElementIsWhereItBegins(TestDatabase database) {
        database.execute("""
                CREATE TABLE t (id integer, tags text[], sizes integer[]);
                INSERT INTO t VALUES
                    (1, '[0:0]={a}', '[0:1]={5,6}'),
                    (2, '{{b}}', '{7}'),
                    (3, '{}', '{}'),
                    (4, NULL, NULL)""");

        database.execute(changed("tags", text().array(), text())
                + changed("sizes", integer().array(), integer()));

        assertThat(database.query("SELECT tags, sizes FROM t ORDER BY id")).isEqualTo("""
                a|5
                {{b}}|7
                |null
                null|null""");
    }

    @Test
    void flagsOfLettersAndBitsAndAmountsOfMoneyKeepTheirValuesToo(TestDatabase database) {
        database.execute("""
                CREATE TABLE t (id integer, paid boolean, open boolean, sent boolean, price money, amount numeric(10,2));
                INSERT INTO t VALUES (1, true, true, true, 12.5, 1234.56), (2, false, false, false, -1, -0.01),
                    (3, null, null, null, null, null);
                """);
        String all = "SELECT paid, open, sent, price, amount FROM t ORDER BY id";
        String before = database.query(all);

        database.execute(changed("paid", bool(), character(1))
                + changed("open", bool(), varchar(4))
                + changed("sent", bool(), type("bit(1)"))
                + changed("price", type("money"), numeric(38, 2))
                + changed("amount", numeric(10, 2), type("money")));

        assertThat(database.query(all)).isEqualTo("""
                Y|Y|1|12.50|$1,234.56
                N|N|0|-1.00|-$0.01
                null|null|null|null|null""");

        database.execute(changed("paid", character(1), bool())
                + changed("open", varchar(4), bool())
                + changed("sent", type("bit(1)"), bool())
                + changed("price", numeric(38, 2), type("money"))
                + changed("amount", type("money"), numeric(10, 2)));

        assertThat(database.query(all)).isEqualTo(before);
    }
}
