package dev.migrate.autogen.jpa;

import dev.migrate.autogen.ConventionalNames;
import dev.migrate.ddl.SqlReader;
import dev.migrate.schema.Index;
import dev.migrate.schema.IndexKey;
import dev.migrate.schema.QualifiedName;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** An index as SQL, or a part of one (PostgreSQL manual, CREATE INDEX). */
final class IndexText {

    private IndexText() {}

    /** The index of {@code create unique index ix_name on app.users using btree (lower(name)) where active}. */
    static Optional<Index> of(String sql, SqlNames names, ConventionalNames conventional) {
        SqlReader text = new SqlReader(sql);
        if (!text.accept("create")) {
            return Optional.empty();
        }
        boolean isUnique = text.accept("unique");
        if (!text.accept("index")) {
            return Optional.empty();
        }
        text.accept("concurrently");
        text.accept("if", "not", "exists");
        String chosen = text.isAt("on") ? null : SqlNames.simple(text.next());
        if (!text.accept("on")) {
            return Optional.empty();
        }
        text.accept("only");
        QualifiedName table = names.qualified(text.name());
        String method = text.accept("using") ? SqlNames.simple(text.next()) : Index.BTREE;
        List<IndexKey> keys =
                SqlReader.list(text.group()).stream().map(IndexText::key).toList();
        Index index = withOptions(
                Index.of(chosen == null ? "unnamed" : chosen, table, keys)
                        .unique(isUnique)
                        .using(method),
                text.rest());
        String name = chosen == null ? conventional.index(table, named(index)) : chosen;
        conventional.reserve(table.sibling(name));
        return Optional.of(index.named(name));
    }

    /** What the server names an index after: its keys, and the columns that it includes. */
    private static List<IndexKey> named(Index index) {
        return Stream.concat(index.keys().stream(), index.include().stream().map(IndexKey::column))
                .toList();
    }

    /** PostgreSQL's index element: a column or an expression, collation, operator class, order. */
    static IndexKey key(String sql) {
        SqlReader text = new SqlReader(sql);
        IndexKey key = target(text);
        if (text.accept("collate")) {
            key = key.collation(text.name());
        }
        while (!text.isAtEnd()) {
            if (text.accept("asc")) {
                continue;
            }
            if (text.accept("desc")) {
                key = key.desc();
            } else if (text.accept("nulls", "first")) {
                key = key.nullsFirst();
            } else if (text.accept("nulls", "last")) {
                key = key.nullsLast();
            } else {
                String operatorClass = text.name();
                key = key.operatorClass(text.isAtGroup() ? operatorClass + "(" + text.group() + ")" : operatorClass);
            }
        }
        return key;
    }

    private static IndexKey target(SqlReader text) {
        if (text.isAtGroup()) {
            return IndexKey.expression(text.group());
        }
        String name = text.name();
        return text.isAtGroup()
                ? IndexKey.expression(name + "(" + text.group() + ")")
                : IndexKey.column(SqlNames.simple(name));
    }

    /** The index with what follows its keys. */
    static Index withOptions(Index bare, String options) {
        SqlReader text = new SqlReader(options);
        Index index = bare;
        while (!text.isAtEnd()) {
            if (text.accept("include")) {
                index = index.include(SqlReader.list(text.group()).stream()
                        .map(SqlNames::simple)
                        .toArray(String[]::new));
            } else if (text.accept("nulls", "not", "distinct")) {
                index = index.nullsNotDistinct();
            } else if (text.accept("with")) {
                for (Map.Entry<String, String> parameter :
                        ParameterText.parameters(text.group()).entrySet()) {
                    index = index.with(parameter.getKey(), parameter.getValue());
                }
            } else if (text.accept("tablespace")) {
                index = index.tablespace(SqlNames.simple(text.next()));
            } else if (text.accept("where")) {
                index = index.where(text.rest());
            } else if (!text.accept("nulls", "distinct")) {
                throw Unreadable.clause("The index '" + bare.name() + "' on " + bare.table(), text.rest());
            }
        }
        return index;
    }
}
