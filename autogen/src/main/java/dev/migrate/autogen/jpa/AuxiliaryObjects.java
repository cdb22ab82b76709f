package dev.migrate.autogen.jpa;

import dev.migrate.autogen.ConventionalNames;
import dev.migrate.ddl.SqlIdentifiers;
import dev.migrate.schema.AuxiliaryObject;
import dev.migrate.schema.Domain;
import dev.migrate.schema.EnumType;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Sequence;
import dev.migrate.schema.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hibernate.boot.model.relational.AuxiliaryDatabaseObject;
import org.hibernate.boot.model.relational.Namespace;
import org.hibernate.dialect.Dialect;
import org.hibernate.mapping.UserDefinedType;

/**
 * Everything that a mapping declares by its SQL: enumerated types with their casts, composite types, views, extensions,
 * functions and triggers, and what it adds to the tables that it maps.
 */
final class AuxiliaryObjects {

    private final SqlNames names;
    private final ConventionalNames conventional;
    private final Set<QualifiedName> tables;
    private final List<EnumType> enums = new ArrayList<>();
    private final List<String> extensions = new ArrayList<>();
    private final List<Domain> domains = new ArrayList<>();
    private final List<Sequence> sequences = new ArrayList<>();
    private final List<TableAddition> additions = new ArrayList<>();
    private final List<AuxiliaryObject> objects = new ArrayList<>();

    private AuxiliaryObjects(SqlNames names, ConventionalNames conventional, Set<QualifiedName> tables) {
        this.names = names;
        this.conventional = conventional;
        this.tables = tables;
    }

    /** @param tables those that the entities are mapped to */
    static AuxiliaryObjects of(
            OfflineHibernate hibernate,
            SqlNames names,
            StructNames structs,
            ConventionalNames conventional,
            Set<QualifiedName> tables) {
        AuxiliaryObjects read = new AuxiliaryObjects(names, conventional, tables);
        Dialect dialect = hibernate.dialect();
        for (AuxiliaryDatabaseObject declared : hibernate.database().getAuxiliaryDatabaseObjects()) {
            if (declared.appliesToDialect(dialect)) {
                read.add(declared.sqlCreateStrings(hibernate.naming()), declared.sqlDropStrings(hibernate.naming()));
            }
        }
        for (Namespace namespace : hibernate.database().getNamespaces()) {
            for (UserDefinedType type : namespace.getDependencyOrderedUserDefinedTypes()) {
                read.add(
                        structs.create(type, hibernate),
                        dialect.getUserDefinedTypeExporter()
                                .getSqlDropStrings(type, hibernate.metadata(), hibernate.naming()),
                        true);
            }
            for (org.hibernate.mapping.Table table : namespace.getTables()) {
                if (table.isPhysicalTable() && table.isView()) {
                    read.add(
                            dialect.getTableExporter()
                                    .getSqlCreateStrings(table, hibernate.metadata(), hibernate.naming()),
                            dialect.getTableExporter()
                                    .getSqlDropStrings(table, hibernate.metadata(), hibernate.naming()));
                }
            }
        }
        return read;
    }

    List<EnumType> enums() {
        return enums;
    }

    /** Those that are created by name. */
    List<String> extensions() {
        return extensions;
    }

    List<Domain> domains() {
        return domains;
    }

    /** Those that no identifier is generated from. */
    List<Sequence> sequences() {
        return sequences;
    }

    /** Everything else. */
    List<AuxiliaryObject> objects() {
        return objects;
    }

    /** The table with the indexes and constraints that have a statement of their own. */
    Table completed(Table table) {
        Table completed = table;
        for (TableAddition addition : additions) {
            completed = addition.table().equals(table.name()) ? addition.add().apply(completed) : completed;
        }
        return completed;
    }

    private void add(String[] create, String[] drop) {
        add(create, drop, false);
    }

    /** @param ordered whether Hibernate reads and writes its attributes by their positions, as those of a struct */
    private void add(String[] create, String[] drop, boolean ordered) {
        List<String> rest = new ArrayList<>();
        for (String sql : create) {
            Optional<TableAddition> addition =
                    TableAddition.of(sql, names, conventional).filter(each -> tables.contains(each.table()));
            Optional<Sequence> sequence = SequenceText.of(sql, names);
            Optional<EnumType> enumType = AuxiliaryText.enumType(sql, names);
            Optional<String> extension = AuxiliaryText.extension(sql);
            Optional<Domain> domain = DomainText.of(sql, names);
            Optional<String> cast = AuxiliaryText.cast(sql);
            Optional<QualifiedName> partition = AuxiliaryText.partition(sql, names);
            if (enumType.isPresent()) {
                enumType.filter(type -> !enums.contains(type)).ifPresent(enums::add);
            } else if (extension.isPresent()) {
                extensions.add(extension.get());
            } else if (addition.isPresent()) {
                additions.add(addition.get());
            } else if (sequence.isPresent()) {
                sequences.add(sequence.get());
            } else if (domain.isPresent()) {
                domains.add(domain.get());
            } else if (cast.isPresent()) {
                objects.add(new AuxiliaryObject("cast " + cast.get(), sql, "drop cast if exists " + cast.get()));
            } else if (partition.isPresent()) {
                objects.add(partition(SqlIdentifiers.quote(partition.get()), sql));
            } else {
                rest.add(sql);
            }
        }
        if (!rest.isEmpty()) {
            AuxiliaryObject object = new AuxiliaryObject(
                    AuxiliaryText.identity(rest.get(0), names),
                    String.join(";\n", rest),
                    String.join(";\n", Arrays.asList(drop)));
            objects.add(ordered ? object.inOrder() : object);
        }
    }

    /** Mappings give no statement to drop one: it goes with its table. */
    private static AuxiliaryObject partition(String name, String create) {
        return new AuxiliaryObject("partition " + name, create, "drop table if exists " + name);
    }
}
