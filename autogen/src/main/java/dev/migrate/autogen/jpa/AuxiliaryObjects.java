package dev.migrate.autogen.jpa;

import dev.migrate.schema.AuxiliaryObject;
import dev.migrate.schema.EnumType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.hibernate.boot.model.relational.AuxiliaryDatabaseObject;
import org.hibernate.boot.model.relational.Namespace;
import org.hibernate.dialect.Dialect;
import org.hibernate.mapping.Table;
import org.hibernate.mapping.UserDefinedType;

/**
 * Everything that a mapping declares by its SQL: enumerated types with their casts, composite types, views, extensions,
 * functions and triggers.
 *
 * @param enums {@code create type … as enum}
 * @param extensions {@code create extension}
 * @param objects all others
 */
record AuxiliaryObjects(List<EnumType> enums, List<String> extensions, List<AuxiliaryObject> objects) {

    static AuxiliaryObjects of(OfflineHibernate hibernate, SqlNames names) {
        AuxiliaryObjects read = new AuxiliaryObjects(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        Dialect dialect = hibernate.dialect();
        for (AuxiliaryDatabaseObject declared : hibernate.database().getAuxiliaryDatabaseObjects()) {
            if (declared.appliesToDialect(dialect)) {
                read.add(
                        declared.sqlCreateStrings(hibernate.naming()),
                        declared.sqlDropStrings(hibernate.naming()),
                        names);
            }
        }
        for (Namespace namespace : hibernate.database().getNamespaces()) {
            for (UserDefinedType type : namespace.getDependencyOrderedUserDefinedTypes()) {
                read.add(
                        dialect.getUserDefinedTypeExporter()
                                .getSqlCreateStrings(type, hibernate.metadata(), hibernate.naming()),
                        dialect.getUserDefinedTypeExporter()
                                .getSqlDropStrings(type, hibernate.metadata(), hibernate.naming()),
                        names);
            }
            for (Table table : namespace.getTables()) {
                if (table.isPhysicalTable() && table.isView()) {
                    read.add(
                            dialect.getTableExporter()
                                    .getSqlCreateStrings(table, hibernate.metadata(), hibernate.naming()),
                            dialect.getTableExporter()
                                    .getSqlDropStrings(table, hibernate.metadata(), hibernate.naming()),
                            names);
                }
            }
        }
        return read;
    }

    private void add(String[] create, String[] drop, SqlNames names) {
        List<String> rest = new ArrayList<>();
        for (String sql : create) {
            Optional<EnumType> enumType = AuxiliaryText.enumType(sql, names);
            Optional<String> extension = AuxiliaryText.extension(sql);
            Optional<String> cast = AuxiliaryText.cast(sql);
            if (enumType.isPresent()) {
                enumType.filter(type -> !enums.contains(type)).ifPresent(enums::add);
            } else if (extension.isPresent()) {
                extensions.add(extension.get());
            } else if (cast.isPresent()) {
                objects.add(new AuxiliaryObject("cast " + cast.get(), sql, "drop cast if exists " + cast.get()));
            } else {
                rest.add(sql);
            }
        }
        if (!rest.isEmpty()) {
            objects.add(new AuxiliaryObject(
                    AuxiliaryText.identity(rest.get(0)),
                    String.join(";\n", rest),
                    String.join(";\n", Arrays.asList(drop))));
        }
    }
}
