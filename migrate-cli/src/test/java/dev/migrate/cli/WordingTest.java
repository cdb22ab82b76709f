package dev.migrate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sentences of the engine, and what they are here. */
class WordingTest {

    private static final Wording WORDING = Wording.of(Main.commandLine());

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Database is at 0011, expected 0012 (head). Run: mvn migrate:upgrade"
                        + "| Database is at 0011, expected 0012 (head). Run: migrate upgrade",
                "To go back run mvn migrate:downgrade -Dmigrate.revision=0001."
                        + "| To go back run migrate downgrade --revision=0001.",
                "Run mvn migrate:stamp -Dmigrate.purge -Dmigrate.revision=<id>, then mvn migrate:upgrade."
                        + "| Run migrate stamp --purge --revision=<id>, then migrate upgrade.",
                "Stamp all that is applied, on all branches, with -Dmigrate.purge."
                        + "| Stamp all that is applied, on all branches, with --purge.",
                "Statements may need -Dmigrate.statementTimeout=1h (0 for none), or -Dmigrate.lockTimeout=30s."
                        + "| Statements may need --statement-timeout=1h (0 for none), or --lock-timeout=30s.",
                "If it is an argument that it lacks, give that: -Dmigrate.x.KEY=VALUE, or"
                        + "| If it is an argument that it lacks, give that: -x KEY=VALUE, or",
                "lockTimeout is '500'. Expected a duration| --lock-timeout is '500'. Expected a duration",
                "packages is empty. Expected names| --packages is empty. Expected names",
                "scriptsFor is 9. Expected a major version| --scripts-for is 9. Expected a major version",
                "such as <lintIgnore><rule>0002:drop-column=nobody has read it</rule></lintIgnore>, or all"
                        + "| such as --lint-ignore='0002:drop-column=nobody has read it', or all"
            })
    void commandsAndOptionsAreNamedAsTheyAreTyped(String engine, String here) {
        assertThat(WORDING.apply(engine)).isEqualTo(here);
    }

    /** They belong to the project, where there is Maven. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Merge them with mvn migrate:merge, or name one by its id or as label@head",
                "say which one is followed: mvn migrate:merge -Dmigrate.revision=heads",
                "Give splice (-Dmigrate.splice) to branch from it",
                "The table orders is 'big'. Nothing is --here."
            })
    void goalsThatAreNoCommandsStayAsTheyAre(String engine) {
        assertThat(WORDING.apply(engine)).isEqualTo(engine);
    }
}
