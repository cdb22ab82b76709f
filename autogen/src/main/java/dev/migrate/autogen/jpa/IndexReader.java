package dev.migrate.autogen.jpa;

import dev.migrate.autogen.ConventionalNames;
import dev.migrate.ddl.SqlReader;
import dev.migrate.schema.Index;
import dev.migrate.schema.IndexKey;
import dev.migrate.schema.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hibernate.dialect.Dialect;
import org.hibernate.mapping.Selectable;
import org.hibernate.mapping.Table;

/** Reads indexes, with everything that PostgreSQL understands in {@code columnList} and {@code options}. */
final class IndexReader {

    private static final Pattern MORE_THAN_NAME = Pattern.compile("[ ()]");

    private final OfflineHibernate hibernate;
    private final Dialect dialect;
    private final ConventionalNames conventional;

    IndexReader(OfflineHibernate hibernate, ConventionalNames conventional) {
        this.hibernate = hibernate;
        this.dialect = hibernate.dialect();
        this.conventional = conventional;
    }

    List<Index> read(Table declared, QualifiedName table) {
        List<Index> indexes = new ArrayList<>();
        for (org.hibernate.mapping.Index index : declared.getIndexes().values()) {
            indexes.add(read(index, declared, table));
        }
        return indexes;
    }

    private Index read(org.hibernate.mapping.Index declared, Table owner, QualifiedName table) {
        List<IndexKey> keys = keys(declared, owner);
        String name = ChosenNames.of(declared, hibernate).orElseGet(() -> conventional.index(table, keys));
        return IndexText.withOptions(
                Index.of(name, table, keys).unique(declared.isUnique()), HibernateVersions.options(declared));
    }

    private List<IndexKey> keys(org.hibernate.mapping.Index declared, Table owner) {
        List<String> parts = new ArrayList<>();
        int open = 0;
        for (Selectable selectable : declared.getSelectables()) {
            String order = declared.getSelectableOrderMap().get(selectable);
            String sql = elementOf(selectable.getText(dialect), owner, open > 0);
            open += SqlReader.opened(sql);
            parts.add(order == null ? sql : sql + " " + order);
        }
        return elements(parts).map(IndexText::key).toList();
    }

    /**
     * Hibernate takes a {@code columnList} apart at every comma, those in {@code coalesce(name, email)} too. What was around
     * a comma in a string it doesn't keep, so such parts stay apart, for PostgreSQL to refuse.
     */
    private static Stream<String> elements(List<String> parts) {
        boolean isStringCut = parts.stream()
                .anyMatch(part -> part.chars().filter(c -> c == '\'').count() % 2 == 1);
        return isStringCut
                ? parts.stream().flatMap(part -> SqlReader.list(part).stream())
                : SqlReader.list(String.join(", ", parts)).stream();
    }

    /**
     * Hibernate takes {@code name varchar_pattern_ops} and {@code lower(name)} in a {@code columnList} for a column's name
     * and quotes it, which its own export then fails with; no such column means that it was meant as PostgreSQL reads it.
     *
     * @param isInside whether it stands between parentheses, where anything may
     */
    private String elementOf(String sql, Table owner, boolean isInside) {
        boolean isQuoted =
                sql.startsWith("\"") && (isInside || MORE_THAN_NAME.matcher(sql).find());
        return isQuoted && !isColumn(sql, owner) ? sql.substring(1, sql.length() - 1) : sql;
    }

    private boolean isColumn(String sql, Table owner) {
        return owner.getColumns().stream().anyMatch(column -> sql.equals(column.getQuotedName(dialect)));
    }
}
