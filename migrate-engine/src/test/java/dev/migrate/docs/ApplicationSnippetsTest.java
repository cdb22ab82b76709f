package dev.migrate.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Compiles what the docs show of {@code Migrate} in an application. */
class ApplicationSnippetsTest {

    private static final Path DOCS = Path.of("../docs");
    private static final Pattern SNIPPET =
            Pattern.compile("```java\n((?:(?!```).)*?Migrate.configure.*?)```", Pattern.DOTALL);

    @TempDir
    Path output;

    @ParameterizedTest
    @ValueSource(strings = {"getting-started.md", "ci-and-production.md", "servers.md"})
    void theSnippetCompiles(String page) throws IOException {
        String snippet = only(SNIPPET, page);

        assertThat(compile("""
                import dev.migrate.Migrate;
                import dev.migrate.RunListener;
                import java.util.List;
                import javax.sql.DataSource;

                class Snippet {
                    static class Monitor implements RunListener {}

                    void run(DataSource dataSource, List<String> tenants) {
                %s
                    }
                }
                """.formatted(snippet))).isEmpty();
    }

    private static String only(Pattern pattern, String page) throws IOException {
        List<MatchResult> found =
                pattern.matcher(Files.readString(DOCS.resolve(page))).results().toList();
        assertThat(found).hasSize(1);
        return found.get(0).group(1);
    }

    /** What the compiler says. */
    private String compile(String text) {
        StringWriter messages = new StringWriter();
        List<String> options =
                List.of("-proc:none", "-d", output.toString(), "-cp", System.getProperty("java.class.path"));
        JavaFileObject source =
                new SimpleJavaFileObject(URI.create("string:///Snippet.java"), JavaFileObject.Kind.SOURCE) {
                    @Override
                    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                        return text;
                    }
                };
        boolean compiled = ToolProvider.getSystemJavaCompiler()
                .getTask(messages, null, null, options, null, List.of(source))
                .call();
        return compiled ? "" : messages.toString();
    }
}
