package dev.migrate.ddl;

import dev.migrate.operation.EnumOperation.ChangeMeanings;
import dev.migrate.operation.EnumOperation.RenameConstant;
import dev.migrate.operation.Statement;
import dev.migrate.schema.Literals;
import dev.migrate.schema.MeaningColumn.Kind;
import dev.migrate.schema.StoredValue;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What rows hold of an enum's constants and of entities, as SQL. */
public final class MeaningsDdl {

    private MeaningsDdl() {}

    /**
     * Refuses rows of what is gone, and gives the others their new values. A unique index looks at each row as it changes:
     * where there is one, ordinals go by way of negative ones, which nothing else has.
     */
    static List<Statement> change(ChangeMeanings change) {
        List<Statement> statements = new ArrayList<>();
        if (!change.removed().isEmpty()) {
            statements.add(Statement.of(refusal(change)));
        }
        Map<String, String> moved = change.moved();
        if (moved.isEmpty()) {
            return statements;
        }
        if (!change.unique() || change.kind() != Kind.ORDINALS) {
            statements.add(update(change, moved));
            return statements;
        }
        Map<String, String> aside = new LinkedHashMap<>();
        Map<String, String> back = new LinkedHashMap<>();
        moved.forEach((old, now) -> {
            String negative = String.valueOf(-1 - Integer.parseInt(now));
            aside.put(old, negative);
            back.put(negative, now);
        });
        statements.add(update(change, aside));
        statements.add(update(change, back));
        return statements;
    }

    private static Statement update(ChangeMeanings change, Map<String, String> moved) {
        String column = SqlIdentifiers.quote(change.column());
        String value = change.array()
                ? "ARRAY(SELECT " + renumbered(change, "ordinal", moved) + " FROM unnest(" + column
                        + ") WITH ORDINALITY AS element (ordinal, place) ORDER BY place)"
                : renumbered(change, column, moved);
        return Statement.of("UPDATE " + SqlIdentifiers.quote(change.table()) + " SET " + column + " = " + value
                + "\nWHERE " + has(change, moved.keySet()));
    }

    private static String renumbered(ChangeMeanings change, String value, Map<String, String> moved) {
        return "CASE " + value
                + moved.entrySet().stream()
                        .map(one ->
                                " WHEN " + literal(change, one.getKey()) + " THEN " + literal(change, one.getValue()))
                        .collect(Collectors.joining())
                + " ELSE " + value + " END";
    }

    private static String literal(ChangeMeanings change, String value) {
        return change.kind() == Kind.ORDINALS ? value : Literals.string(value);
    }

    private static String has(ChangeMeanings change, Collection<String> values) {
        String column = SqlIdentifiers.quote(change.column());
        String listed =
                " IN (" + values.stream().map(value -> literal(change, value)).collect(Collectors.joining(", ")) + ")";
        return change.array()
                ? "EXISTS (SELECT FROM unnest(" + column + ") AS element (ordinal) WHERE ordinal" + listed + ")"
                : column + listed;
    }

    /** Which rows have what is gone, as SQL. */
    public static String hasRemoved(ChangeMeanings change) {
        return has(change, change.removed().stream().map(StoredValue::value).toList());
    }

    /** What rows of what is gone have: {@code MEDIUM (1)}. */
    public static String removed(ChangeMeanings change) {
        return change.removed().stream()
                .map(old -> old.meaning().equals(old.value()) ? old.value() : old.meaning() + " (" + old.value() + ")")
                .collect(Collectors.joining(" or "));
    }

    private static String refusal(ChangeMeanings change) {
        boolean isOrdinal = change.kind() == Kind.ORDINALS;
        String message = "Rows of " + change.table() + " have " + removed(change) + " in " + change.column()
                + (isOrdinal ? ", which the enum doesn't have" : ", which no entity has") + " after this migration";
        String hint = isOrdinal
                ? "Give such rows another constant, and run again."
                : "Delete such rows, or make them rows of another entity, and run again.";
        String body = "BEGIN\n  IF EXISTS (SELECT FROM " + SqlIdentifiers.quote(change.table()) + " WHERE "
                + hasRemoved(change) + ") THEN\n    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = "
                + Literals.string(message) + ",\n      HINT = " + Literals.string(hint) + ";"
                + "\n  END IF;\nEND";
        return DollarQuotes.block(body);
    }

    static Statement rename(RenameConstant rename) {
        String column = SqlIdentifiers.quote(rename.column());
        String old = Literals.string(rename.constant());
        String now = Literals.string(rename.newName());
        String table = "UPDATE " + SqlIdentifiers.quote(rename.table()) + " SET " + column + " = ";
        return Statement.of(
                rename.array()
                        ? table + "array_replace(" + column + ", " + old + ", " + now + ")\nWHERE " + old + " = ANY ("
                                + column + ")"
                        : table + now + "\nWHERE " + column + " = " + old);
    }
}
