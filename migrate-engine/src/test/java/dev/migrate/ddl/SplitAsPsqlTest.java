package dev.migrate.ddl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.testing.PostgresTest;
import dev.migrate.testing.Psql;
import dev.migrate.testing.TestDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Random scripts of hard statements are cut where psql cuts them. Whether the server likes them doesn't matter. Left out is
 * an {@code E'…'} string that goes on with a backslash on another line: psql reads line by line and takes the second part
 * for a plain string, which the server doesn't.
 */
@PostgresTest
class SplitAsPsqlTest {

    private static final List<String> PIECES = List.of(
            "SELECT 'a;b'",
            "SELECT 'it''s; ''', ''''",
            "SELECT 'a\\' || ';'",
            "SELECT E'it\\'s; x', e'\\\\'",
            "SELECT 'a' -- it's; a comment\n 'b;c'",
            "SELECT U&'\\0061;b' UESCAPE '!'",
            "SELECT U&\"x;\"\"y\"",
            "SELECT B'01;' || x'1F;' || n'a;'",
            "SELECT $$a;b$$",
            "SELECT $a$ $b$ ; $a$",
            "SELECT $a$ ; $aa$ ; $ $a$",
            "SELECT $_ü1$ ; ' \" $_ü1$",
            "SELECT a$b$c, d$$ FROM e$1$",
            "SELECT $1 + $2, 1$2",
            "SELECT 1 /* ; /* ; ' */ ; $$ */ + 1",
            "SELECT 1 -- ; ' \" $$ /*\n + 1",
            "SELECT 2 - - 3, 4 -/* ; */- 5",
            "SELECT \"a;\"\"b\", \"'\"",
            "SELECT ':x', ?, %, :'y', :z",
            "SELECT (1, ';', (2))",
            "SELECT 'é;日' AS \"ü;\", naïve",
            "CREATE RULE r AS ON INSERT TO t DO ALSO (DELETE FROM a; DELETE FROM b)",
            "CREATE FUNCTION f() RETURNS int BEGIN ATOMIC SELECT CASE WHEN true THEN 1 END; SELECT ';'; END",
            "CREATE OR REPLACE PROCEDURE p() LANGUAGE sql BEGIN ATOMIC DELETE FROM a; END",
            "DO $do$ BEGIN RAISE NOTICE ';$$'; END $do$",
            "TABLE t");

    @Test
    void aScriptIsCutWherePsqlCutsIt(TestDatabase database, @TempDir Path directory)
            throws IOException, InterruptedException {
        Random random = new Random(20_260_101);
        for (int round = 0; round < 5; round++) {
            List<String> pieces = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                pieces.add(PIECES.get(random.nextInt(PIECES.size())));
            }
            String script = String.join("; ", pieces) + ";\n";
            String ours = SqlScript.split(script).stream()
                    .map(each -> each.sql() + ";\n")
                    .collect(Collectors.joining());

            assertThat(ours).isEqualTo(asPsqlSends(database, directory.resolve("script.sql"), script));
        }
    }

    /** The queries that psql sends, each with a line break behind it; their results go elsewhere. */
    private static String asPsqlSends(TestDatabase database, Path file, String script)
            throws IOException, InterruptedException {
        Files.writeString(file, script);
        Process psql = Psql.on(database, file, "--echo-queries", "--output=/dev/null")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String output = new String(psql.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        psql.waitFor();
        return output;
    }
}
