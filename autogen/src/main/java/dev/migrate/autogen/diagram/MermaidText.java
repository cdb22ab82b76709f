package dev.migrate.autogen.diagram;

import dev.migrate.schema.Column;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Table;
import dev.migrate.schema.Unique;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes Mermaid's {@code erDiagram}. */
final class MermaidText {

    /** What Mermaid takes for the mark of a key, wherever a word begins with it and not with a longer one. */
    private static final Pattern KEY = Pattern.compile("(?i)[PFU]K(?!\\w)");

    private final Schema schema;

    MermaidText(Schema schema) {
        this.schema = schema;
    }

    String text() {
        return Stream.of(
                        Stream.of("erDiagram\n"),
                        schema.tables().stream().map(MermaidText::table),
                        Relation.of(schema).stream().map(MermaidText::relation))
                .flatMap(part -> part)
                .collect(Collectors.joining());
    }

    private static String table(Table table) {
        String columns = table.columns().stream()
                .map(column -> "        " + column(table, column) + "\n")
                .collect(Collectors.joining());
        return "    " + name(table.name()) + " {\n" + columns + "    }\n";
    }

    private static String column(Table table, Column column) {
        boolean primary = table.primaryKey()
                .filter(key -> key.columns().contains(column.name()))
                .isPresent();
        String keys = keys(table, column.name(), primary);
        String type = TypeText.of(column.type());
        String comment = Stream.of(type.contains(",") ? type : "", column.nullable() || primary ? "" : "not null")
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
        return word(type.contains(",") ? withoutModifier(type) : type) + " " + word(column.name())
                + (keys.isEmpty() ? "" : " " + keys)
                + (comment.isEmpty() ? "" : " \"" + plain(comment) + "\"");
    }

    /** Not every Mermaid takes a comma in a type. */
    private static String withoutModifier(String type) {
        return type.substring(0, type.indexOf('(')) + type.substring(type.lastIndexOf(')') + 1);
    }

    private static String keys(Table table, String column, boolean primary) {
        boolean foreign = table.constraintsOf(ForeignKey.class).stream()
                .anyMatch(key -> key.columns().contains(column));
        boolean unique = table.constraintsOf(Unique.class).stream()
                .anyMatch(key -> key.columns().equals(List.of(column)));
        return Stream.of(primary ? "PK" : "", foreign ? "FK" : "", unique ? "UK" : "")
                .filter(key -> !key.isEmpty())
                .collect(Collectors.joining(", "));
    }

    /** {@code ||} is exactly one, <code>o{</code> none or more, {@code o|} none or one. */
    private static String relation(Relation relation) {
        return "    " + name(relation.to()) + (relation.optional() ? " |o--" : " ||--")
                + (relation.single() ? "o| " : "o{ ") + name(relation.from()) + " : \"" + plain(relation.columnList())
                + "\"\n";
    }

    /** Always in quotes: {@code class}, {@code style}, {@code one}, {@code many} and {@code to} are Mermaid's own words. */
    private static String name(QualifiedName name) {
        return "\"" + plain(name.toString()) + "\"";
    }

    /** Types and columns are words: Mermaid knows no quotes for them, and takes only some characters. */
    private static String word(String text) {
        String word = text.replaceAll("[^\\p{L}\\p{N}_()\\[\\]-]", "_");
        return word.matches("[\\p{L}_].*") && !KEY.matcher(word).lookingAt() ? word : "_" + word;
    }

    private static String plain(String text) {
        return text.replace('"', '\'');
    }
}
