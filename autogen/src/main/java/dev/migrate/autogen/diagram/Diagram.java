package dev.migrate.autogen.diagram;

import dev.migrate.schema.Schema;

/**
 * An entity-relationship diagram of a schema.
 *
 * <pre>{@code
 * Schema schema = new CatalogReader().read(connection, CatalogScope.ofDefaultSchema());
 * Files.writeString(Path.of("schema.mmd"), Diagram.of(schema).mermaid());
 * }</pre>
 */
public final class Diagram {

    private final Schema schema;

    private Diagram(Schema schema) {
        this.schema = schema;
    }

    /** A diagram of all tables but partitions, which are parts of another one. */
    public static Diagram of(Schema schema) {
        return new Diagram(schema.withTables(schema.tables().stream()
                .filter(table -> table.partitionOf() == null)
                .toList()));
    }

    /** As Mermaid's {@code erDiagram}. */
    public String mermaid() {
        return new MermaidText(schema).text();
    }

    /** As a graph in Graphviz' DOT language. */
    public String dot() {
        return new DotText(schema).text();
    }
}
