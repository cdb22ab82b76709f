package dev.migrate.maven.parameter;

import dev.migrate.MigrateException;
import java.util.Map;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.descriptor.Parameter;
import org.codehaus.plexus.component.configurator.expression.ExpressionEvaluationException;
import org.codehaus.plexus.component.configurator.expression.ExpressionEvaluator;
import org.codehaus.plexus.util.xml.Xpp3Dom;

/**
 * The parameters of a goal that are true or false. Maven takes whatever isn't true for false, so that {@code
 * -Dmigrate.sql=plan.sql} would change the database instead of writing a script. So would {@code
 * -Dmigrate.output=plan.sql} alone.
 */
public final class Switches {

    private static final String SCRIPT = "sql";
    private static final String FILE = "output";
    private static final Map<String, String> INSTEAD = Map.of(SCRIPT, "; a file is -Dmigrate.output=plan.sql");

    private final CommandLine commandLine;
    private final MojoExecution execution;
    private final ExpressionEvaluator evaluator;

    /** @param evaluator finds what an expression of the POM stands for, properties of the project included */
    public Switches(CommandLine commandLine, MojoExecution execution, ExpressionEvaluator evaluator) {
        this.commandLine = commandLine;
        this.execution = execution;
        this.evaluator = evaluator;
    }

    /**
     * Looks at the command line and at the POM.
     *
     * @throws MigrateException if one of them is neither true nor false, or a script's file was typed and nothing says
     *     whether a script is meant
     */
    public void require() {
        for (Parameter parameter : execution.getMojoDescriptor().getParameters()) {
            if (parameter.getType().equals("boolean")) {
                String name = parameter.getName();
                Optional<String> said = typed(name).or(() -> configured(name));
                said.ifPresent(value -> require(name, value));
                if (name.equals(SCRIPT) && typed(FILE).isPresent() && said.isEmpty()) {
                    throw new MigrateException("output is '" + typed(FILE).orElseThrow() + "', a file for a script, and"
                            + " none is asked for: the database would be changed. For a script give -Dmigrate.sql=true;"
                            + " if the file is another goal's, -Dmigrate.sql=false.");
                }
            }
        }
    }

    private Optional<String> typed(String name) {
        return commandLine.get(name).filter(typed -> !typed.isEmpty());
    }

    private static void require(String name, String value) {
        // Maven leaves an empty one at its default.
        if (!value.isEmpty() && !value.equalsIgnoreCase("true") && !value.equalsIgnoreCase("false")) {
            throw new MigrateException(
                    name + " is '" + value + "'. Expected true or false" + INSTEAD.getOrDefault(name, "") + ".");
        }
    }

    /** What the POM has, or else the property, as Maven does without a command line. */
    private Optional<String> configured(String name) {
        return Optional.ofNullable(execution.getConfiguration())
                .map(configuration -> configuration.getChild(name))
                .map(Xpp3Dom::getValue)
                .flatMap(this::evaluate);
    }

    private Optional<String> evaluate(String expression) {
        try {
            return Optional.ofNullable(evaluator.evaluate(expression)).map(Object::toString);
        } catch (ExpressionEvaluationException e) {
            throw new MigrateException("The value '" + expression + "' in the POM can't be evaluated.", e);
        }
    }
}
