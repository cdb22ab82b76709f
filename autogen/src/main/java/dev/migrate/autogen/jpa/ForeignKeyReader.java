package dev.migrate.autogen.jpa;

import dev.migrate.autogen.ConventionalNames;
import dev.migrate.schema.Deferral;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.ForeignKey.Action;
import dev.migrate.schema.ForeignKey.Match;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Validity;
import java.util.List;
import java.util.stream.Stream;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.Table;
import org.jspecify.annotations.Nullable;

/**
 * Reads the foreign keys that Hibernate's export creates: those that a column's definition contains, and those of the
 * table, but not the disabled ones, nor those to a view.
 */
final class ForeignKeyReader {

    private final OfflineHibernate hibernate;
    private final SqlNames names;
    private final ColumnReader columns;
    private final ConventionalNames conventional;

    ForeignKeyReader(OfflineHibernate hibernate, SqlNames names, ColumnReader columns, ConventionalNames conventional) {
        this.hibernate = hibernate;
        this.names = names;
        this.columns = columns;
        this.conventional = conventional;
    }

    List<ForeignKey> read(Table declared, QualifiedName table) {
        Stream<ForeignKey> ofColumns = declared.getColumns().stream()
                .flatMap(column -> columns.foreignKey(column).stream())
                .map(key -> key.name() == null ? key.named(conventional.foreignKey(table, key.columns())) : key);
        Stream<ForeignKey> ofTable = declared.getForeignKeys().values().stream()
                .filter(key -> key.isCreationEnabled() && key.isPhysicalConstraint())
                .map(key -> named(read(key), key, table));
        return Stream.concat(ofColumns, ofTable).toList();
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
        return of(
                null,
                columnNames(declared.getColumns()),
                names.qualified(hibernate.naming().format(target.getQualifiedTableName())),
                columnNames(targetColumns));
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
        return declared.stream().map(columns::name).toList();
    }
}
