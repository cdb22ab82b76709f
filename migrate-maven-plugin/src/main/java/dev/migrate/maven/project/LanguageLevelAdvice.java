package dev.migrate.maven.project;

import java.util.Optional;
import java.util.Properties;
import org.apache.maven.artifact.versioning.ComparableVersion;
import org.apache.maven.model.Plugin;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3Dom;

/**
 * Which Java the sources are written in, if the POM doesn't say so in a way that the compiler plugin understands: then each
 * version of the plugin takes another one, the oldest Java 5, which no JDK compiles any more.
 *
 * @param typed properties of the command line
 */
record LanguageLevelAdvice(MavenProject project, Properties typed) {

    private static final String COMPILER = "org.apache.maven.plugins:maven-compiler-plugin";

    private static final String PROPERTIES = """
            <properties>
              <maven.compiler.source>17</maven.compiler.source>
              <maven.compiler.target>17</maven.compiler.target>
              <project.build.sourceEncoding>UTF-8</project.build.sourceEncoding>
            </properties>""";

    /** The first version of the compiler plugin that takes a release; Maven 3.8 has 3.1 unless the POM names another one. */
    private static final ComparableVersion WITH_RELEASE = new ComparableVersion("3.6.0");

    private boolean isGiven(String name) {
        return isSet("maven.compiler." + name) || isConfigured(name);
    }

    /** The version of the compiler plugin if it ignores a release. */
    private Optional<String> versionWithoutRelease() {
        return Optional.ofNullable(project.getPlugin(COMPILER))
                .map(Plugin::getVersion)
                .filter(version -> new ComparableVersion(version).compareTo(WITH_RELEASE) < 0);
    }

    private boolean isSet(String property) {
        return project.getProperties().containsKey(property) || typed.containsKey(property);
    }

    private boolean isConfigured(String name) {
        Plugin plugin = project.getPlugin(COMPILER);
        return plugin != null && plugin.getConfiguration() instanceof Xpp3Dom dom && dom.getChild(name) != null;
    }

    /** What to add to a message about sources that don't compile; empty if the POM says it. */
    String text() {
        if (isGiven("source") || isGiven("target")) {
            return "";
        }
        if (!isGiven("release")) {
            return "\nThe POM doesn't say which Java the sources are written in. Add to it, if that is the cause:\n"
                    + PROPERTIES;
        }
        return versionWithoutRelease()
                .map(version ->
                        "\nmaven-compiler-plugin " + version + " ignores maven.compiler.release. Give the plugin a"
                                + " version from 3.6.0 on in the POM, or add:\n" + PROPERTIES)
                .orElse("");
    }
}
