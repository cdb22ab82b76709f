package dev.migrate.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.lint.Rule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The rules that {@code docs/lint.md} lists are those of the code, word for word. */
class LintPageTest {

    @Test
    void everyRuleIsOnThePageAsTheCodeSaysIt() throws IOException {
        String page = Files.readString(Path.of("../docs/lint.md"));

        assertThat(page.substring(page.indexOf("### "))).isEqualTo(rules());
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
