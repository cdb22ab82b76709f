package dev.migrate.autogen.diff;

import dev.migrate.MigrateException;
import dev.migrate.ddl.SqlIdentifiers;
import dev.migrate.operation.ObjectOperation.CreateAuxiliaryObject;
import dev.migrate.operation.Reversible;
import dev.migrate.schema.AuxiliaryObject;
import dev.migrate.schema.Column;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Type;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How values of composite types are written as text while attributes change their places. PostgreSQL reads such a text by
 * position (manual, 8.16.6 Composite Type Input and Output Syntax), so each attribute is written where the type will have it.
 */
final class ReorderedAttributes {

    /** By the types' names, as PostgreSQL prints them. */
    private final Map<String, List<String>> after = new HashMap<>();

    /** The attributes' types by their names, for each type. */
    private final Map<String, Map<String, String>> before = new HashMap<>();

    private ReorderedAttributes() {}

    /** @param schema what there is before the operations */
    static ReorderedAttributes by(List<Reversible> operations, Schema schema) {
        ReorderedAttributes attributes = new ReorderedAttributes();
        schema.auxiliaryObjects().stream()
                .filter(CompositeChange::isComposite)
                .forEach(type -> attributes.before.put(CompositeChange.name(type), CompositeChange.attributes(type)));
        for (Reversible operation : operations) {
            if (operation instanceof CreateAuxiliaryObject change) {
                attributes.add(change.object());
            }
        }
        return attributes;
    }

    private void add(AuxiliaryObject change) {
        if (CompositeChange.reorders(change.create())) {
            after.put(CompositeChange.name(change), CompositeChange.added(change.create()));
        }
    }

    /** The values of a column as the text of what its type becomes; null if it stays the same. */
    @Nullable
    String text(QualifiedName table, Column column) {
        return text(table, column, true);
    }

    /** The same for what the type is before. */
    @Nullable
    String textBack(QualifiedName table, Column column) {
        return text(table, column, false);
    }

    private @Nullable String text(QualifiedName table, Column column, boolean forth) {
        String type = column.type().sql();
        if (!isReordered(type)) {
            return null;
        }
        String value = "(" + SqlIdentifiers.quote(column.name()) + ")";
        return text(value, SqlIdentifiers.quote(column.name()), type, forth, table + "." + column.name());
    }

    private boolean isReordered(String type) {
        String element = TypeFamily.element(new Type(type)).sql();
        return after.containsKey(element)
                || before.getOrDefault(element, Map.of()).values().stream().anyMatch(this::isReordered);
    }

    /** What has no value has no text; a row without values has one. */
    private String text(String row, String value, String type, boolean forth, String where) {
        if (TypeFamily.isArray(new Type(type))) {
            throw new MigrateException("The attributes of the type "
                    + TypeFamily.element(new Type(type)).sql()
                    + " have to change their places, by which Hibernate reads"
                    + " and writes them, and " + where + " is an array of it, whose values no statement reads anew."
                    + " Move its values to a column of another type (to_jsonb) in a migration of its own, and back"
                    + " (jsonb_populate_record) behind the one that is generated then.");
        }
        Map<String, String> present = before.getOrDefault(type, Map.of());
        List<String> changed = after.getOrDefault(type, List.copyOf(present.keySet()));
        List<String> from = forth ? List.copyOf(present.keySet()) : changed;
        List<String> to = forth ? changed : List.copyOf(present.keySet());
        List<String> fields = new ArrayList<>();
        for (String name : to) {
            String field = row + "." + name;
            String fieldType = present.getOrDefault(name, "");
            if (!from.contains(name)) {
                fields.add("NULL");
            } else {
                fields.add(isReordered(fieldType) ? text(field, field, fieldType, forth, where) : field);
            }
        }
        return "CASE WHEN " + value + "::text IS NOT NULL THEN ROW(" + String.join(", ", fields) + ")::text END";
    }
}
