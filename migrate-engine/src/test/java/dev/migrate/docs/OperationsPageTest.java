package dev.migrate.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.Migrate;
import dev.migrate.Operations;
import dev.migrate.revision.RevisionGraph;
import dev.migrate.revision.RevisionInfo;
import dev.migrate.testing.PostgresServer;
import dev.migrate.testing.TestDatabase;
import java.io.IOException;
import java.io.StringWriter;
import java.lang.reflect.Method;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Compiles and runs every example of {@code docs/operations.md} and the pages that continue it, each on the tables that
 * the first one begins with.
 */
class OperationsPageTest {

    private static final Path DOCS = Path.of("../docs");
    private static final List<String> PAGES = List.of("operations.md", "objects.md", "rows.md", "sql-and-jdbc.md");
    private static final Pattern EXAMPLE = Pattern.compile("## ([^\n]+)|```java\n(.*?)```", Pattern.DOTALL);
    private static final Pattern TABLES = Pattern.compile("```sql\n(.*?)```", Pattern.DOTALL);
    private static final Pattern IMPORTS = Pattern.compile("```\n(import .*?)```", Pattern.DOTALL);

    /** What examples use that isn't theirs to explain. */
    private static final String MORE_IMPORTS = """
            import dev.migrate.*;
            import dev.migrate.ddl.SqlIdentifiers;
            import dev.migrate.operation.CustomOperation;
            import dev.migrate.schema.Identity;
            import java.sql.PreparedStatement;
            import java.sql.SQLException;
            import java.time.Duration;
            import java.util.List;
            import java.util.Map;
            import java.util.stream.Stream;
            """;

    @TempDir
    static Path classes;

    @TestFactory
    Stream<DynamicTest> everyExampleRuns() throws Exception {
        String first = Files.readString(DOCS.resolve(PAGES.get(0)));
        String tables = only(TABLES, first);
        String imports = MORE_IMPORTS + only(IMPORTS, first);
        List<String> titles = new ArrayList<>();
        List<JavaFileObject> sources = new ArrayList<>();
        for (String page : PAGES) {
            int before = titles.size();
            String title = "";
            for (Matcher matcher = EXAMPLE.matcher(Files.readString(DOCS.resolve(page))); matcher.find(); ) {
                if (matcher.group(1) != null) {
                    title = matcher.group(1);
                } else {
                    sources.add(source("Example" + titles.size(), imports, matcher.group(2)));
                    titles.add(page + " " + title + " " + titles.size());
                }
            }
            assertThat(titles).as(page).hasSizeGreaterThan(before);
        }
        assertThat(titles).hasSizeGreaterThan(20);
        compile(sources);
        URLClassLoader loader = new URLClassLoader(
                new URL[] {classes.toUri().toURL()}, getClass().getClassLoader());
        return Stream.iterate(0, i -> i < titles.size(), i -> i + 1)
                .map(i -> DynamicTest.dynamicTest(titles.get(i), () -> run(tables, loader.loadClass("Example" + i))));
    }

    @Test
    void everyOperationIsOnAPage() throws IOException {
        StringBuilder text = new StringBuilder();
        for (String page : PAGES) {
            text.append(Files.readString(DOCS.resolve(page)));
        }
        List<String> operations = Stream.of(Operations.class.getMethods())
                .map(Method::getName)
                .filter(name -> text.indexOf("op." + name + "(") < 0)
                .distinct()
                .sorted()
                .toList();

        assertThat(operations).isEmpty();
    }

    private static String only(Pattern pattern, String page) {
        Matcher matcher = pattern.matcher(page);
        assertThat(matcher.find()).as(pattern.pattern()).isTrue();
        return matcher.group(1);
    }

    private static JavaFileObject source(String name, String imports, String body) {
        String text = imports + "public class " + name + " implements Migration {\n"
                + "public void upgrade(Operations op) {\n" + body + "}\npublic void downgrade(Operations op) {}\n}\n";
        return new SimpleJavaFileObject(URI.create("string:///" + name + ".java"), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return text;
            }
        };
    }

    private static void compile(List<JavaFileObject> sources) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter output = new StringWriter();
        List<String> options =
                List.of("-proc:none", "-d", classes.toString(), "-cp", System.getProperty("java.class.path"));
        boolean compiled =
                compiler.getTask(output, null, null, options, null, sources).call();
        assertThat(compiled).as(output.toString()).isTrue();
    }

    private static void run(String tables, Class<?> example) {
        PostgresServer server = PostgresServer.get(18);
        try (TestDatabase database = server.newDatabase()) {
            database.execute(tables);
            Migrate.configure()
                    .dataSource(database.dataSource())
                    .history(RevisionGraph.of(List.of(revision(example))))
                    .classLoader(example.getClassLoader())
                    .build()
                    .upgrade("head");
        }
    }

    private static RevisionInfo revision(Class<?> example) {
        return new RevisionInfo("1", List.of(), List.of(), List.of(), "", null, example.getName(), null, "");
    }
}
