package dev.migrate.operation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.schema.Type;
import dev.migrate.testing.PostgresTest;
import dev.migrate.testing.TestDatabase;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
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

        List<String> pairs =
                changes.lines().map(line -> line.replaceFirst(": .*", "")).toList();
        List<Boolean> done = rewrites(database, pairs);
        StringBuilder told = new StringBuilder();
        StringBuilder happened = new StringBuilder();
        for (String pair : pairs) {
            String[] types = pair.split(" -> ", -1);
            boolean rewrites = TableRewrite.byType(new Type(types[0]), new Type(types[1]));
            told.append(pair).append(": ").append(rewrites).append('\n');
            happened.append(pair)
                    .append(": ")
                    .append(done.get(pairs.indexOf(pair)))
                    .append('\n');
        }

        assertThat(happened).hasToString(changes);
        assertThat(told).hasToString(changes);
    }

    @Test
    void quotedNamesOfTypesDifferByCase() {
        assertThat(TableRewrite.byType(new Type("\"Mood\""), new Type("\"mood\"")))
                .isTrue();
        assertThat(TableRewrite.byType(new Type("\"Mood\""), new Type("\"Mood\"")))
                .isFalse();
    }

    /** For each pair, whether PostgreSQL gives a table a new file when its column changes so. */
    private static List<Boolean> rewrites(TestDatabase database, List<String> pairs) {
        StringBuilder create = new StringBuilder();
        StringBuilder alter = new StringBuilder();
        for (int i = 0; i < pairs.size(); i++) {
            String[] types = pairs.get(i).split(" -> ", -1);
            String table = String.format(Locale.ROOT, "t%02d", i);
            create.append("CREATE TABLE " + table + " (x " + types[0] + ");\n");
            alter.append("ALTER TABLE " + table + " ALTER x TYPE " + types[1] + ";\n");
        }
        String files = "SELECT pg_relation_filenode(oid) FROM pg_class WHERE relname ~ '^t\\d\\d$' ORDER BY relname";
        database.execute(create.toString());
        List<String> before = database.query(files).lines().toList();
        database.execute(alter.toString());
        List<String> after = database.query(files).lines().toList();
        return IntStream.range(0, pairs.size())
                .mapToObj(i -> !before.get(i).equals(after.get(i)))
                .toList();
    }
}
