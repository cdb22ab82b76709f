package dev.migrate.autogen.java;

import static dev.migrate.schema.Definitions.column;
import static dev.migrate.schema.Types.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.Migration;
import dev.migrate.Operations;
import dev.migrate.operation.ColumnOperation.AddColumn;
import dev.migrate.operation.ObjectOperation.Commented;
import dev.migrate.operation.ObjectOperation.SetComment;
import dev.migrate.operation.Operation;
import dev.migrate.schema.Column;
import dev.migrate.schema.QualifiedName;
import java.lang.reflect.Proxy;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the compiler makes of a text is the text. */
class WrittenTextTest {

    private static final QualifiedName AGENTS = QualifiedName.parse("agents");

    @TempDir
    Path classes;

    @Test
    void aTextIsWhatItWasOnceItIsCompiled() throws Exception {
        List<String> texts = List.of(
                "  all lines\n  are indented",
                " SELECT a,\n    b\n   FROM t;",
                "\n one\n\n  two",
                " one\n two\n",
                "\tone\n\ttwo",
                " \n ",
                "\u3000one\n\u3000two",
                "\u2003one\n two",
                "one\u3000\ntwo\u2003",
                "one\u2028\ntwo\u2029three\u0085\u000b",
                "one\u2028two",
                "one\r\ntwo\rthree \n\\",
                "\"\"\"\n\"\"\"\"\n\"\"\"\"\"\n\"\"\"\"\"\"",
                "\n\"\"\"",
                "\n\\\"\"",
                "\u0000\u00017\n\u007f7\uFEFF",
                "'" + "x".repeat(70_000) + "'",
                "names are 名前, ".repeat(9_000),
                "a line of text\n".repeat(9_000) + "\uD83D\uDE00".repeat(20_001));

        assertThat(compiledFrom(texts)).isEqualTo(texts);
    }

    @Test
    void aTextWhoseLinesAreAllIndentedKeepsThat() {
        assertThat(source(List.of("  one\n  two"))).contains("""
                        op.comment(
                                onTable("agents"),
                                \"""
                                        \\s one
                                          two\""");
                """);
    }

    @Test
    void escapesOfADefaultAreForTheServer() {
        Column column = column("c", text()).defaultSql("E'a\\nb'");

        assertThat(source(new AddColumn(AGENTS, column))).contains("""
                        op.addColumn("agents", column("c", text()).defaultSql("E'a\\\\nb'"));
                """);
    }

    @Test
    void aCommentOfTheSourceEndsWithItsLine() throws Exception {
        String source = MigrationWriter.write(MigrationFile.of("", "M", "1", "one\u2028two", "2026-01-01T00:00:00Z")
                .doing(
                        List.of("drops a\u2029b"),
                        List.of(new Paragraph(List.of("of c\u0085d\u2028e"), List.of())),
                        List.of()));

        assertThat(source).contains("// of c d e\n");
        CompiledSource.compile("M", source, classes);
    }

    @Test
    void codeInACommentIsBrokenAroundItsTexts() {
        String code = "op.backfill(backfill(\"people\").setSql(\"mime_type\", \"'text/plain'\")"
                + ".where(\"\\\"mime_type\\\" IS NULL AND created < now()\").batchSize(1000));";
        String source = MigrationWriter.write(MigrationFile.of("", "M", "1", "one", "2026-01-01T00:00:00Z")
                .doing(List.of(), List.of(new Paragraph(List.of("Fill it, 5\" wide:", code), List.of())), List.of()));

        assertThat(source).contains("""
                        // Fill it, 5" wide:
                        // op.backfill(backfill("people").setSql("mime_type",
                        // "'text/plain'").where("\\"mime_type\\" IS NULL AND created < now()").batchSize(1000));
                """);
    }

    private List<String> compiledFrom(List<String> texts) throws Exception {
        CompiledSource.compile("M", source(texts), classes);
        List<String> compiled = new ArrayList<>();
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {classes.toUri().toURL()}, WrittenTextTest.class.getClassLoader())) {
            Migration migration =
                    (Migration) loader.loadClass("M").getConstructor().newInstance();
            migration.upgrade((Operations)
                    Proxy.newProxyInstance(loader, new Class<?>[] {Operations.class}, (proxy, method, arguments) -> {
                        compiled.add((String) arguments[1]);
                        return null;
                    }));
        }
        return compiled;
    }

    private static String source(List<String> texts) {
        return source(texts.stream()
                .map(text -> new SetComment(new Commented.OnTable(AGENTS), null, text))
                .toArray(Operation[]::new));
    }

    private static String source(Operation... operations) {
        return MigrationWriter.write(MigrationFile.of("", "M", "1", "Texts", "2026-01-01T00:00:00Z")
                .doing(List.of(), List.of(Paragraph.of(operations)), List.of()));
    }
}
