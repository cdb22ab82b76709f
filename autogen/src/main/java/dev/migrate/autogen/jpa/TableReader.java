package dev.migrate.autogen.jpa;

import dev.migrate.MigrateException;
import dev.migrate.autogen.ConventionalNames;
import dev.migrate.schema.Column;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Table;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hibernate.mapping.PrimaryKey;

/** Reads tables with everything in them. */
final class TableReader {

    private final OfflineHibernate hibernate;
    private final ConventionalNames conventional;
    private final TableNames names;
    private final ColumnReader columns;
    private final ConstraintReader constraints;
    private final IndexReader indexes;

    TableReader(OfflineHibernate hibernate, SqlNames names, StructNames structs, ConventionalNames conventional) {
        this.hibernate = hibernate;
        this.conventional = conventional;
        this.names = new TableNames(hibernate, names);
        this.columns = new ColumnReader(hibernate, names, structs);
        this.constraints = new ConstraintReader(
                hibernate,
                columns,
                new ForeignKeyReader(hibernate, this.names, names, columns, conventional),
                conventional);
        this.indexes = new IndexReader(hibernate, conventional);
    }

    /** Keeps the names that the mapping chooses from being given to anything else. */
    void reserveChosenNames(org.hibernate.mapping.Table declared) {
        QualifiedName table = name(declared);
        conventional.reserve(table);
        for (String name : ChosenNames.of(declared, hibernate)) {
            conventional.reserve(table.sibling(name));
        }
    }

    Table read(org.hibernate.mapping.Table declared) {
        QualifiedName name = name(declared);
        List<Column> read = new ArrayList<>();
        for (org.hibernate.mapping.Column column : keyFirst(declared)) {
            read.add(columns.read(column, declared));
        }
        requireDistinct(read, name);
        Table table = Table.of(name)
                .withColumns(read)
                .withConstraints(constraints.read(declared, name))
                .withIndexes(indexes.read(declared, name))
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
    private static Collection<org.hibernate.mapping.Column> keyFirst(org.hibernate.mapping.Table declared) {
        PrimaryKey key = declared.getPrimaryKey();
        if (key == null) {
            return declared.getColumns();
        }
        List<org.hibernate.mapping.Column> columns = new ArrayList<>();
        // A unique constraint of the same columns lends the key its own, which have no value.
        key.getColumns().forEach(column -> columns.add(declared.getColumn(column)));
        for (org.hibernate.mapping.Column column : declared.getColumns()) {
            if (!key.containsColumn(column)) {
                columns.add(column);
            }
        }
        return columns;
    }

    /** The names of the checks that Hibernate adds by itself to a table that was read, by column. */
    Map<String, String> checksOfHibernate(QualifiedName table) {
        return constraints.checksOfHibernate(table);
    }

    QualifiedName name(org.hibernate.mapping.Table declared) {
        return names.of(declared);
    }
}
