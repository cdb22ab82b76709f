package dev.migrate.command.parameter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.command.output.OutputFormat;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Parameters whose texts mean something. */
class ParameterTextTest {

    @ParameterizedTest
    @CsvSource({"500ms, PT0.5S", "5s, PT5S", "2min, PT2M", "1h, PT1H", "0, PT0S"})
    void durationsAreWrittenAsInPostgresql(String text, Duration duration) {
        assertThat(DurationText.parse("lockTimeout", text)).isEqualTo(duration);
    }

    /** 500 is half a second to PostgreSQL, and would be more than eight minutes if it were seconds. */
    @ParameterizedTest
    @ValueSource(strings = {"soon", "500"})
    void whatIsNoDurationIsRefusedWithExamples(String text) {
        assertThatThrownBy(() -> DurationText.parse("lockTimeout", text))
                .hasMessage("lockTimeout is '" + text
                        + "'. Expected a duration such as 500ms, 5s, 2min or 1h; 0 for none.");
    }

    @Test
    void aChoiceIsWrittenInAnyCase() {
        assertThat(Choice.of("format", "json", OutputFormat.values())).isEqualTo(OutputFormat.JSON);
        assertThat(Choice.of("format", "Text", OutputFormat.values())).isEqualTo(OutputFormat.TEXT);
    }

    @Test
    void anUnknownChoiceIsRefusedWithTheKnownOnes() {
        assertThatThrownBy(() -> Choice.of("format", "xml", OutputFormat.values()))
                .hasMessage("format is 'xml'. Expected text or json.");
    }

    @Test
    void packagesHaveNamesThatJavaKnows() {
        assertThat(PackageNames.of(List.of("db.migrations", " shop.schema\n")))
                .containsExactly("db.migrations", "shop.schema");
    }

    @ParameterizedTest
    @ValueSource(strings = {"db-x.migrations", "db/migrations", "db.new"})
    void aPackageThatCanBeNoneIsRefused(String given) {
        assertThatThrownBy(() -> PackageNames.of(List.of("db.migrations", given)))
                .hasMessage("packages has '" + given + "'. Expected names of Java packages, such as db.migrations.");
    }

    @Test
    void somePackageHasToBeGiven() {
        assertThatThrownBy(() -> PackageNames.of(List.of(" ")))
                .hasMessage("packages is empty. Expected names of Java packages, such as db.migrations.");
    }
}
