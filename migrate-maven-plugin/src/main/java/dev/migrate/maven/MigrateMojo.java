package dev.migrate.maven;

import dev.migrate.MigrateException;
import dev.migrate.command.output.Output;
import dev.migrate.command.parameter.PackageNames;
import dev.migrate.maven.output.Colours;
import dev.migrate.maven.parameter.CommandLine;
import dev.migrate.maven.parameter.Switches;
import dev.migrate.maven.project.MigrationSources;
import dev.migrate.maven.project.Reactor;
import java.io.File;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import javax.inject.Inject;
import javax.inject.Named;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.PluginParameterExpressionEvaluator;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.component.configurator.ComponentConfigurationException;
import org.codehaus.plexus.component.configurator.ComponentConfigurator;
import org.jspecify.annotations.Nullable;

/** What all goals share: the command line wins, some projects are passed over, and an error is one readable message. */
abstract class MigrateMojo extends AbstractMojo {

    @Parameter(defaultValue = "${session}", readonly = true, required = true)
    private MavenSession session;

    @Parameter(defaultValue = "${project}", readonly = true, required = true)
    private MavenProject project;

    @Parameter(defaultValue = "${mojoExecution}", readonly = true, required = true)
    private MojoExecution execution;

    /** Does nothing when true. */
    @Parameter(property = "migrate.skip", defaultValue = "false")
    private boolean skip;

    /** The packages with the migrations; new ones are written into the first. */
    @Parameter(property = "migrate.packages", defaultValue = "db.migrations")
    private List<String> packages;

    @Inject
    @Named("basic")
    private ComponentConfigurator configurator;

    @Override
    public final void execute() throws MojoExecutionException, MojoFailureException {
        try {
            CommandLine commandLine = commandLine();
            new Switches(commandLine, execution, new PluginParameterExpressionEvaluator(session, execution)).require();
            commandLine.applyTo(
                    this, execution.getMojoDescriptor(), configurator, plugin().getClassRealm(), project.getBasedir());
            for (String name : commandLine.unknown(plugin().getMojos())) {
                getLog().warn("-D" + name
                        + " is no parameter of any goal: ignored. mvn migrate:help -Ddetail lists them.");
            }
            if (skip) {
                getLog().info("Skipped.");
            } else if (!isMeant()) {
                getLog().debug("Not meant for this project.");
            } else {
                run();
            }
        } catch (MigrateException e) {
            getLog().debug(e);
            throw failure("", e);
        } catch (UncheckedIOException e) {
            getLog().debug(e);
            throw failure("A file can't be read or written: ", e);
        } catch (ComponentConfigurationException e) {
            throw failure("A parameter has a value it cannot have: ", e);
        }
    }

    /**
     * What the goal does.
     *
     * @throws MigrateException if it fails in a way a person can act on
     */
    protected abstract void run() throws MojoExecutionException, MojoFailureException;

    protected final MavenSession session() {
        return session;
    }

    protected final MavenProject project() {
        return project;
    }

    protected final MojoExecution execution() {
        return execution;
    }

    protected final CommandLine commandLine() {
        return new CommandLine(session.getUserProperties());
    }

    protected final List<String> packages() {
        return PackageNames.of(packages);
    }

    /** The source files of the migrations. */
    protected final MigrationSources sources() {
        return new MigrationSources(
                project.getCompileSourceRoots().stream().map(Path::of).toList(), packages());
    }

    /** What is kept between commands. */
    protected final Path home() {
        return Path.of(project.getBuild().getDirectory(), "migrate");
    }

    protected final Path baseDirectory() {
        File directory = project.getBasedir();
        return (directory == null ? new File("") : directory).toPath().toAbsolutePath();
    }

    /** Where data goes: to the file, if there is one. */
    protected final Output output(@Nullable File file) {
        return new Output(file, getLog()::info);
    }

    /** How changes are told at a terminal. */
    protected final Colours colours() {
        return Colours.of(session.getUserProperties());
    }

    /** What happens, as opposed to data. */
    protected void progress(String text) {
        getLog().info(text);
    }

    private boolean isMeant() {
        return execution.getLifecyclePhase() == null
                ? reactor().includes(project)
                : Reactor.bindsFor(project, sources());
    }

    private PluginDescriptor plugin() {
        return execution.getMojoDescriptor().getPluginDescriptor();
    }

    protected final Reactor reactor() {
        return new Reactor(session, plugin().getGroupId() + ":" + plugin().getArtifactId());
    }

    /** Maven appends the messages of all causes to its own: they are handed over only where -e asks for the stack trace. */
    private MojoFailureException failure(String prefix, Exception cause) {
        String message = prefix + cause.getMessage();
        return session.getRequest().isShowErrors()
                ? new MojoFailureException(message, cause)
                : new MojoFailureException(message);
    }
}
