package dev.migrate.autogen.diagram;

import dev.migrate.schema.Column;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Table;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes Graphviz' DOT: a box for each table with its columns as ports, and a crow's foot line for each foreign key. */
final class DotText {

    private static final String HEAD = """
            digraph schema {
                graph [rankdir=LR, nodesep=0.4, ranksep=1.2]
                node [shape=plain, fontname="Helvetica", fontsize=11]
                edge [dir=both, color="#55606e", arrowsize=0.8]
            """;

    /** What makes the port of a row's right cell out of the column's name. */
    private static final String RIGHT = " type";

    private final Schema schema;

    DotText(Schema schema) {
        this.schema = schema;
    }

    String text() {
        return Stream.of(
                        Stream.of(HEAD),
                        schema.tables().stream().map(DotText::table),
                        Relation.of(schema).stream().map(this::relation),
                        Stream.of("}\n"))
                .flatMap(part -> part)
                .collect(Collectors.joining());
    }

    private static String table(Table table) {
        List<String> key = table.primaryKey().map(primary -> primary.columns()).orElse(List.of());
        String rows = table.columns().stream()
                .map(column -> row(column, key.contains(column.name())))
                .collect(Collectors.joining());
        return "    " + quoted(table.name().toString()) + " [label=<\n"
                + "        <table border=\"0\" cellborder=\"1\" cellspacing=\"0\" cellpadding=\"4\" color=\"#55606e\">\n"
                + "        <tr><td bgcolor=\"#dde6f0\" colspan=\"2\"><b>"
                + escaped(table.name().toString()) + "</b></td></tr>\n" + rows + "        </table>>]\n";
    }

    private static String row(Column column, boolean primary) {
        String name = escaped(column.name());
        String type = escaped(TypeText.of(column.type()));
        return "        <tr><td port=\"" + name + "\" align=\"left\">" + (primary ? "<u>" + name + "</u>" : name)
                + "</td><td port=\"" + name + RIGHT + "\" align=\"left\">"
                + (column.nullable() ? "<i>" + type + "?</i>" : type) + "</td></tr>\n";
    }

    private String relation(Relation relation) {
        return "    " + quoted(relation.from().toString())
                + port(relation.columns().stream().findFirst().map(column -> column + RIGHT), "e") + " -> "
                + quoted(relation.to().toString()) + port(target(relation), "w") + " [arrowtail="
                + (relation.single() ? "teeodot" : "crowodot") + ", arrowhead="
                + (relation.optional() ? "teeodot" : "teetee") + "]\n";
    }

    private Optional<String> target(Relation relation) {
        QualifiedName to = relation.to();
        return schema.table(to)
                .flatMap(table -> relation.targetColumns().isEmpty()
                        ? table.primaryKey().map(key -> key.columns().get(0))
                        : relation.targetColumns().stream().findFirst());
    }

    /** Lines leave a table on its right and reach another one on its left, as the tables are ordered. */
    private static String port(Optional<String> cell, String side) {
        return cell.map(name -> ":" + quoted(name) + ":" + side).orElse("");
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
