package dev.migrate.autogen.jpa;

import dev.migrate.autogen.ConventionalNames;
import dev.migrate.schema.Deferral;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.ForeignKey.Action;
import dev.migrate.schema.ForeignKey.Match;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Validity;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.Table;
import org.jspecify.annotations.Nullable;

/**
 * Reads the foreign keys that Hibernate's export creates: those that a column's definition contains, and those of the
 * table, but not the disabled ones, nor those to a view, which it tries to and PostgreSQL refuses.
 */
final class ForeignKeyReader {

    private final OfflineHibernate hibernate;
    private final TableNames tables;
    private final SqlNames names;
    private final ColumnReader columns;
    private final ConventionalNames conventional;

    ForeignKeyReader(
            OfflineHibernate hibernate,
            TableNames tables,
            SqlNames names,
            ColumnReader columns,
            ConventionalNames conventional) {
        this.hibernate = hibernate;
        this.tables = tables;
        this.names = names;
        this.columns = columns;
        this.conventional = conventional;
    }

    List<ForeignKey> read(Table declared, QualifiedName table) {
        List<ForeignKey> keys = new ArrayList<>();
        for (Column column : declared.getColumns()) {
            columns.foreignKey(column)
                    .map(key -> key.name() == null ? key.named(conventional.foreignKey(table, key.columns())) : key)
                    .ifPresent(keys::add);
        }
        for (org.hibernate.mapping.ForeignKey key : declared.getForeignKeys().values()) {
            if (key.isCreationEnabled()
                    && key.isPhysicalConstraint()
                    && !key.getReferencedTable().isView()) {
                keys.add(named(read(key), key, table));
            }
        }
        return keys;
    }

    private ForeignKey named(ForeignKey key, org.hibernate.mapping.ForeignKey declared, QualifiedName table) {
        return key.named(ChosenNames.of(declared, hibernate.dialect())
                .orElseGet(() -> conventional.foreignKey(table, key.columns())));
    }

    private ForeignKey read(org.hibernate.mapping.ForeignKey declared) {
        String definition = declared.getKeyDefinition();
        ForeignKey key = definition == null ? structured(declared) : new ForeignKeyText(definition, names).foreignKey();
        if (declared.getOnDeleteAction() != null) {
            key = key.onDelete(Action.valueOf(declared.getOnDeleteAction().name()));
        }
        return ForeignKeyText.withOptions(key, HibernateVersions.options(declared));
    }

    private ForeignKey structured(org.hibernate.mapping.ForeignKey declared) {
        Table target = declared.getReferencedTable();
        List<Column> targetColumns = declared.isReferenceToPrimaryKey()
                ? target.getPrimaryKey().getColumns()
                : declared.getReferencedColumns();
        return of(null, columnNames(declared.getColumns()), tables.of(target), columnNames(targetColumns));
    }

    /** A key without any option. */
    static ForeignKey of(
            @Nullable String name, List<String> columns, QualifiedName target, List<String> targetColumns) {
        return new ForeignKey(
                name,
                columns,
                target,
                targetColumns,
                Action.NO_ACTION,
                List.of(),
                Action.NO_ACTION,
                Match.SIMPLE,
                Deferral.NOT_DEFERRABLE,
                Validity.VALID,
                false);
    }

    private List<String> columnNames(List<Column> declared) {
        List<String> read = new ArrayList<>();
        for (Column column : declared) {
            read.add(columns.name(column));
        }
        return read;
    }
}
