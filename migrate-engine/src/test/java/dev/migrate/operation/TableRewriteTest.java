package dev.migrate.operation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.schema.Type;
import dev.migrate.testing.PostgresTest;
import dev.migrate.testing.TestDatabase;
import org.junit.jupiter.api.Test;

@PostgresTest
class TableRewriteTest {

    @Test
    void typesByAnyOfTheirNamesAreRewrittenOnlyWhereTheirValuesChange(TestDatabase database) {
        String changes = """
                int4 -> integer: false
                int8 -> bigint: false
                int2 -> smallint: false
                integer -> int8: true
                bool -> boolean: false
                float8 -> double precision: false
                float(53) -> float8: false
                float(24) -> real: false
                float4 -> float: true
                decimal(10,2) -> numeric(12,2): false
                dec(10, 2) -> numeric(10,3): true
                numeric(10) -> decimal(10,0): false
                character varying(5) -> varchar(10): false
                varchar(5) -> character varying: false
                char varying(5) -> text: false
                varchar(10) -> character varying(5): true
                character(5) -> char(5): false
                char(5) -> character(6): true
                bit varying(5) -> varbit(8): false
                varbit -> bit varying(8): true
                timestamp(3) with time zone -> timestamptz: false
                timestamptz(3) -> timestamp(6) with time zone: false
                timestamp with time zone -> timestamptz(3): true
                timestamp -> timestamp without time zone: false
                timestamp without time zone -> timestamp(6): false
                time(3) without time zone -> time: false
                time(3) with time zone -> timetz(6): false
                timetz -> time with time zone: false
                time -> time with time zone: true
                interval(3) -> interval: false
                int4[] -> integer[]: false
                timestamp(3)[] -> timestamp(3) without time zone[]: false
                """;

        StringBuilder said = new StringBuilder();
        StringBuilder done = new StringBuilder();
        for (String change : changes.lines().toList()) {
            String[] types = change.replaceFirst(": .*", "").split(" -> ", -1);
            String line = types[0] + " -> " + types[1] + ": ";
            said.append(line)
                    .append(TableRewrite.byType(new Type(types[0]), new Type(types[1])))
                    .append('\n');
            done.append(line).append(rewrites(database, types[0], types[1])).append('\n');
        }

        assertThat(done).hasToString(changes);
        assertThat(said).hasToString(changes);
    }

    private static boolean rewrites(TestDatabase database, String from, String to) {
        database.execute("DROP TABLE IF EXISTS t; CREATE TABLE t (x " + from + ")");
        String before = database.query("SELECT pg_relation_filenode('t')");
        database.execute("ALTER TABLE t ALTER x TYPE " + to);
        return !database.query("SELECT pg_relation_filenode('t')").equals(before);
    }
}
