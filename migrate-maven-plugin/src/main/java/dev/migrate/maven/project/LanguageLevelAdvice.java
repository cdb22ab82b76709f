package dev.migrate.maven.project;

import java.util.Properties;
import java.util.stream.Stream;
import org.apache.maven.model.Plugin;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3Dom;

/**
 * Which Java the sources are written in, if the POM doesn't say so: then each version of the compiler plugin takes another
 * one, the oldest Java 5, which no JDK compiles any more.
 *
 * @param typed properties of the command line
 */
record LanguageLevelAdvice(MavenProject project, Properties typed) {

    private static final String COMPILER = "org.apache.maven.plugins:maven-compiler-plugin";

    private boolean isNeeded() {
        return Stream.of("release", "source", "target")
                .noneMatch(name -> isSet("maven.compiler." + name) || isConfigured(name));
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
        return isNeeded() ? """

                The POM doesn't say which Java the sources are written in. Add to it, if that is the cause:
                <properties>
                  <maven.compiler.source>17</maven.compiler.source>
                  <maven.compiler.target>17</maven.compiler.target>
                  <project.build.sourceEncoding>UTF-8</project.build.sourceEncoding>
                </properties>""" : "";
    }
}
