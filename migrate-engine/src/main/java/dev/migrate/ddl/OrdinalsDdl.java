package dev.migrate.ddl;

import dev.migrate.operation.EnumOperation.ChangeOrdinals;
import dev.migrate.operation.EnumOperation.RenameConstant;
import dev.migrate.schema.Literals;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What rows hold of an enum's constants, as SQL. */
public final class OrdinalsDdl {

    private OrdinalsDdl() {}

    /**
     * Refuses rows of constants that are gone, and renumbers the others. A unique index looks at each row as it changes:
     * where there is one, ordinals go by way of negative ones, which nothing else has.
     */
    static List<Statement> change(ChangeOrdinals change) {
        List<Statement> statements = new ArrayList<>();
        if (!change.removed().isEmpty()) {
            statements.add(Statement.of(refusal(change)));
        }
        SortedMap<Integer, Integer> moved = change.moved();
        if (moved.isEmpty()) {
            return statements;
        }
        if (!change.unique()) {
            statements.add(update(change, moved));
            return statements;
        }
        SortedMap<Integer, Integer> aside = new TreeMap<>();
        SortedMap<Integer, Integer> back = new TreeMap<>();
        moved.forEach((old, now) -> {
            aside.put(old, -1 - now);
            back.put(-1 - now, now);
        });
        statements.add(update(change, aside));
        statements.add(update(change, back));
        return statements;
    }

    private static Statement update(ChangeOrdinals change, SortedMap<Integer, Integer> moved) {
        String column = SqlIdentifiers.quote(change.column());
        String value = change.array()
                ? "ARRAY(SELECT " + renumbered("ordinal", moved) + " FROM unnest(" + column
                        + ") WITH ORDINALITY AS element (ordinal, place) ORDER BY place)"
                : renumbered(column, moved);
        return Statement.of("UPDATE " + SqlIdentifiers.quote(change.table()) + " SET " + column + " = " + value
                + "\nWHERE " + has(change, List.copyOf(moved.keySet())));
    }

    private static String renumbered(String value, SortedMap<Integer, Integer> moved) {
        return "CASE " + value
                + moved.entrySet().stream()
                        .map(one -> " WHEN " + one.getKey() + " THEN " + one.getValue())
                        .collect(Collectors.joining())
                + " ELSE " + value + " END";
    }

    private static String has(ChangeOrdinals change, List<Integer> ordinals) {
        String column = SqlIdentifiers.quote(change.column());
        String listed = " IN (" + ordinals.stream().map(String::valueOf).collect(Collectors.joining(", ")) + ")";
        return change.array()
                ? "EXISTS (SELECT FROM unnest(" + column + ") AS element (ordinal) WHERE ordinal" + listed + ")"
                : column + listed;
    }

    /** Which rows have a constant that is gone, as SQL. */
    public static String hasRemoved(ChangeOrdinals change) {
        return has(change, change.removed());
    }

    /** What rows with a constant that is gone have: {@code MEDIUM (1)}. */
    public static String removed(ChangeOrdinals change) {
        return change.removed().stream()
                .map(ordinal -> change.from().get(ordinal) + " (" + ordinal + ")")
                .collect(Collectors.joining(" or "));
    }

    private static String refusal(ChangeOrdinals change) {
        String message = "Rows of " + change.table() + " have " + removed(change) + " in " + change.column()
                + ", which the enum doesn't have after this migration";
        String body = "BEGIN\n  IF EXISTS (SELECT FROM " + SqlIdentifiers.quote(change.table()) + " WHERE "
                + hasRemoved(change) + ") THEN\n    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = "
                + Literals.string(message) + ",\n      HINT = 'Give such rows another constant, and run again.';"
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
