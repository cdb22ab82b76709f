package dev.migrate.autogen.java;

import dev.migrate.autogen.hook.Hooks;
import dev.migrate.schema.Type;
import dev.migrate.schema.Types;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Types as a person writes them: the factory of {@link Types} that makes the same type, or its SQL. */
final class JavaTypes {

    /** A type as {@code format_type} spells it: words, a modifier, more words, array dimensions. */
    private static final Pattern SPELLING = Pattern.compile("(?<name>[a-z][a-z0-9 ]*?)"
            + "(?:\\((?<modifier>\\d+(?:,\\d+)?)\\))?(?<zone> with(?:out)? time zone)?(?<array>(?:\\[\\])*)");

    private static final Map<String, String> PLAIN = Map.ofEntries(
            Map.entry("smallint", "smallint"),
            Map.entry("integer", "integer"),
            Map.entry("bigint", "bigint"),
            Map.entry("real", "real"),
            Map.entry("double precision", "doublePrecision"),
            Map.entry("numeric", "numeric"),
            Map.entry("boolean", "bool"),
            Map.entry("text", "text"),
            Map.entry("varchar", "varchar"),
            Map.entry("character varying", "varchar"),
            Map.entry("bytea", "bytea"),
            Map.entry("uuid", "uuid"),
            Map.entry("json", "json"),
            Map.entry("jsonb", "jsonb"),
            Map.entry("xml", "xml"),
            Map.entry("date", "date"),
            Map.entry("time", "time"),
            Map.entry("time without time zone", "time"),
            Map.entry("timetz", "timetz"),
            Map.entry("time with time zone", "timetz"),
            Map.entry("timestamp", "timestamp"),
            Map.entry("timestamp without time zone", "timestamp"),
            Map.entry("timestamptz", "timestamptz"),
            Map.entry("timestamp with time zone", "timestamptz"),
            Map.entry("interval", "interval"),
            Map.entry("inet", "inet"),
            Map.entry("tsvector", "tsvector"),
            Map.entry("oid", "oid"));

    private static final Map<String, String> WITH_MODIFIER = Map.ofEntries(
            Map.entry("numeric", "numeric"),
            Map.entry("varchar", "varchar"),
            Map.entry("character varying", "varchar"),
            Map.entry("char", "character"),
            Map.entry("character", "character"),
            Map.entry("time", "time"),
            Map.entry("time without time zone", "time"),
            Map.entry("timetz", "timetz"),
            Map.entry("time with time zone", "timetz"),
            Map.entry("timestamp", "timestamp"),
            Map.entry("timestamp without time zone", "timestamp"),
            Map.entry("timestamptz", "timestamptz"),
            Map.entry("timestamp with time zone", "timestamptz"));

    private final Imports imports;
    private final Hooks hooks;

    JavaTypes(Imports imports, Hooks hooks) {
        this.imports = imports;
        this.hooks = hooks;
    }

    Code code(Type type) {
        return hooks.java(type).map(imports::expression).orElseGet(() -> usual(type));
    }

    private Code usual(Type type) {
        Matcher matcher = SPELLING.matcher(type.sql());
        return matcher.matches() ? factory(type, matcher) : bySql(type);
    }

    private Code factory(Type type, Matcher spelling) {
        String zone = spelling.group("zone");
        String name = spelling.group("name") + (zone == null ? "" : zone);
        String modifier = spelling.group("modifier");
        String method = modifier == null ? PLAIN.get(name) : WITH_MODIFIER.get(name);
        if (method == null || (modifier != null && modifier.contains(",") && !method.equals("numeric"))) {
            return bySql(type);
        }
        String arguments = modifier == null ? "" : modifier.replace(",", ", ");
        String dimensions = ".array()".repeat(spelling.group("array").length() / 2);
        return Code.word(imports.use(Types.class, method) + "(" + arguments + ")" + dimensions);
    }

    private Code bySql(Type type) {
        return Code.call(imports.use(Types.class, "type"), Code.string(type.sql()));
    }
}
