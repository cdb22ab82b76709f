package dev.migrate.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.Operations;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What an author reads at each operation: the statement, what it locks, what is lost (also if nothing is), and an
 * example. An overload may refer to another one for locks and losses.
 */
class OperationsJavadocTest {

    private static final Pattern METHOD =
            Pattern.compile("/\\*\\*((?:(?!\\*/).)*)\\*/\\s+default \\w+ (\\w+)\\(", Pattern.DOTALL);

    private enum Part {
        STATEMENT("\\{@code [A-Z]{3,}|Raw SQL"),
        LOCK("[A-Z]{5} EXCLUSIVE|ACCESS SHARE|under SHARE|ROW EXCLUSIVE|[Ll]ock|[Ii]nstant|[Oo]therwise as|wait"),
        LOSS("\\b([Ll]ost|[Ll]oses|[Oo]therwise as)\\b"),
        EXAMPLE("<pre>\\{@code");

        private final Pattern words;

        Part(String words) {
            this.words = Pattern.compile(words);
        }

        boolean isMissingIn(String javadoc) {
            return !words.matcher(javadoc).find();
        }
    }

    static Stream<String> themes() {
        return Stream.of(Operations.class.getInterfaces()).map(Class::getSimpleName);
    }

    @ParameterizedTest
    @MethodSource("themes")
    void namesTheStatementTheLockWhatIsLostAndAnExample(String type) throws IOException {
        String source = Files.readString(Path.of("src/main/java/dev/migrate", type + ".java"));
        List<String> missing = new ArrayList<>();
        int methods = 0;
        Matcher matcher = METHOD.matcher(source);
        while (matcher.find()) {
            methods++;
            String javadoc = matcher.group(1).replaceAll("\\s*\\n\\s*\\* ?", " ");
            String method = matcher.group(2);
            Stream.of(Part.values())
                    .filter(part -> part.isMissingIn(javadoc))
                    .forEach(part -> missing.add(method + " has no " + part));
        }

        assertThat(missing).isEmpty();
        assertThat(methods).isPositive().isEqualTo(source.split("\n    default ", -1).length - 1);
    }
}
