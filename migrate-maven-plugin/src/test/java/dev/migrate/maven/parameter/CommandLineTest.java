package dev.migrate.maven.parameter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.command.parameter.Elements;
import java.io.File;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.maven.plugin.descriptor.DuplicateParameterException;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.apache.maven.plugin.descriptor.Parameter;
import org.codehaus.plexus.classworlds.ClassWorld;
import org.codehaus.plexus.component.configurator.BasicComponentConfigurator;
import org.junit.jupiter.api.Test;

class CommandLineTest {

    private final Properties properties = new Properties();

    /** A goal as the POM has configured it. */
    private static final class Configured {
        private String url = "from the POM";
        private List<String> packages = List.of("from.the.pom");
        private boolean skip;
        private int retries = 3;
        private File output = new File("pom.sql");

        @Override
        public String toString() {
            return url + " " + packages + " " + skip + " " + retries + " " + output;
        }
    }

    @Test
    void whatIsTypedWinsOverThePom() throws Exception {
        properties.setProperty("migrate.url", "typed ${not.evaluated}");
        properties.setProperty("migrate.packages", "a.b,c.d");
        properties.setProperty("migrate.skip", "true");
        properties.setProperty("migrate.retries", "7");
        properties.setProperty("migrate.output", "typed.sql");

        assertThat(configured()).hasToString("typed ${not.evaluated} [a.b, c.d] true 7 /base/typed.sql");
    }

    @Test
    void elementsAreMeantWithoutTheSpacesAndLinesAroundThem() throws Exception {
        properties.setProperty("migrate.packages", "a.b, c.d ,,\n        e.f,");

        assertThat(Elements.of(configured().packages)).containsExactly("a.b", "c.d", "e.f");
    }

    @Test
    void whatIsNotTypedStaysAsThePomHasIt() throws Exception {
        properties.setProperty("migrate.retries", "7");

        assertThat(configured()).hasToString("from the POM [from.the.pom] false 7 pom.sql");
    }

    @Test
    void argumentsForMigrationsAreTakenByTheirPrefix() {
        properties.setProperty("migrate.x.tenant", "acme");
        properties.setProperty("migrate.x.batch.size", "10");
        properties.setProperty("migrate.url", "typed");

        assertThat(new CommandLine(properties).arguments()).isEqualTo(Map.of("tenant", "acme", "batch.size", "10"));
    }

    @Test
    void aMisspeltParameterIsFound() throws Exception {
        properties.setProperty("migrate.mesage", "x");
        properties.setProperty("migrate.x.anything", "x");
        properties.setProperty("migrate.url", "x");
        properties.setProperty("other", "x");

        assertThat(new CommandLine(properties).unknown(List.of(goal()))).containsExactly("migrate.mesage");
    }

    private Configured configured() throws Exception {
        Configured mojo = new Configured();
        try (ClassWorld world = new ClassWorld("plugin", getClass().getClassLoader())) {
            new CommandLine(properties)
                    .applyTo(
                            mojo,
                            goal(),
                            new BasicComponentConfigurator(),
                            world.getRealm("plugin"),
                            new File("/base"));
        }
        return mojo;
    }

    private static MojoDescriptor goal() throws DuplicateParameterException {
        MojoDescriptor goal = new MojoDescriptor();
        for (String name : List.of("url", "packages", "skip", "retries", "output")) {
            Parameter parameter = new Parameter();
            parameter.setName(name);
            parameter.setExpression("${migrate." + name + "}");
            goal.addParameter(parameter);
        }
        return goal;
    }
}
