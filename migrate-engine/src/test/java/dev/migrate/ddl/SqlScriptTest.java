package dev.migrate.ddl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.MigrateException;
import dev.migrate.operation.Statement;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SqlScriptTest {

    private static List<String> texts(String sql) {
        return SqlScript.split(sql).stream().map(Statement::sql).toList();
    }

    @Test
    void semicolonsEndStatementsAndTheLastOneNeedsNone() {
        assertThat(texts(" SELECT 1 ;\n;; SELECT 2;\n\n-- the end\n")).containsExactly("SELECT 1", "SELECT 2");
        assertThat(texts("SELECT 1;SELECT 2")).containsExactly("SELECT 1", "SELECT 2");
        assertThat(texts(" -- nothing\n /* at all; */ ;")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT 'a;b', 'it''s; fine', ''",
                "SELECT 'back\\'",
                "SELECT E'it\\'s; fine', e'\\\\'",
                "SELECT E'one'\n  'two\\'; still'",
                "SELECT E'one' -- and\n -- then\n  'two\\'; still'",
                "SELECT 1 -- one; it's\r+ ';' -- two;\r\n + 1",
                "SELECT a\u2003$b$, c\u00A0$b$",
                "SELECT U&'d\\0061t;a', u&\"d;a\", N'a;b', B'01', X'1F'",
                "SELECT \"a;b\", \"say \"\"hi;\"\"\"",
                "DO $$ BEGIN PERFORM 1; END $$",
                "DO $body$ BEGIN PERFORM '$$;'; END $body$",
                "SELECT $ä$;$ä$",
                "SELECT a$b, $1 FROM t$c$",
                "SELECT 1 /* one; /* nested; */ still; */ + 1 -- two;\n + 1",
                "CREATE RULE r AS ON INSERT TO t DO ALSO (INSERT INTO a VALUES (1); INSERT INTO b VALUES (2))",
                "CREATE OR REPLACE FUNCTION f() RETURNS int BEGIN ATOMIC\n"
                        + "SELECT CASE WHEN true THEN 1 ELSE 2 END; SELECT 2; END",
                "INSERT INTO t VALUES (':x ? % {fn now()}', :x)",
            })
    void isOneStatement(String sql) {
        assertThat(texts(sql + "; SELECT 2")).containsExactly(sql, "SELECT 2");
    }

    @Test
    void theBodyOfAFunctionIsOneWithItsHeadHoweverLongThatIs() {
        String columns = IntStream.range(0, 100).mapToObj(i -> "c" + i + " int").collect(Collectors.joining(", "));
        String function = "CREATE FUNCTION f() RETURNS TABLE (" + columns + ") BEGIN ATOMIC SELECT 1; SELECT 2; END";

        assertThat(texts(function + "; SELECT 2")).containsExactly(function, "SELECT 2");
    }

    @Test
    void aCommentStaysWithTheStatementBehindIt() {
        assertThat(texts("-- first; of all\nSELECT 1;\n/* second */ SELECT 2"))
                .containsExactly("-- first; of all\nSELECT 1", "/* second */ SELECT 2");
    }

    @Test
    void beginIsAnOrdinaryWordOutsideAFunctionBody() {
        assertThat(texts("SELECT begin atomic FROM t; SELECT 2")).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE INDEX CONCURRENTLY i ON t (a)",
                "create unique /* why */ index -- and\n concurrently if not exists i on t (a)",
                "DROP INDEX CONCURRENTLY IF EXISTS i",
                "REINDEX INDEX CONCURRENTLY i",
                "REINDEX (VERBOSE, CONCURRENTLY) TABLE t",
                "REINDEX (CONCURRENTLY) TABLE t",
                "REINDEX DATABASE d",
                "REINDEX (VERBOSE) SYSTEM d",
                "REINDEX SCHEMA s",
                "VACUUM",
                "vacuum (analyze) t",
                "CREATE DATABASE d",
                "DROP DATABASE IF EXISTS d",
                "CREATE TABLESPACE s LOCATION '/x'",
                "DROP TABLESPACE s",
                "ALTER DATABASE \"a b\" SET TABLESPACE s",
                "ALTER SYSTEM SET work_mem = '1GB'",
                "ALTER TABLE t DETACH PARTITION p CONCURRENTLY",
                "ALTER TYPE app.mood ADD VALUE IF NOT EXISTS 'fine'",
                "CLUSTER",
                "CREATE SUBSCRIPTION s CONNECTION '' PUBLICATION p",
            })
    void runsOutsideATransaction(String sql) {
        assertThat(SqlScript.split(sql)).containsExactly(Statement.outsideTransaction(sql));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE INDEX i ON t (concurrently)",
                "CREATE INDEX \"CONCURRENTLY\" ON t (a)",
                "SELECT 'CREATE INDEX CONCURRENTLY i ON t (a)'",
                "COMMENT ON TABLE t IS 'VACUUM'",
                "REFRESH MATERIALIZED VIEW CONCURRENTLY v",
                "REINDEX TABLE t",
                "ALTER DATABASE d SET work_mem = '1GB'",
                "ALTER TABLE t DETACH PARTITION p",
                "ALTER TYPE mood RENAME VALUE 'a' TO 'b'",
                "CLUSTER t USING i",
                "PREPARE q AS SELECT 1",
                "SET LOCAL lock_timeout = '1s'",
            })
    void runsInATransaction(String sql) {
        assertThat(SqlScript.split(sql)).containsExactly(Statement.of(sql));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "BEGIN",
                "start transaction",
                "COMMIT",
                "commit prepared 'x'",
                "ROLLBACK TO SAVEPOINT a",
                "END",
                "ABORT",
                "SAVEPOINT a",
                "RELEASE a",
                "PREPARE TRANSACTION 'x'",
            })
    void transactionControlIsRefused(String sql) {
        assertThatThrownBy(() -> SqlScript.split("SELECT 1;\n-- then\n" + sql + ";"))
                .isInstanceOf(MigrateException.class)
                .hasMessage(
                        "Line 3 of the SQL says " + sql.replaceFirst(" .*", "").toUpperCase(Locale.ROOT)
                                + ", but each revision runs in a transaction that Migrate begins and commits itself. Leave it"
                                + " out; for statements that must not share a transaction use"
                                + " op.outsideTransaction(() -> …).");
    }

    @Test
    void whatOnlyPsqlUnderstandsIsRefused() {
        assertThatThrownBy(() -> SqlScript.split("SELECT 1;\n\\copy t from 'x'"))
                .hasMessage(
                        "Line 2 of the SQL has a backslash, which only psql understands. Write the command as SQL.");
        assertThatThrownBy(() -> SqlScript.split("COPY t (a, b) FROM stdin;\n1\t2\n\\."))
                .hasMessage("Line 1 of the SQL takes rows from standard input, which only psql can give it."
                        + " Use op.bulkInsert(…) with copy(), or INSERT.");
        assertThatThrownBy(() -> SqlScript.split("SELECT 1;\nCOPY (SELECT 1) TO STDOUT (FORMAT csv)"))
                .hasMessage(
                        "Line 2 of the SQL sends rows to standard output, where no migration reads them. Leave it out,"
                                + " or copy them to a file of the server or into a table.");
    }

    @Test
    void theLinesByWhichPgDumpRestrictsPsqlAskNothingOfAServer() {
        String dump = """
                --
                -- PostgreSQL database dump
                --

                \\restrict KOl04dCU27BwMD7D8mWWxuzhqVsZhGcfKHh9lLB7qrruXPmKDcuQ2rPoe9cv0pB

                -- Dumped from database version 15.18
                SET row_security = off;

                CREATE TABLE t (id integer);
                --
                -- PostgreSQL database dump complete
                --

                \\unrestrict KOl04dCU27BwMD7D8mWWxuzhqVsZhGcfKHh9lLB7qrruXPmKDcuQ2rPoe9cv0pB
                """;

        assertThat(SqlScript.split(dump))
                .extracting(Statement::sql)
                .containsExactly(
                        "-- Dumped from database version 15.18\nSET row_security = off", "CREATE TABLE t (id integer)");
        assertThatThrownBy(() -> SqlScript.split("SELECT 1\n\\restrict a"))
                .hasMessage(
                        "Line 2 of the SQL has a backslash, which only psql understands. Write the command as SQL.");
    }

    /** As pg_dump writes it for a database in LATIN1: the rest would be read in it, by psql. */
    @Test
    void anotherEncodingOfTheSessionIsRefused() {
        for (String sql : List.of(
                "SET client_encoding = 'LATIN1'", "set session CLIENT_ENCODING to \"LATIN1\"", "SET NAMES 'LATIN1'")) {
            String said = sql.substring(sql.lastIndexOf(' ') + 1);
            assertThatThrownBy(() -> SqlScript.split("SELECT 1;\n" + sql + ";\nSELECT 'Gerät'"))
                    .as(sql)
                    .hasMessage(
                            "Line 2 of the SQL sets the session's encoding to " + said + ", but the driver and scripts"
                                    + " send UTF-8, which PostgreSQL turns into the database's encoding by itself. Leave it out;"
                                    + " pg_dump --encoding=UTF8 writes a dump in it.");
        }
        for (String sql :
                List.of("SET client_encoding = 'UTF8'", "SET client_encoding TO \"utf8\"", "SET NAMES 'UTF-8'")) {
            assertThat(SqlScript.split(sql)).extracting(Statement::sql).containsExactly(sql);
        }
    }

    @Test
    void whatNeverEndsNamesTheLineItStartsOn() {
        assertThatThrownBy(() -> SqlScript.split("SELECT 1;\nSELECT 'abc"))
                .hasMessage("The string that starts on line 2 of the SQL never ends; expected its closing delimiter"
                        + " before the end of the text.");
        assertThatThrownBy(() -> SqlScript.split("SELECT \"abc")).hasMessageStartingWith("The quoted name that starts");
        assertThatThrownBy(() -> SqlScript.split("/* a /* b */")).hasMessageStartingWith("The comment that starts");
        assertThatThrownBy(() -> SqlScript.split("DO $a$ $b$"))
                .hasMessageStartingWith("The dollar-quoted string $a$ that starts");
    }

    @Test
    void whatAStatementIsBeginsBehindItsComments() {
        assertThat(SqlScript.withoutLeadingComments("""
                        -- create view a
                        /* one /* in another */ */
                        create view b as select 1 -- one""")).isEqualTo("create view b as select 1 -- one");
        assertThat(SqlScript.withoutLeadingComments(" -- nothing")).isEmpty();
    }
}
