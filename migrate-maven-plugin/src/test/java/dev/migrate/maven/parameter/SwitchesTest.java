package dev.migrate.maven.parameter;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.MigrateException;
import java.util.Properties;
import org.apache.maven.execution.DefaultMavenExecutionRequest;
import org.apache.maven.execution.DefaultMavenExecutionResult;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.PluginParameterExpressionEvaluator;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.apache.maven.plugin.descriptor.Parameter;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SwitchesTest {

    private final Properties typed = new Properties();
    private final MavenProject project = new MavenProject();
    private final Xpp3Dom configuration = new Xpp3Dom("configuration");

    SwitchesTest() {
        configure("sql", "${migrate.sql}");
        configure("verify", "${migrate.verify}");
        configure("output", "${migrate.output}");
    }

    @Test
    void aFileIsNoSwitchAndHasItsOwnParameter() {
        typed.setProperty("migrate.sql", "plan.sql");

        assertThatThrownBy(this::require)
                .isInstanceOf(MigrateException.class)
                .hasMessage("sql is 'plan.sql'. Expected true or false; a file is -Dmigrate.output=plan.sql.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"yes", "1", "on", "ture", " true"})
    void whatIsNeitherTrueNorFalseIsRefused(String value) {
        typed.setProperty("migrate.verify", value);

        assertThatThrownBy(this::require).hasMessage("verify is '" + value + "'. Expected true or false.");
    }

    @Test
    void soItIsInThePom() {
        configure("verify", "no");

        assertThatThrownBy(this::require).hasMessage("verify is 'no'. Expected true or false.");
    }

    @Test
    void soItIsInAPropertyOfTheProject() {
        project.getProperties().setProperty("migrate.verify", "no");

        assertThatThrownBy(this::require).hasMessage("verify is 'no'. Expected true or false.");
    }

    @Test
    void soItIsInAPropertyThatThePomNames() {
        configure("verify", "${proven}");
        project.getProperties().setProperty("proven", "no");

        assertThatThrownBy(this::require).hasMessage("verify is 'no'. Expected true or false.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"true", "false", "TRUE", "False", ""})
    void trueAndFalseAreWrittenInAnyCaseAndNothingIsTheDefault(String value) {
        typed.setProperty("migrate.sql", value);
        configure("verify", value);

        assertThatCode(this::require).doesNotThrowAnyException();
    }

    @Test
    void aScriptsFileWithoutAScriptDoesNotChangeTheDatabase() {
        typed.setProperty("migrate.output", "plan.sql");

        assertThatThrownBy(this::require)
                .isInstanceOf(MigrateException.class)
                .hasMessage("output is 'plan.sql', a file for a script, and none is asked for: the database would be"
                        + " changed. For a script give -Dmigrate.sql=true; if the file is another goal's,"
                        + " -Dmigrate.sql=false.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"true", "false"})
    void aFileHasAnyNameOnceItIsSaidWhetherAScriptIsMeant(String script) {
        typed.setProperty("migrate.output", "plan.sql");
        typed.setProperty("migrate.sql", script);

        assertThatCode(this::require).doesNotThrowAnyException();
    }

    @Test
    void aFileInThePomWaitsForAScript() {
        configure("output", "plan.sql");

        assertThatCode(this::require).doesNotThrowAnyException();
    }

    @Test
    void whatIsTypedWinsOverThePom() {
        configure("verify", "no");
        typed.setProperty("migrate.verify", "false");

        assertThatCode(this::require).doesNotThrowAnyException();
    }

    /** As Maven does: with the parameter's property if the POM has no value. */
    private void configure(String name, String value) {
        Xpp3Dom parameter = new Xpp3Dom(name);
        parameter.setValue(value);
        for (int i = configuration.getChildCount() - 1; i >= 0; i--) {
            if (configuration.getChild(i).getName().equals(name)) {
                configuration.removeChild(i);
            }
        }
        configuration.addChild(parameter);
    }

    private void require() throws Exception {
        MojoDescriptor goal = new MojoDescriptor();
        goal.setPluginDescriptor(new PluginDescriptor());
        goal.addParameter(parameter("sql", "boolean"));
        goal.addParameter(parameter("verify", "boolean"));
        goal.addParameter(parameter("output", "java.io.File"));
        MojoExecution execution = new MojoExecution(goal, configuration);
        new Switches(new CommandLine(typed), execution, new PluginParameterExpressionEvaluator(session(), execution))
                .require();
    }

    @SuppressWarnings("deprecation") // All its constructors are: only Maven is to make one.
    private MavenSession session() {
        MavenSession session = new MavenSession(
                null,
                null,
                new DefaultMavenExecutionRequest().setUserProperties(typed),
                new DefaultMavenExecutionResult());
        session.setCurrentProject(project);
        return session;
    }

    private static Parameter parameter(String name, String type) {
        Parameter parameter = new Parameter();
        parameter.setName(name);
        parameter.setType(type);
        parameter.setExpression("${migrate." + name + "}");
        return parameter;
    }
}
