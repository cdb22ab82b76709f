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
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The rules that {@code docs/lint.md} lists are those of the code, word for word. */
class LintPageTest {

    private static final Pattern CODE = Pattern.compile("`[^`]*`");
    private static final Pattern CAMEL_CASE = Pattern.compile("\\b[a-z]+[A-Z]\\w*");

    @Test
    void everyRuleIsOnThePageAsTheCodeSaysIt() throws IOException {
        String page = Files.readString(Path.of("../docs/lint.md"));

        assertThat(page.substring(page.indexOf("### "))).isEqualTo(rules());
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
                        ### %s

                        %s. %s

                        Instead: %s
                        """.formatted(
                        rule.id(), rule.severity().name().toLowerCase(Locale.ROOT), rule.happens(), rule.instead()))
                .collect(Collectors.joining("\n"));
    }
}
