package dev.migrate.operation;

import dev.migrate.schema.Type;
import dev.migrate.schema.Types;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The names that SQL has for one type (PostgreSQL manual, 8 Data Types, table 8.1), as far as they are known without a
 * server.
 */
public final class TypeNames {

    private static final Map<String, String> USUAL = Map.ofEntries(
            Map.entry("int", "integer"),
            Map.entry("int4", "integer"),
            Map.entry("serial", "integer"),
            Map.entry("serial4", "integer"),
            Map.entry("int8", "bigint"),
            Map.entry("bigserial", "bigint"),
            Map.entry("serial8", "bigint"),
            Map.entry("int2", "smallint"),
            Map.entry("smallserial", "smallint"),
            Map.entry("serial2", "smallint"),
            Map.entry("bool", "boolean"),
            Map.entry("float4", "real"),
            Map.entry("float8", "double precision"),
            Map.entry("decimal", "numeric"),
            Map.entry("dec", "numeric"),
            Map.entry("character", "char"),
            Map.entry("character varying", "varchar"),
            Map.entry("char varying", "varchar"),
            Map.entry("bit varying", "varbit"),
            Map.entry("timestamp without time zone", "timestamp"),
            Map.entry("timestamp with time zone", "timestamptz"),
            Map.entry("time without time zone", "time"),
            Map.entry("time with time zone", "timetz"));

    private static final String FLOAT = "float";

    /** The most binary digits that a {@code real} has. */
    private static final int REAL_DIGITS = 24;

    private static final Pattern LIMITS = Pattern.compile("\\s*(\\([^)]*\\))\\s*");
    private static final Pattern NAME = Pattern.compile("(?<name>[a-z][\\w ]*?) ?(?<array>(?:\\[\\d*])*)");

    private TypeNames() {}

    /** The type by the name that {@link Types} has for it; as it is if that is the one, or if it isn't known. */
    public static Type usual(Type type) {
        Matcher limits = LIMITS.matcher(type.sql());
        String limit = limits.find() ? limits.group(1) : "";
        Matcher matcher = NAME.matcher(
                limits.replaceFirst(" ").strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT));
        if (!matcher.matches()) {
            return type;
        }
        String name = matcher.group("name");
        String array = matcher.group("array");
        if (name.equals(FLOAT)) {
            return new Type((isReal(type.modifiers()) ? "real" : "double precision") + array);
        }
        @Nullable String usual = USUAL.get(name);
        return usual == null ? type : new Type(usual + limit + array);
    }

    private static boolean isReal(List<Integer> digits) {
        return !digits.isEmpty() && digits.get(0) <= REAL_DIGITS;
    }
}
