package dev.migrate.autogen.jpa;

import dev.migrate.schema.EnumType;
import dev.migrate.schema.Identifiers;
import java.util.List;
import java.util.Optional;

/** What a {@code create} statement in a mapping creates. */
final class AuxiliaryText {

    private static final List<String[]> KINDS = List.of(
            new String[] {"materialized", "view"},
            new String[] {"event", "trigger"},
            new String[] {"constraint", "trigger"},
            new String[] {"text", "search", "configuration"},
            new String[] {"text", "search", "dictionary"});

    private AuxiliaryText() {}

    /** The type of {@code create type … as enum ('A','B')}. */
    static Optional<EnumType> enumType(String sql, SqlNames names) {
        SqlText text = new SqlText(sql);
        if (!text.accept("create", "type")) {
            return Optional.empty();
        }
        String name = text.name();
        if (!text.accept("as", "enum")) {
            return Optional.empty();
        }
        List<String> values = SqlText.list(text.group()).stream()
                .filter(literal -> literal.length() > 1)
                .map(literal -> literal.substring(1, literal.length() - 1).replace("''", "'"))
                .map(Identifiers::truncate)
                .toList();
        return Optional.of(new EnumType(names.qualified(name), values, null));
    }

    /** The extension of {@code create extension if not exists vector}. */
    static Optional<String> extension(String sql) {
        SqlText text = new SqlText(sql);
        if (!text.accept("create", "extension")) {
            return Optional.empty();
        }
        text.accept("if", "not", "exists");
        return Optional.of(SqlNames.simple(text.next()));
    }

    /** The two types of {@code create cast (varchar as mood) with inout as implicit}, in their parentheses. */
    static Optional<String> cast(String sql) {
        SqlText text = new SqlText(sql);
        return text.accept("create", "cast") ? Optional.of("(" + SqlNames.fold(text.group()) + ")") : Optional.empty();
    }

    /** What the statement creates, as PostgreSQL names it: {@code function app.touch()}, {@code view active_agents}. */
    static String identity(String sql) {
        SqlText text = new SqlText(sql);
        if (!text.accept("create")) {
            return sql.strip().lines().findFirst().orElse(sql);
        }
        text.accept("or", "replace");
        String kind = kind(text);
        text.accept("if", "not", "exists");
        String name = text.name();
        if ("function".equals(kind) || "procedure".equals(kind) || "aggregate".equals(kind)) {
            return kind + " " + name + "(" + (text.isAtGroup() ? text.group() : "") + ")";
        }
        return kind.endsWith("trigger") || "policy".equals(kind) || "rule".equals(kind)
                ? kind + " " + name + onTable(text)
                : kind + " " + name;
    }

    private static String kind(SqlText text) {
        for (String[] words : KINDS) {
            if (text.accept(words)) {
                return String.join(" ", words);
            }
        }
        return SqlNames.fold(text.next());
    }

    private static String onTable(SqlText text) {
        while (!text.isAtEnd()) {
            if (text.accept("on")) {
                return " on " + text.name();
            }
            text.next();
        }
        return "";
    }
}
