package dev.migrate.autogen.jpa;

import dev.migrate.autogen.ConventionalNames;
import dev.migrate.schema.Index;
import dev.migrate.schema.IndexKey;
import dev.migrate.schema.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.dialect.Dialect;
import org.hibernate.mapping.Selectable;
import org.hibernate.mapping.Table;

/** Reads indexes, with everything that PostgreSQL understands in {@code columnList} and {@code options}. */
final class IndexReader {

    private final Dialect dialect;
    private final ConventionalNames conventional;

    IndexReader(Dialect dialect, ConventionalNames conventional) {
        this.dialect = dialect;
        this.conventional = conventional;
    }

    List<Index> read(Table declared, QualifiedName table) {
        return declared.getIndexes().values().stream()
                .map(index -> read(index, declared, table))
                .toList();
    }

    private Index read(org.hibernate.mapping.Index declared, Table owner, QualifiedName table) {
        List<IndexKey> keys = keys(declared, owner);
        String name = ChosenNames.of(declared, dialect).orElseGet(() -> conventional.index(table, keys));
        return withOptions(
                Index.of(name, table, keys).unique(declared.isUnique()), HibernateVersions.options(declared));
    }

    private List<IndexKey> keys(org.hibernate.mapping.Index declared, Table owner) {
        List<IndexKey> keys = new ArrayList<>();
        for (Selectable selectable : declared.getSelectables()) {
            String order = declared.getSelectableOrderMap().get(selectable);
            String sql = elementOf(selectable.getText(dialect), owner);
            for (String element : SqlText.list(order == null ? sql : sql + " " + order)) {
                keys.add(key(element));
            }
        }
        return keys;
    }

    /**
     * Hibernate takes {@code name varchar_pattern_ops} and {@code lower(name)} in a {@code columnList} for a column's name
     * and quotes it, which its own export then fails with; no such column means that it was meant as PostgreSQL reads it.
     */
    private String elementOf(String sql, Table owner) {
        boolean isQuoted = sql.startsWith("\"") && (sql.indexOf(' ') > 0 || sql.indexOf('(') > 0);
        boolean isColumn = owner.getColumns().stream().anyMatch(column -> sql.equals(column.getQuotedName(dialect)));
        return isQuoted && !isColumn ? sql.substring(1, sql.length() - 1) : sql;
    }

    /** PostgreSQL's index element: a column or an expression, collation, operator class, order. */
    private static IndexKey key(String sql) {
        SqlText text = new SqlText(sql);
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

    private static IndexKey target(SqlText text) {
        if (text.isAtGroup()) {
            return IndexKey.expression(text.group());
        }
        String name = text.name();
        return text.isAtGroup()
                ? IndexKey.expression(name + "(" + text.group() + ")")
                : IndexKey.column(SqlNames.simple(name));
    }

    private static Index withOptions(Index bare, String options) {
        SqlText text = new SqlText(options);
        Index index = bare;
        while (!text.isAtEnd()) {
            if (text.accept("include")) {
                index = index.include(SqlText.list(text.group()).stream()
                        .map(SqlNames::simple)
                        .toArray(String[]::new));
            } else if (text.accept("nulls", "not", "distinct")) {
                index = index.nullsNotDistinct();
            } else if (text.accept("with")) {
                index = withParameters(index, text.group());
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

    private static Index withParameters(Index bare, String parameters) {
        Index index = bare;
        for (String parameter : SqlText.list(parameters)) {
            int equals = parameter.indexOf('=');
            index = equals < 0
                    ? index.with(parameter, "true")
                    : index.with(
                            parameter.substring(0, equals).strip(),
                            parameter.substring(equals + 1).strip());
        }
        return index;
    }
}
