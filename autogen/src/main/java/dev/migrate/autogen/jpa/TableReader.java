package dev.migrate.autogen.jpa;

import dev.migrate.autogen.ConventionalNames;
import dev.migrate.schema.Column;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Table;
import java.util.List;

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
        this.columns = new ColumnReader(hibernate);
    }

    /** Keeps the names that the mapping chooses from being given to anything else. */
    void reserveChosenNames(org.hibernate.mapping.Table declared) {
        QualifiedName table = name(declared);
        conventional.reserve(table);
        ChosenNames.of(declared, hibernate.dialect()).forEach(name -> conventional.reserve(table.sibling(name)));
    }

    Table read(org.hibernate.mapping.Table declared) {
        QualifiedName name = name(declared);
        List<Column> read = declared.getColumns().stream()
                .map(c -> columns.read(c, declared))
                .toList();
        Table table = Table.of(name)
                .withColumns(read)
                .withConstraints(new ConstraintReader(hibernate, names, columns, conventional).read(declared, name))
                .withIndexes(new IndexReader(hibernate.dialect(), conventional).read(declared, name))
                .comment(Comments.stored(declared.getComment()));
        return table;
    }

    private QualifiedName name(org.hibernate.mapping.Table declared) {
        return names.qualified(hibernate.naming().format(declared.getQualifiedTableName()));
    }
}
