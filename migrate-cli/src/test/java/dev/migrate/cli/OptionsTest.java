package dev.migrate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** What can be typed: the parameters of the goals. */
class OptionsTest {

    /** The names that other people's builds rely on, of a goal and of a command. */
    @ParameterizedTest
    @CsvSource({
        "upgrade, revision sql output scriptsFor tag loss lintIgnore onlineFrom",
        "downgrade, revision sql output scriptsFor tag loss lintIgnore onlineFrom",
        "current, verbose checkHeads format output",
        "history, range verbose indicateCurrent graph format output",
        "heads, verbose resolveDependencies format output",
        "branches, verbose resolveDependencies format output",
        "show, revision format output",
        "stamp, revision purge sql output scriptsFor tag"
    })
    void aCommandHasTheParametersOfTheGoal(String command, String parameters) {
        assertThat(command(command).getCommandSpec().optionsMap().keySet())
                .containsAll(Arrays.stream(parameters.split(" "))
                        .map(Wording::option)
                        .toList())
                .contains("--url", "--user", "--packages", "--version-table", "--version-schema", "--transaction")
                .contains("--lock-timeout", "--statement-timeout", "--lock-wait", "--retries", "--x");
    }

    @Test
    void noOptionTakesAPassword() {
        assertThat(Main.commandLine().getSubcommands().values().stream()
                        .flatMap(command -> command.getCommandSpec().optionsMap().keySet().stream())
                        .filter(name -> name.contains("password"))
                        .distinct())
                .containsExactlyInAnyOrder("--password-file", "--ask-password");
    }

    @Test
    void eachOptionIsAVariable() {
        for (CommandLine command : Main.commandLine().getSubcommands().values()) {
            for (OptionSpec option : command.getCommandSpec().options()) {
                if (!option.usageHelp() && !option.versionHelp()) {
                    String variable = EnvironmentDefaults.variable(option.longestName());

                    assertThat(new EnvironmentDefaults(Map.of(variable, "given")::get).defaultValue(option))
                            .as(variable)
                            .isEqualTo("given");
                    assertThat(new EnvironmentDefaults(Map.of(variable, "")::get).defaultValue(option))
                            .as(variable)
                            .isNull();
                }
            }
        }
        assertThat(List.of("--url", "--lock-timeout", "--x"))
                .extracting(EnvironmentDefaults::variable)
                .containsExactly("MIGRATE_URL", "MIGRATE_LOCK_TIMEOUT", "MIGRATE_X");
    }

    private static CommandLine command(String name) {
        return Main.commandLine().getSubcommands().get(name);
    }
}
