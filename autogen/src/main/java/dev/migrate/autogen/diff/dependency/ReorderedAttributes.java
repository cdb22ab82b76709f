package dev.migrate.autogen.diff.dependency;

import dev.migrate.MigrateException;
import dev.migrate.autogen.diff.comparison.CompositeChange;
import dev.migrate.autogen.diff.comparison.Conversion;
import dev.migrate.autogen.diff.comparison.OneElement;
import dev.migrate.autogen.diff.comparison.TypeFamily;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How values of composite types are written as text while attributes change their places, or get a type in which their text
 * would mean something else. PostgreSQL reads such a text by position (manual, 8.16.6 Composite Type Input and Output
 * Syntax), so each attribute is written where the type will have it, and as what it will be.
 */
final class ReorderedAttributes {

    /** The attributes' types by their names, in their order, while a column's values become text and when they come back. */
    private record Turn(Map<String, String> from, Map<String, String> to) {}

    /** For the types whose values aren't written by themselves, by their names, as PostgreSQL prints them. */
    private final Map<String, Turn> forth = new HashMap<>();

    private final Map<String, Turn> back = new HashMap<>();

    /** The attributes of all types. */
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
        if (!CompositeChange.retypes(change)) {
            return;
        }
        String name = CompositeChange.name(change);
        Map<String, String> present = before.getOrDefault(name, Map.of());
        Map<String, String> wanted = CompositeChange.attributes(change);
        if (CompositeChange.reorders(change.create())) {
            forth.put(name, new Turn(present, wanted));
            back.put(name, new Turn(wanted, present));
        } else if (present.keySet().stream().anyMatch(one -> meansElse(present.get(one), wanted.get(one)))) {
            // Attributes come and go behind it; those that come back do so at the end.
            Map<String, String> retyped = new LinkedHashMap<>(present);
            retyped.replaceAll(wanted::getOrDefault);
            Map<String, String> restored = new LinkedHashMap<>(present);
            restored.keySet().retainAll(wanted.keySet());
            present.forEach(restored::putIfAbsent);
            forth.put(name, new Turn(present, retyped));
            back.put(name, new Turn(retyped, restored));
        }
    }

    private static boolean meansElse(@Nullable String from, @Nullable String to) {
        return from != null
                && to != null
                && (conversion("", from, to).isPresent()
                        || conversion("", to, from).isPresent());
    }

    private static Optional<String> conversion(String value, String from, String to) {
        Type source = CompositeChange.type(from);
        Type target = CompositeChange.type(to);
        return OneElement.conversion(value, source, target)
                .or(() -> Conversion.between(source, target).map(way -> way.of(value, target)));
    }

    /** The values of a column as the text of what its type becomes; null if it stays the same. */
    @Nullable
    String text(QualifiedName table, Column column) {
        return text(table, column, forth);
    }

    /** The same for what the type is before. */
    @Nullable
    String textBack(QualifiedName table, Column column) {
        return text(table, column, back);
    }

    private @Nullable String text(QualifiedName table, Column column, Map<String, Turn> turns) {
        String type = column.type().sql();
        if (!isReordered(type)) {
            return null;
        }
        String value = "(" + SqlIdentifiers.quote(column.name()) + ")";
        return text(value, SqlIdentifiers.quote(column.name()), type, turns, table + "." + column.name());
    }

    private boolean isReordered(String type) {
        String element = TypeFamily.element(new Type(type)).sql();
        return forth.containsKey(element)
                || before.getOrDefault(element, Map.of()).values().stream().anyMatch(this::isReordered);
    }

    /** What has no value has no text; a row without values has one. */
    private String text(String row, String value, String type, Map<String, Turn> turns, String where) {
        if (TypeFamily.isArray(new Type(type))) {
            throw new MigrateException("The attributes of the type "
                    + TypeFamily.element(new Type(type)).sql()
                    + " have to change their places or what they mean, by which Hibernate reads"
                    + " and writes them, and " + where + " is an array of it, whose values no statement reads anew."
                    + " Move its values to a column of another type (to_jsonb) in a migration of its own, and back"
                    + " (jsonb_populate_record) behind the one that is generated then.");
        }
        Map<String, String> present = before.getOrDefault(type, Map.of());
        Turn turn = turns.getOrDefault(type, new Turn(present, present));
        List<String> fields = new ArrayList<>();
        turn.to().forEach((name, wanted) -> {
            String field = row + "." + name;
            String is = turn.from().get(name);
            if (is == null) {
                fields.add("NULL");
            } else {
                fields.add(
                        isReordered(is)
                                ? text(field, field, is, turns, where)
                                : conversion(field, is, wanted).orElse(field));
            }
        });
        return "CASE WHEN " + value + "::text IS NOT NULL THEN ROW(" + String.join(", ", fields) + ")::text END";
    }
}
