package dev.migrate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.testing.PostgresTest;
import dev.migrate.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Runs what {@code docs/command-line.md} shows. */
@PostgresTest
class CommandLinePageTest {

    private static final Path PAGE = Path.of("../docs/command-line.md");

    /** What the page calls the image's directory. */
    private static final String APP = "/app/";

    @TempDir
    private Path directory;

    private static String block(String language) throws IOException {
        return matches("```" + language + "\n(.*?)```").get(0).group(1);
    }

    private static List<MatchResult> matches(String pattern) throws IOException {
        return Pattern.compile(pattern, Pattern.DOTALL)
                .matcher(Files.readString(PAGE))
                .results()
                .toList();
    }

    /** The page's names for what is elsewhere here. */
    private String here(String text, TestDatabase database) {
        return text.replace(APP + "migrate-cli.jar", System.getProperty("migrate.cli.jar"))
                .replace(APP, directory + "/")
                .replace(
                        "postgresql://app@db/shop",
                        "postgresql://postgres@localhost:" + database.server().port() + "/" + database.name());
    }

    @Test
    void theConsolePrintsWhatThePageShows(TestDatabase database) throws Exception {
        Application.shop().jar(directory);
        String shown = here(block("console"), database);
        StringBuilder printed = new StringBuilder();
        List<String> before = new ArrayList<>(List.of("shopt -s expand_aliases"));
        int exitCode = 0;
        for (String line : shown.lines().filter(one -> one.startsWith("$ ")).toList()) {
            String command = line.substring(2);
            printed.append(line).append('\n');
            if (command.startsWith("export ") || command.startsWith("alias ")) {
                before.add(command);
            } else if (command.equals("echo $?")) {
                printed.append(exitCode).append('\n');
            } else {
                Shell bash = new Shell(
                        Map.of(
                                "PATH",
                                Path.of(System.getProperty("java.home"), "bin") + ":/usr/bin:/bin",
                                "PWD",
                                directory.toString()),
                        List.of("bash", "--norc", "-c"));
                Shell.Outcome outcome = bash.run("cd " + directory + "\n" + String.join("\n", before) + "\n" + command);
                printed.append(outcome.out()).append(outcome.err());
                exitCode = outcome.exitCode();
            }
        }

        assertThat(printed).hasToString(shown);
    }

    @Test
    void theImageUpgrades(TestDatabase database) throws IOException {
        Application.shop().jar(directory);
        String image = here(block("dockerfile"), database);
        List<String> words = new ArrayList<>(strings(image, "ENTRYPOINT"));
        words.addAll(strings(image, "CMD"));
        MatchResult variable = Pattern.compile("ENV (\\w+)=(\\S+)")
                .matcher(image)
                .results()
                .findFirst()
                .orElseThrow();
        words.set(0, Path.of(System.getProperty("java.home"), "bin", "java").toString());

        assertThat(new Shell(Map.of(variable.group(1), variable.group(2)), words)
                        .with("MIGRATE_URL", here("postgresql://app@db/shop", database))
                        .run())
                .isEqualTo(new Shell.Outcome("""
                        Running upgrade  -> 0001, users
                        Running upgrade 0001 -> 0002, email
                        Upgraded by 2 revisions in … s. The database is at 0002 (head).
                        """, "", 0));
    }

    private static List<String> strings(String image, String instruction) {
        return Pattern.compile("\"([^\"]*)\"")
                .matcher(image.lines()
                        .filter(line -> line.startsWith(instruction))
                        .findFirst()
                        .orElseThrow())
                .results()
                .map(word -> word.group(1))
                .toList();
    }

    @Test
    void eachCommandIsListed() throws IOException {
        assertThat(matches("\n\\| (`[a-z][^|]*) \\|").stream()
                        .flatMap(row -> Arrays.stream(row.group(1).split("` ?`?")))
                        .map(cell -> cell.replaceAll("[` ].*|`", ""))
                        .map(cell -> cell.replaceAll("^`", ""))
                        .filter(name -> !name.isEmpty()))
                .containsExactlyInAnyOrderElementsOf(
                        Main.commandLine().getSubcommands().keySet());
    }

    @Test
    void theExitCodesAreThoseOfTheHelp() throws IOException {
        CommandLine.Help help = Main.commandLine().getHelp();

        assertThat(matches("\n\\| (\\d) \\| ([^|]*) \\|").stream()
                        .map(row -> "  " + row.group(1) + "   " + row.group(2) + "\n")
                        .reduce("", String::concat))
                .isEqualTo(help.exitCodeList());
    }
}
