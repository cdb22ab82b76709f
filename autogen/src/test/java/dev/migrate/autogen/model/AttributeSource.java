package dev.migrate.autogen.model;

import dev.migrate.autogen.model.Model.Attribute;
import dev.migrate.autogen.model.Model.Basic;
import dev.migrate.autogen.model.Model.Computed;
import dev.migrate.autogen.model.Model.Container;
import dev.migrate.autogen.model.Model.Content;
import dev.migrate.autogen.model.Model.Embedded;
import dev.migrate.autogen.model.Model.Link;
import dev.migrate.autogen.model.Model.Plural;
import dev.migrate.autogen.model.Model.Reference;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** An attribute as Java: its annotations and its field. */
final class AttributeSource {

    private static final String COLUMN = "@Column(";

    private final Model model;
    private final Attribute attribute;
    private final @Nullable String secondaryTable;
    private final List<String> annotations = new ArrayList<>();

    private AttributeSource(Model model, Attribute attribute, @Nullable String secondaryTable) {
        this.model = model;
        this.attribute = attribute;
        this.secondaryTable = secondaryTable;
    }

    /** @param secondaryTable its entity's, null for none */
    static String of(Model model, Attribute attribute, @Nullable String secondaryTable) {
        return new AttributeSource(model, attribute, secondaryTable).field();
    }

    private String field() {
        Content content = attribute.content();
        String type = content instanceof Basic basic ? basic(basic) : type(content);
        if (content instanceof Embedded embedded) {
            embedded(embedded);
        } else if (content instanceof Computed computed) {
            annotations.add("@GeneratedColumn(\"" + computed.column() + " IS NULL\")");
        } else if (content instanceof Reference reference) {
            reference(reference);
        } else if (content instanceof Plural plural) {
            plural(plural);
        }
        if (attribute.comment() != null) {
            annotations.add("@Comment(" + quoted(attribute.comment()) + ")");
        }
        String value = content instanceof Plural plural ? " = new " + collection(plural) + "<>()" : "";
        return String.join(" ", annotations) + " public " + type + " " + attribute.name() + value + ";";
    }

    private String basic(Basic basic) {
        Kind kind = basic.kind();
        List<String> column = new ArrayList<>();
        if (kind.annotations().startsWith(COLUMN)) {
            column.add(kind.annotations()
                    .substring(COLUMN.length(), kind.annotations().length() - 1));
        } else {
            annotations.add(kind.annotations());
        }
        if (attribute.column() != null) {
            column.add("name = \"" + attribute.column() + "\"");
        }
        if (attribute.isSecondary()) {
            column.add("table = \"" + secondaryTable + "\"");
        }
        if (attribute.isRequired()) {
            column.add("nullable = false");
        }
        if (attribute.isUnique()) {
            column.add("unique = true");
        }
        if (attribute.length() != null) {
            column.add("length = " + attribute.length());
        }
        annotations.add(COLUMN + String.join(", ", column) + ")");
        if (attribute.defaultValue() != null) {
            String value = kind.literal(model.text(basic, attribute.defaultValue()));
            annotations.add("@ColumnDefault(" + quoted(value) + ")");
        }
        if (attribute.isChecked()) {
            annotations.add("@Check(name = \"check_%s\", constraints = \"%s >= -1\")"
                    .formatted(attribute.origin(), attribute.columnName()));
        }
        return attribute.isRequired() ? kind.primitive().replace("?", basic.type()) : basic.type();
    }

    private void embedded(Embedded embedded) {
        switch (embedded.embedding()) {
            case COLUMNS -> annotations.add("@Embedded");
            case STRUCT ->
                annotations.add("@Struct(name = \"" + embedded.embeddable().toLowerCase(Locale.ROOT) + "_type\")");
            case JSON -> annotations.add("@JdbcTypeCode(SqlTypes.JSON)");
        }
    }

    private void reference(Reference reference) {
        annotations.add(reference.link() == Link.ONE_TO_ONE ? "@OneToOne" : "@ManyToOne");
        if (reference.link() == Link.JOIN_TABLE) {
            annotations.add(joinTable());
        }
        List<String> column = new ArrayList<>();
        if (attribute.column() != null) {
            column.add("name = \"" + attribute.column() + "\"");
        }
        if (reference.byColumn() != null) {
            column.add("referencedColumnName = \"" + reference.byColumn() + "\"");
        }
        switch (reference.keeping()) {
            case NAMED -> column.add("foreignKey = @ForeignKey(name = \"fk_" + attribute.origin() + "\")");
            case NOT -> column.add("foreignKey = @ForeignKey(ConstraintMode.NO_CONSTRAINT)");
            case CASCADE -> annotations.add("@OnDelete(action = OnDeleteAction.CASCADE)");
            case PLAIN -> {}
        }
        if (!column.isEmpty()) {
            annotations.add("@JoinColumn(" + String.join(", ", column) + ")");
        }
    }

    private void plural(Plural plural) {
        if (plural.element() instanceof Reference) {
            annotations.add(plural.isExclusive() ? "@OneToMany" : "@ManyToMany");
            if (attribute.tableAside() != null) {
                annotations.add(joinTable());
            }
            return;
        }
        annotations.add("@ElementCollection");
        if (attribute.tableAside() != null) {
            annotations.add("@CollectionTable(name = \"" + attribute.tableAside() + "\")");
        }
        if (plural.container() == Container.ORDERED) {
            annotations.add("@OrderColumn");
        }
        if (plural.element() instanceof Basic basic) {
            annotations.add(basic.kind().annotations());
        }
    }

    private String joinTable() {
        return "@JoinTable(name = \"" + attribute.tableAside() + "\")";
    }

    private static String type(Content content) {
        if (content instanceof Basic basic) {
            return basic.type();
        }
        if (content instanceof Computed) {
            return "Boolean";
        }
        if (content instanceof Embedded embedded) {
            return embedded.embeddable();
        }
        if (content instanceof Reference reference) {
            return reference.entity();
        }
        Plural plural = (Plural) content;
        String element = type(plural.element());
        return switch (plural.container()) {
            case SET -> "Set<" + element + ">";
            case BAG, ORDERED -> "List<" + element + ">";
            case MAP -> "Map<String, " + element + ">";
        };
    }

    private static String collection(Plural plural) {
        return switch (plural.container()) {
            case SET -> "HashSet";
            case BAG, ORDERED -> "ArrayList";
            case MAP -> "HashMap";
        };
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
