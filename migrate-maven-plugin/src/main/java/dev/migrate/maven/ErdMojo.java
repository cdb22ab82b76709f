package dev.migrate.maven;

import dev.migrate.MigrateException;
import dev.migrate.autogen.catalog.CatalogReader;
import dev.migrate.autogen.diagram.Diagram;
import dev.migrate.autogen.diagram.Graphviz;
import dev.migrate.autogen.scratch.Replay;
import dev.migrate.autogen.scratch.ScratchDatabase;
import dev.migrate.command.ProjectHistory;
import dev.migrate.command.database.ChosenConnection;
import dev.migrate.command.parameter.Choice;
import dev.migrate.maven.embedded.EmbeddedServers;
import dev.migrate.maven.parameter.DiagramFormat;
import dev.migrate.schema.Schema;
import java.io.File;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Draws an entity-relationship diagram of the database that is configured, or, without one, of the schema that the
 * migrations lead to.
 */
@Mojo(name = "erd", threadSafe = true)
public final class ErdMojo extends SchemaMojo {

    /** mermaid, which GitHub and GitLab draw in Markdown; dot, for Graphviz; or svg, which Graphviz draws. */
    @Parameter(property = "migrate.format", defaultValue = "mermaid")
    private String format;

    /** The file that the diagram goes to; otherwise standard output. */
    @Parameter(property = "migrate.output")
    private @Nullable File output;

    /** How Graphviz is called when it draws svg. */
    @Parameter(property = "migrate.dot", defaultValue = "dot")
    private String dot;

    @Override
    protected void run() {
        DiagramFormat chosen = Choice.of("format", format, DiagramFormat.values());
        Diagram diagram = Diagram.of(schema());
        output(output)
                .write(
                        switch (chosen) {
                            case MERMAID -> diagram.mermaid();
                            case DOT -> diagram.dot();
                            case SVG -> new Graphviz(dot).svg(diagram.dot());
                        });
    }

    private Schema schema() {
        try (EmbeddedServers servers = embeddedServers()) {
            Optional<ChosenConnection> connection = connection().choose();
            return connection.isPresent() ? read(dataSource(connection.get(), servers)) : ofHistory(servers);
        }
    }

    private Schema ofHistory(EmbeddedServers servers) {
        ProjectHistory history = history();
        try (ScratchDatabase database = scratch(servers).create()) {
            Replay.run(quietly(history, database.dataSource()));
            return read(database.dataSource());
        }
    }

    private Schema read(DataSource database) {
        try (Connection connection = database.getConnection()) {
            return new CatalogReader().read(connection, scope());
        } catch (SQLException e) {
            throw new MigrateException("The schema can't be read: " + e.getMessage(), e);
        }
    }

    /** Standard output is the diagram's, unless a file is. */
    @Override
    protected void progress(String text) {
        if (output == null) {
            getLog().debug(text);
        } else {
            super.progress(text);
        }
    }
}
