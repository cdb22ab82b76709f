package dev.migrate.autogen.model;

import dev.migrate.autogen.model.Model.Attribute;
import dev.migrate.autogen.model.Model.Basic;
import dev.migrate.autogen.model.Model.Entity;
import dev.migrate.autogen.model.Model.KeyForm;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A model as Java. */
final class ModelSource {

    private static final String HEAD = """
            package %s;
            import jakarta.persistence.*;
            import java.math.*;
            import java.net.InetAddress;
            import java.time.*;
            import java.util.*;
            import org.hibernate.Length;
            import org.hibernate.annotations.Check;
            import org.hibernate.annotations.Collate;
            import org.hibernate.annotations.ColumnDefault;
            import org.hibernate.annotations.Comment;
            import org.hibernate.annotations.GeneratedColumn;
            import org.hibernate.annotations.JdbcTypeCode;
            import org.hibernate.annotations.Nationalized;
            import org.hibernate.annotations.OnDelete;
            import org.hibernate.annotations.OnDeleteAction;
            import org.hibernate.annotations.Struct;
            import org.hibernate.type.SqlTypes;
            """;

    private final Model model;
    private final String packageName;

    private ModelSource(Model model, String packageName) {
        this.model = model;
        this.packageName = packageName;
    }

    /** The sources of its classes in that package, by class name. */
    static Map<String, String> of(Model model, String packageName) {
        return new ModelSource(model, packageName).sources();
    }

    private Map<String, String> sources() {
        Map<String, String> sources = new TreeMap<>();
        model.enums()
                .forEach((name, constants) ->
                        put(sources, name, "public enum " + name + " { " + String.join(", ", constants) + " }\n"));
        model.embeddables().forEach((name, parts) -> put(sources, name, embeddable(name, parts)));
        for (Entity entity : model.entities()) {
            put(sources, entity.name(), entity(entity));
            if (entity.key().form() == KeyForm.EMBEDDED && entity.superclass() == null) {
                String name = entity.name() + "Id";
                List<Attribute> parts = List.of(
                        Attribute.plain("a", new Basic(Kind.INT, "Integer")),
                        Attribute.plain("b", new Basic(Kind.DIGITS, "String")));
                put(sources, name, embeddable(name, parts));
            }
        }
        return sources;
    }

    private void put(Map<String, String> sources, String name, String declaration) {
        sources.put(packageName + "." + name, HEAD.formatted(packageName) + declaration);
    }

    private String embeddable(String name, List<Attribute> parts) {
        String equal = parts.stream()
                .map(part -> " && Objects.equals(%1$s, other.%1$s)".formatted(part.name()))
                .collect(Collectors.joining());
        String names = parts.stream().map(Attribute::name).collect(Collectors.joining(", "));
        return """
                @Embeddable
                public class %1$s implements java.io.Serializable {
                %2$s
                    @Override
                    public boolean equals(Object object) {
                        return object instanceof %1$s other%3$s;
                    }

                    @Override
                    public int hashCode() {
                        return Objects.hash(%4$s);
                    }
                }
                """.formatted(name, attributes(parts), equal, names);
    }

    private String entity(Entity entity) {
        List<String> table = new ArrayList<>();
        if (entity.table() != null) {
            table.add("name = \"" + entity.table() + "\"");
        }
        if (entity.schema() != null) {
            table.add("schema = \"" + entity.schema() + "\"");
        }
        List<Attribute> indexed =
                entity.attributes().stream().filter(Attribute::isIndexed).toList();
        if (!indexed.isEmpty()) {
            table.add("indexes = {" + indexes(indexed) + "}");
        }
        if (!entity.together().columns().isEmpty()) {
            String columns = String.join("\", \"", entity.together().columns());
            String name = entity.together().name().isEmpty()
                    ? ""
                    : "name = \"" + entity.together().name() + "\", ";
            table.add("uniqueConstraints = @UniqueConstraint(" + name + "columnNames = {\"" + columns + "\"})");
        }
        boolean hasTable = entity.superclass() == null
                || !"SINGLE_TABLE".equals(model.root(entity).inheritance());
        StringBuilder source = new StringBuilder("@Entity(name = \"" + entity.alias() + "\")\n");
        if (hasTable && !table.isEmpty()) {
            source.append("@Table(").append(String.join(", ", table)).append(")\n");
        }
        if (entity.inheritance() != null) {
            source.append("@Inheritance(strategy = InheritanceType.")
                    .append(entity.inheritance())
                    .append(")\n");
        }
        if (entity.secondaryTable() != null) {
            source.append("@SecondaryTable(name = \"")
                    .append(entity.secondaryTable())
                    .append("\")\n");
        }
        source.append("public class ").append(entity.name());
        if (entity.superclass() != null) {
            source.append(" extends ").append(entity.superclass());
        }
        source.append(" {\n");
        if (entity.superclass() == null) {
            source.append(key(entity));
        }
        if (entity.hasVersion()) {
            source.append("    @Version public int version;\n");
        }
        entity.attributes().forEach(each -> source.append(attribute(each, entity.secondaryTable())));
        return source.append("}\n").toString();
    }

    /** Of each by itself, and one of them all, which Hibernate names by its columns. */
    private static String indexes(List<Attribute> indexed) {
        String each = indexed.stream()
                .map(one -> "@Index(name = \"ix_%s\", columnList = \"%s\")".formatted(one.origin(), one.columnName()))
                .collect(Collectors.joining(", "));
        return indexed.size() == 1
                ? each
                : each + ", @Index(columnList = \""
                        + indexed.stream().map(Attribute::columnName).collect(Collectors.joining(" DESC, ")) + "\")";
    }

    private static String key(Entity entity) {
        Model.Key key = entity.key();
        String generation =
                switch (key.form()) {
                    case IDENTITY -> "@GeneratedValue(strategy = GenerationType.IDENTITY) ";
                    case SEQUENCE ->
                        "@GeneratedValue(strategy = GenerationType.SEQUENCE, generator = \"%1$s\")"
                                .concat(
                                        " @SequenceGenerator(name = \"%1$s\", sequenceName = \"%1$s\", allocationSize = %2$d) ")
                                .formatted(key.sequence(), key.allocation());
                    case TABLE -> "@GeneratedValue(strategy = GenerationType.TABLE) ";
                    case AUTO, UUID -> "@GeneratedValue ";
                    case ASSIGNED, EMBEDDED -> "";
                };
        String type =
                switch (key.form()) {
                    case UUID -> "UUID";
                    case EMBEDDED -> entity.name() + "Id";
                    default -> key.type();
                };
        return "    " + (key.form() == KeyForm.EMBEDDED ? "@EmbeddedId " : "@Id ") + generation + "public " + type
                + " id;\n";
    }

    private String attributes(List<Attribute> parts) {
        return parts.stream().map(part -> attribute(part, null)).collect(Collectors.joining());
    }

    private String attribute(Attribute attribute, @Nullable String secondaryTable) {
        return "    " + AttributeSource.of(model, attribute, secondaryTable) + "\n";
    }
}
