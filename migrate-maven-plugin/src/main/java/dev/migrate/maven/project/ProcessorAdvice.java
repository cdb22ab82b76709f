package dev.migrate.maven.project;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.maven.model.Plugin;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3Dom;

/**
 * Whether the project's own compilation writes the index of the revisions. JDK 23 and later run only those annotation
 * processors that they are told of (JDK 23 release notes, JDK-8321314), and so does every JDK once one is named.
 */
public record ProcessorAdvice(MavenProject project, String groupId, String artifactId, int javaMajor) {

    private static final String COMPILER = "org.apache.maven.plugins:maven-compiler-plugin";
    private static final int TOLD = 23;

    /** Whether the index is missing from what the build makes. */
    public boolean isNeeded() {
        List<Xpp3Dom> paths = children(configuration(), "annotationProcessorPaths");
        if (!paths.isEmpty()) {
            return paths.stream()
                    .flatMap(all -> Arrays.stream(all.getChildren()))
                    .noneMatch(this::isEngine);
        }
        Optional<String> processing = processing();
        return processing.isPresent() ? processing.get().equals("none") : javaMajor >= TOLD;
    }

    private boolean isEngine(Xpp3Dom path) {
        Xpp3Dom name = path.getChild("artifactId");
        return name != null && artifactId.equals(name.getValue());
    }

    private Optional<String> processing() {
        return Stream.concat(
                        children(configuration(), "proc").stream().map(Xpp3Dom::getValue),
                        Stream.ofNullable(project.getProperties().getProperty("maven.compiler.proc")))
                .findFirst();
    }

    private Optional<Xpp3Dom> configuration() {
        Plugin plugin = project.getPlugin(COMPILER);
        return plugin != null && plugin.getConfiguration() instanceof Xpp3Dom dom ? Optional.of(dom) : Optional.empty();
    }

    private static List<Xpp3Dom> children(Optional<Xpp3Dom> parent, String name) {
        return parent.map(dom -> List.of(dom.getChildren(name))).orElse(List.of());
    }

    /** What to add to the POM. */
    public String lines(String version) {
        return """
                <plugin>
                  <groupId>org.apache.maven.plugins</groupId>
                  <artifactId>maven-compiler-plugin</artifactId>
                  <configuration>
                    <annotationProcessorPaths>
                      <path>
                        <groupId>%s</groupId>
                        <artifactId>%s</artifactId>
                        <version>%s</version>
                      </path>
                    </annotationProcessorPaths>
                  </configuration>
                </plugin>
                """.formatted(groupId, artifactId, version);
    }
}
