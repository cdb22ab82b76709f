package dev.migrate.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.Operations;
import dev.migrate.lint.Rule;
import dev.migrate.operation.ColumnAlteration;
import dev.migrate.schema.Check;
import dev.migrate.schema.ForeignKey;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The rules that {@code docs/lint.md} lists, and its two pages explain, are those of the code, word for word. */
class LintPageTest {

    private static final Path DOCS = Path.of("../docs");
    private static final List<String> PAGES = List.of("lint-columns.md", "lint-objects.md");
    private static final Pattern ROW = Pattern.compile("\\| <a id=\"(.*)\"></a>\\[(.*)]\\((.*)#(.*)\\) \\| (\\w+) \\|");
    private static final Pattern CODE = Pattern.compile("`[^`]*`");
    private static final Pattern CAMEL_CASE = Pattern.compile("\\b[a-z]+[A-Z]\\w*");

    @Test
    void everyRuleIsOnAPageAsTheCodeSaysIt() throws IOException {
        List<String> explained = new ArrayList<>();
        for (String name : PAGES) {
            String page = Files.readString(DOCS.resolve(name));
            explained.add(page.substring(page.indexOf("## ")).replaceAll("(?<!\n)\n(?!\n|$)", " "));
        }

        assertThat(String.join("\n", explained)).isEqualTo(rules());
    }

    @Test
    void everyRuleIsListedWithItsSeverityAndItsPage() throws IOException {
        List<String> pages = new ArrayList<>();
        for (String name : PAGES) {
            pages.add(Files.readString(DOCS.resolve(name)));
        }
        List<String> listed = ROW.matcher(Files.readString(DOCS.resolve("lint.md")))
                .results()
                .peek(row -> assertThat(row.group(1)).isEqualTo(row.group(2)).isEqualTo(row.group(4)))
                .peek(row -> assertThat(pages.get(PAGES.indexOf(row.group(3)))).contains("## " + row.group(4) + "\n"))
                .map(row -> row.group(1) + " " + row.group(5))
                .toList();

        assertThat(listed)
                .isEqualTo(Arrays.stream(Rule.values())
                        .map(rule -> rule.id() + " " + severity(rule))
                        .toList());
    }

    @Test
    void everyMethodThatIsAdvisedExists() {
        Set<String> methods = Stream.of(Operations.class, ColumnAlteration.class, Check.class, ForeignKey.class)
                .flatMap(type -> Arrays.stream(type.getMethods()))
                .map(Method::getName)
                .collect(Collectors.toSet());
        List<String> advised = Arrays.stream(Rule.values())
                .flatMap(rule -> CODE.matcher(rule.instead()).results())
                .flatMap(code -> CAMEL_CASE.matcher(code.group()).results())
                .map(MatchResult::group)
                .toList();

        assertThat(advised).contains("addUniqueUsingIndex").isSubsetOf(methods);
    }

    private static String rules() {
        return Arrays.stream(Rule.values())
                .map(rule -> """
                        ## %s

                        %s. %s

                        Instead: %s
                        """.formatted(rule.id(), severity(rule), rule.happens(), rule.instead()))
                .collect(Collectors.joining("\n"));
    }

    private static String severity(Rule rule) {
        return rule.severity().name().toLowerCase(Locale.ROOT);
    }
}
