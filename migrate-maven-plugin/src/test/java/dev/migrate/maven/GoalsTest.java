package dev.migrate.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.apache.maven.plugin.descriptor.Parameter;
import org.apache.maven.plugin.descriptor.PluginDescriptorBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The descriptor that the build has generated: what other people's builds rely on. */
class GoalsTest {

    /** Maps have no property: a key stands for itself, as in {@code -Dmigrate.x.KEY=VALUE}. */
    private static final Set<String> MAPS = Set.of("x", "hibernate");

    @Test
    void everyGoalHasItsPhase() throws Exception {
        assertThat(goals().stream()
                        .map(goal -> goal.getGoal() + (goal.getPhase() == null ? "" : " at " + goal.getPhase()))
                        .sorted()
                        .collect(Collectors.joining("\n")))
                .isEqualTo("""
                        autogenerate
                        branches
                        check at verify
                        current
                        database
                        downgrade
                        drift
                        erd
                        heads
                        history
                        init
                        lint
                        merge
                        revision
                        show
                        stamp
                        upgrade at pre-integration-test
                        verify at verify""");
    }

    @Test
    void everyParameterIsAPropertyOfTheSameName() throws Exception {
        for (MojoDescriptor goal : goals()) {
            assertThat(editable(goal).stream()
                            .filter(parameter ->
                                    !("${migrate." + parameter.getName() + "}").equals(parameter.getExpression()))
                            .map(Parameter::getName))
                    .as(goal.getGoal())
                    .isEmpty();
        }
    }

    /** The names that other people's builds rely on, whatever else a goal takes. */
    @ParameterizedTest
    @CsvSource({
        "revision, message revId head splice branchLabel dependsOn sql overwrite",
        "autogenerate, message revId head splice branchLabel dependsOn sql overwrite rename includeSchemas includeTables"
                + " excludeTables verify",
        "upgrade, revision sql output scriptsFor tag",
        "downgrade, revision sql output scriptsFor tag",
        "current, verbose checkHeads format",
        "history, range verbose indicateCurrent format",
        "heads, verbose resolveDependencies format",
        "branches, verbose resolveDependencies format",
        "show, revision format",
        "merge, revisions message revId branchLabel",
        "stamp, revision purge sql scriptsFor tag",
        "check, format",
        "drift, format output devDatabase includeSchemas includeTables excludeTables",
        "lint, range format failOn",
        "erd, format output"
    })
    void theParametersOfAGoalKeepTheirNames(String name, String parameters) throws Exception {
        MojoDescriptor goal = goals().stream()
                .filter(one -> one.getGoal().equals(name))
                .findFirst()
                .orElseThrow();

        assertThat(editable(goal).stream().map(Parameter::getName)).contains(parameters.split(" "));
    }

    @Test
    void everyGoalKnowsWhereTheDatabaseIsAndWhatToSkip() throws Exception {
        for (MojoDescriptor goal : goals()) {
            assertThat(editable(goal).stream().map(Parameter::getName))
                    .as(goal.getGoal())
                    .contains("url", "user", "password", "serverId", "packages", "versionTable", "versionSchema")
                    .contains("transaction", "lockTimeout", "statementTimeout", "lockWait", "retries", "skip");
        }
    }

    private static List<Parameter> editable(MojoDescriptor goal) {
        return goal.getParameters().stream()
                .filter(Parameter::isEditable)
                .filter(parameter -> !MAPS.contains(parameter.getName()))
                .toList();
    }

    /** All but the generated help. */
    private static List<MojoDescriptor> goals() throws Exception {
        try (Reader descriptor = new InputStreamReader(
                Objects.requireNonNull(GoalsTest.class.getResourceAsStream("/META-INF/maven/plugin.xml")),
                StandardCharsets.UTF_8)) {
            return new PluginDescriptorBuilder()
                    .build(descriptor).getMojos().stream()
                            .filter(goal -> !goal.getGoal().equals("help"))
                            .toList();
        }
    }
}
