package dev.migrate.maven.parameter;

import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.apache.maven.plugin.descriptor.Parameter;
import org.codehaus.plexus.classworlds.realm.ClassRealm;
import org.codehaus.plexus.component.configurator.ComponentConfigurationException;
import org.codehaus.plexus.component.configurator.ComponentConfigurator;
import org.codehaus.plexus.component.configurator.expression.ExpressionEvaluator;
import org.codehaus.plexus.configuration.PlexusConfiguration;
import org.codehaus.plexus.configuration.xml.XmlPlexusConfiguration;

/**
 * What was given as {@code -Dmigrate.NAME=VALUE}. It wins over the POM, which Maven by itself does the other way round:
 * the mojo is configured once more, by Maven's own configurator, with these parameters only.
 */
public final class CommandLine {

    private static final String PREFIX = "migrate.";
    private static final String ARGUMENTS = PREFIX + "x.";

    private final Properties userProperties;

    /** @param userProperties those of the session: what was typed, and what {@code .mvn/maven.config} has */
    public CommandLine(Properties userProperties) {
        this.userProperties = userProperties;
    }

    /** The value of {@code -Dmigrate.NAME}. */
    public Optional<String> get(String name) {
        return Optional.ofNullable(userProperties.getProperty(PREFIX + name));
    }

    /** Everything that was given for this plugin, by whole names, except a password and a URL that may hold one. */
    public Map<String, String> withoutSecrets() {
        Map<String, String> given = new TreeMap<>();
        for (String name : userProperties.stringPropertyNames()) {
            String value = userProperties.getProperty(name);
            boolean mayBeSecret = name.startsWith(ARGUMENTS)
                    || name.equals(PREFIX + "password")
                    || (name.equals(PREFIX + "url") && !value.startsWith("embedded"));
            if (name.startsWith(PREFIX) && !mayBeSecret) {
                given.put(name, value);
            }
        }
        return given;
    }

    /** The arguments for migrations: {@code -Dmigrate.x.KEY=VALUE}. */
    public Map<String, String> arguments() {
        Map<String, String> arguments = new TreeMap<>();
        for (String name : userProperties.stringPropertyNames()) {
            if (name.startsWith(ARGUMENTS)) {
                arguments.put(name.substring(ARGUMENTS.length()), userProperties.getProperty(name));
            }
        }
        return arguments;
    }

    /** Properties that look like this plugin's and name no parameter of any goal: misspelt ones. */
    public List<String> unknown(List<MojoDescriptor> goals) {
        List<String> unknown = new ArrayList<>();
        for (String name : userProperties.stringPropertyNames()) {
            boolean parameter = goals.stream()
                    .flatMap(goal -> goal.getParameters().stream())
                    .anyMatch(candidate -> expression(name).equals(candidate.getExpression()));
            if (name.startsWith(PREFIX) && !name.startsWith(ARGUMENTS) && !parameter) {
                unknown.add(name);
            }
        }
        return unknown.stream().sorted().toList();
    }

    /**
     * Configures the mojo with the parameters that were given.
     *
     * @throws ComponentConfigurationException if a value is not of its parameter's type
     */
    public void applyTo(
            Object mojo, MojoDescriptor goal, ComponentConfigurator configurator, ClassRealm realm, File baseDirectory)
            throws ComponentConfigurationException {
        PlexusConfiguration given = new XmlPlexusConfiguration("configuration");
        for (Parameter parameter : goal.getParameters()) {
            for (String name : userProperties.stringPropertyNames()) {
                if (name.startsWith(PREFIX) && expression(name).equals(parameter.getExpression())) {
                    given.addChild(parameter.getName(), userProperties.getProperty(name));
                }
            }
        }
        configurator.configureComponent(mojo, given, new AsTyped(baseDirectory), realm);
    }

    private static String expression(String property) {
        return "${" + property + "}";
    }

    /** Takes values as they are: a password may contain what looks like an expression. */
    private record AsTyped(File baseDirectory) implements ExpressionEvaluator {

        @Override
        public Object evaluate(String value) {
            return value;
        }

        @Override
        public File alignToBaseDirectory(File file) {
            return file.isAbsolute() ? file : new File(baseDirectory, file.getPath());
        }
    }
}
