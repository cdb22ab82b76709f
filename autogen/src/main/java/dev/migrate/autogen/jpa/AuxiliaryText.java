package dev.migrate.autogen.jpa;

import dev.migrate.ddl.SqlIdentifiers;
import dev.migrate.ddl.SqlReader;
import dev.migrate.schema.EnumType;
import dev.migrate.schema.Identifiers;
import dev.migrate.schema.QualifiedName;
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
        SqlReader text = new SqlReader(sql);
        if (!text.accept("create", "type")) {
            return Optional.empty();
        }
        String name = text.name();
        if (!text.accept("as", "enum")) {
            return Optional.empty();
        }
        List<String> values = SqlReader.list(text.group()).stream()
                .filter(literal -> literal.length() > 1)
                .map(literal -> literal.substring(1, literal.length() - 1).replace("''", "'"))
                .map(Identifiers::truncate)
                .toList();
        return Optional.of(new EnumType(names.qualified(name), values, null));
    }

    /** The extension of {@code create extension if not exists vector}. */
    static Optional<String> extension(String sql) {
        SqlReader text = new SqlReader(sql);
        if (!text.accept("create", "extension")) {
            return Optional.empty();
        }
        text.accept("if", "not", "exists");
        return Optional.of(SqlNames.simple(text.next()));
    }

    /** The two types of {@code create cast (varchar as mood) with inout as implicit}, in their parentheses. */
    static Optional<String> cast(String sql) {
        SqlReader text = new SqlReader(sql);
        return text.accept("create", "cast")
                ? Optional.of("(" + SqlIdentifiers.fold(text.group()) + ")")
                : Optional.empty();
    }

    /** The table of {@code create table readings_2026 partition of readings for values from …}. */
    static Optional<QualifiedName> partition(String sql, SqlNames names) {
        SqlReader text = new SqlReader(sql);
        if (!text.accept("create", "table")) {
            return Optional.empty();
        }
        text.accept("if", "not", "exists");
        String name = text.name();
        return text.accept("partition", "of") ? Optional.of(names.qualified(name)) : Optional.empty();
    }

    /** What the statement creates, as PostgreSQL names it: {@code function app.touch()}, {@code view active_agents}. */
    static String identity(String sql, SqlNames names) {
        SqlReader text = new SqlReader(sql);
        if (text.accept("alter", "table")) {
            return rowSecurity(text, names).orElse(sql.strip());
        }
        if (!text.accept("create")) {
            return sql.strip();
        }
        text.accept("or", "replace");
        String kind = kind(text);
        text.accept("if", "not", "exists");
        String name = text.name();
        if ("function".equals(kind) || "procedure".equals(kind)) {
            return kind + " " + name + "(" + (text.isAtGroup() ? text.group() : "") + ")";
        }
        String identity = kind + " " + printed(name, names);
        return switch (kind) {
            case "trigger", "policy" -> identity + ofTable("on", text, names);
            case "rule" -> identity + ofTable("to", text, names);
            default -> identity;
        };
    }

    /** {@code alter table agents enable row level security}, which says that a table has it. */
    private static Optional<String> rowSecurity(SqlReader text, SqlNames names) {
        text.accept("if", "exists");
        text.accept("only");
        String table = printed(text.name(), names);
        boolean isEnabled = text.accept("enable", "row", "level", "security");
        boolean isForced = !isEnabled && text.accept("force", "row", "level", "security");
        text.accept(";");
        return text.isAtEnd() && (isEnabled || isForced)
                ? Optional.of((isForced ? "forced " : "") + "row level security on " + table)
                : Optional.empty();
    }

    private static String printed(String name, SqlNames names) {
        return SqlIdentifiers.quote(names.qualified(name));
    }

    private static String kind(SqlReader text) {
        for (String[] words : KINDS) {
            if (text.accept(words)) {
                return words[0].equals("constraint") ? "trigger" : String.join(" ", words);
            }
        }
        return SqlIdentifiers.fold(text.next());
    }

    private static String ofTable(String word, SqlReader text, SqlNames names) {
        while (!text.isAtEnd()) {
            if (text.accept(word)) {
                return " on " + printed(text.name(), names);
            }
            text.next();
        }
        return "";
    }
}
