package dev.migrate.ddl;

import dev.migrate.schema.Literals;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Collectors;

/** The small pieces that several statements are put together from. */
final class Clause {

    private Clause() {}

    static String when(boolean condition, String text) {
        return condition ? text : "";
    }

    /** {@code (a, b)}. */
    static String columns(List<String> names) {
        return "(" + SqlIdentifiers.quoteAll(names) + ")";
    }

    static String include(List<String> names) {
        return when(!names.isEmpty(), " INCLUDE " + columns(names));
    }

    /**
     * {@code (fillfactor = 70, "toast.autovacuum_enabled" = false)}: a parameter's name may have a namespace before the
     * dot, and its value is a literal unless it is a plain word or number.
     */
    static String parameters(SortedMap<String, String> parameters) {
        return parameters.entrySet().stream().map(Clause::parameter).collect(Collectors.joining(", ", "(", ")"));
    }

    private static String parameter(Map.Entry<String, String> entry) {
        String name = entry.getKey();
        int dot = name.indexOf('.');
        String quoted = dot < 0
                ? SqlIdentifiers.quote(name)
                : SqlIdentifiers.quote(name.substring(0, dot)) + "." + SqlIdentifiers.quote(name.substring(dot + 1));
        String value = entry.getValue();
        boolean plain = value.matches("[a-z]+|-?[0-9]+(\\.[0-9]+)?") && !Keywords.isReserved(value);
        return quoted + " = " + (plain ? value : Literals.string(value));
    }

    static String dropTail(boolean cascade) {
        return when(cascade, " CASCADE");
    }

    static String ifExists(boolean ifExists) {
        return when(ifExists, "IF EXISTS ");
    }

    static String ifNotExists(boolean ifNotExists) {
        return when(ifNotExists, "IF NOT EXISTS ");
    }
}
