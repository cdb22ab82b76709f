package dev.migrate.autogen.jpa;

import dev.migrate.MigrateException;
import dev.migrate.autogen.ConventionalNames;
import dev.migrate.schema.Column;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Table;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.hibernate.mapping.PrimaryKey;

/** Reads tables with everything in them. */
final class TableReader {

    private final OfflineHibernate hibernate;
    private final SqlNames names;
    private final ConventionalNames conventional;
    private final ColumnReader columns;

    TableReader(OfflineHibernate hibernate, SqlNames names, ConventionalNames conventional) {
        this.hibernate = hibernate;
        this.names = names;
        this.conventional = conventional;
        this.columns = new ColumnReader(hibernate, names);
    }

    /** Keeps the names that the mapping chooses from being given to anything else. */
    void reserveChosenNames(org.hibernate.mapping.Table declared) {
        QualifiedName table = name(declared);
        conventional.reserve(table);
        ChosenNames.of(declared, hibernate.dialect()).forEach(name -> conventional.reserve(table.sibling(name)));
    }

    Table read(org.hibernate.mapping.Table declared) {
        QualifiedName name = name(declared);
        List<Column> read =
                keyFirst(declared).map(c -> columns.read(c, declared)).toList();
        requireDistinct(read, name);
        Table table = Table.of(name)
                .withColumns(read)
                .withConstraints(new ConstraintReader(hibernate, names, columns, conventional).read(declared, name))
                .withIndexes(new IndexReader(hibernate.dialect(), conventional).read(declared, name))
                .comment(Comments.stored(declared.getComment()));
        return TableOptions.applied(table, HibernateVersions.options(declared));
    }

    private static void requireDistinct(List<Column> columns, QualifiedName table) {
        Set<String> names = new HashSet<>();
        for (Column column : columns) {
            if (!names.add(column.name())) {
                throw new MigrateException("Two columns of table " + table + " are called " + column.name()
                        + " in the database: PostgreSQL cuts names at 63 bytes. Give one of them another name with"
                        + " @Column(name = …).");
            }
        }
    }

    /**
     * The order in which a person writes a table down. Hibernate sorts columns by their width (6.2 and later), which buries
     * a uuid key among what is read last; the order is no difference to anybody else.
     */
    private static Stream<org.hibernate.mapping.Column> keyFirst(org.hibernate.mapping.Table declared) {
        PrimaryKey key = declared.getPrimaryKey();
        if (key == null) {
            return declared.getColumns().stream();
        }
        return Stream.concat(
                key.getColumns().stream(),
                declared.getColumns().stream().filter(column -> !key.containsColumn(column)));
    }

    QualifiedName name(org.hibernate.mapping.Table declared) {
        return names.qualified(hibernate.naming().format(declared.getQualifiedTableName()));
    }
}
