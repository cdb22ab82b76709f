package dev.migrate.maven;

import dev.migrate.autogen.java.Paragraph;
import dev.migrate.command.Run;
import dev.migrate.maven.file.NewRevision;
import dev.migrate.maven.project.ProcessorAdvice;
import dev.migrate.revision.RevisionGraph;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.plugins.annotations.Mojo;

/** Begins a history: writes the package with a first revision, and prints what to add to the POM. */
@Mojo(name = "init", threadSafe = true)
public final class InitMojo extends WritingMojo {

    @Override
    protected void run() {
        RevisionGraph graph = history().graph();
        if (graph.size() > 0) {
            progress("There is a history already: " + Run.revisions(graph.size()) + " in "
                    + String.join(", ", packages()) + ". Nothing is written.");
        } else {
            write(
                    graph,
                    NewRevision.empty(newId(graph), List.of(), messageOr("Begin the history"))
                            .doing(file -> file.doing(List.of(), example(), List.of())));
        }
        printMissingFromPom();
        progress("Next: mvn migrate:autogenerate -Dmigrate.message=\"…\" writes a revision from the entities,"
                + " mvn migrate:revision an empty one.");
    }

    private static List<Paragraph> example() {
        return List.of(new Paragraph(
                List.of(
                        "Nothing yet. A revision says what it does in operations, such as",
                        "op.createIndex(index(\"ix_agents_status\").on(\"agents\", \"status\"));",
                        "op.execute(\"CREATE EXTENSION IF NOT EXISTS citext\");"),
                List.of()));
    }

    private void printMissingFromPom() {
        PluginDescriptor plugin = execution().getMojoDescriptor().getPluginDescriptor();
        boolean hasPlugin = project().getBuild().getPlugins().stream()
                .anyMatch(one -> one.getKey().equals(plugin.getGroupId() + ":" + plugin.getArtifactId()));
        String missing = Stream.of(
                        hasEngine() ? "" : lines("dependency", plugin.getGroupId(), ENGINE, plugin.getVersion()),
                        hasPlugin
                                ? ""
                                : lines("plugin", plugin.getGroupId(), plugin.getArtifactId(), plugin.getVersion()))
                .collect(Collectors.joining());
        if (!missing.isEmpty()) {
            progress("Add to the POM:");
            output(null).write(missing);
        }
        ProcessorAdvice processor = new ProcessorAdvice(
                project(), plugin.getGroupId(), ENGINE, Runtime.version().feature());
        if (processor.isNeeded()) {
            progress("The compiler runs no annotation processor that writes the index of the revisions: without it an"
                    + " application reads every migration's class file as it starts. Add to the POM:");
            output(null).write(processor.lines(plugin.getVersion()));
        }
    }

    private static String lines(String element, String groupId, String artifactId, String version) {
        return """
                <%1$s>
                  <groupId>%2$s</groupId>
                  <artifactId>%3$s</artifactId>
                  <version>%4$s</version>
                </%1$s>
                """.formatted(element, groupId, artifactId, version);
    }
}
