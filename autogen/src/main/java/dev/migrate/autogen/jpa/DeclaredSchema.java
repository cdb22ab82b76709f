package dev.migrate.autogen.jpa;

import dev.migrate.MigrateException;
import dev.migrate.autogen.ConventionalNames;
import dev.migrate.schema.Hierarchy;
import dev.migrate.schema.MappingFacts;
import dev.migrate.schema.NumberedTables;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Sequence;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.boot.model.naming.Identifier;
import org.hibernate.boot.model.relational.Namespace;
import org.hibernate.mapping.PersistentClass;
import org.hibernate.mapping.RootClass;
import org.hibernate.mapping.Table;
import org.hibernate.mapping.UnionSubclass;
import org.hibernate.tool.schema.spi.SchemaFilter;
import org.jspecify.annotations.Nullable;

/** The schema that Hibernate's export would create, in the order in which it would. */
final class DeclaredSchema {

    private final OfflineHibernate hibernate;
    private final SqlNames names;
    private final SchemaFilter exported;

    DeclaredSchema(OfflineHibernate hibernate, SqlNames names) {
        this.hibernate = hibernate;
        this.names = names;
        this.exported = hibernate.exported();
    }

    Schema read() {
        List<Sequence> sequences = sequences();
        ConventionalNames conventional = new ConventionalNames();
        sequences.forEach(sequence -> conventional.reserve(sequence.name()));
        StructNames structs = StructNames.of(hibernate, names);
        TableReader reader = new TableReader(hibernate, names, structs, conventional);
        List<Table> tables = tables();
        tables.forEach(reader::reserveChosenNames);
        AuxiliaryObjects auxiliary = AuxiliaryObjects.of(
                hibernate,
                names,
                structs,
                conventional,
                tables.stream().map(reader::name).collect(Collectors.toSet()));
        List<Hierarchy> hierarchies = new HierarchyReader(hibernate, reader).read();
        return new Schema(
                schemas(),
                distinct(tables.stream()
                        .map(reader::read)
                        .map(auxiliary::completed)
                        .toList()),
                Stream.concat(sequences.stream(), auxiliary.sequences().stream())
                        .toList(),
                auxiliary.enums(),
                auxiliary.domains(),
                auxiliary.extensions(),
                auxiliary.objects(),
                new MappingFacts(
                        numberedTables(reader),
                        new NeededValueReader(hibernate, reader).read(),
                        new RootDiscriminatorReader(hibernate, reader).read(),
                        DiscriminatorColumns.addedTo(new EnumColumnReader(hibernate, reader).read(), hierarchies),
                        leftToOthers(reader),
                        hierarchies,
                        new KnownValueReader(hibernate, reader).read(),
                        new GeneratorRowReader(hibernate, reader).read(),
                        new DefaultedColumnReader(hibernate, reader).read(tables)));
    }

    /** What Hibernate's schema export is kept from creating. It is declared nevertheless: foreign keys refer to it. */
    private Set<QualifiedName> leftToOthers(TableReader tables) {
        SequenceReader sequences = new SequenceReader(hibernate, names);
        Set<QualifiedName> left = new HashSet<>();
        namespaces().forEach(namespace -> {
            boolean isOthers = !exported.includeNamespace(namespace);
            tables(namespace)
                    .filter(table -> isOthers || !exported.includeTable(table))
                    .forEach(table -> left.add(tables.name(table)));
            for (org.hibernate.boot.model.relational.Sequence sequence : namespace.getSequences()) {
                if (isOthers || !exported.includeSequence(sequence)) {
                    left.add(sequences.read(sequence).name());
                }
            }
        });
        return left;
    }

    private static List<dev.migrate.schema.Table> distinct(List<dev.migrate.schema.Table> tables) {
        Set<QualifiedName> names = new HashSet<>();
        for (dev.migrate.schema.Table table : tables) {
            if (!names.add(table.name())) {
                throw new MigrateException("Two tables are called " + table.name() + " in the database: PostgreSQL cuts"
                        + " names at 63 bytes. Give one of them another name with @Table(name = …).");
            }
        }
        return tables;
    }

    private Stream<Namespace> namespaces() {
        List<Namespace> namespaces = new ArrayList<>();
        hibernate.database().getNamespaces().forEach(namespaces::add);
        return namespaces.stream();
    }

    private List<String> schemas() {
        return namespaces()
                .filter(exported::includeNamespace)
                .map(namespace -> hibernate
                        .naming()
                        .schemaWithDefault(namespace.getPhysicalName().getSchema()))
                .filter(Objects::nonNull)
                .map(this::schema)
                .filter(Objects::nonNull)
                .collect(TreeSet<String>::new, TreeSet::add, TreeSet::addAll)
                .stream()
                .toList();
    }

    private @Nullable String schema(Identifier identifier) {
        return names.unlessDefault(SqlNames.simple(identifier.render(hibernate.dialect())));
    }

    private List<Table> tables() {
        return namespaces().flatMap(DeclaredSchema::tables).toList();
    }

    private static Stream<Table> tables(Namespace namespace) {
        return namespace.getTables().stream().filter(table -> table.isPhysicalTable() && !table.isView());
    }

    private List<NumberedTables> numberedTables(TableReader reader) {
        SequenceReader sequenceReader = new SequenceReader(hibernate, names);
        Map<QualifiedName, Set<QualifiedName>> tables = new TreeMap<>();
        for (PersistentClass entity : hibernate.metadata().getEntityBindings()) {
            boolean hasRows = entity instanceof RootClass || entity instanceof UnionSubclass;
            if (hasRows && entity.getTable().isPhysicalTable()) {
                sequenceReader.numbering(entity.getRootClass()).ifPresent(sequence -> tables.computeIfAbsent(
                                sequence, none -> new TreeSet<>())
                        .add(reader.name(entity.getTable())));
            }
        }
        return tables.entrySet().stream()
                .map(numbered -> new NumberedTables(numbered.getKey(), List.copyOf(numbered.getValue())))
                .toList();
    }

    private List<Sequence> sequences() {
        SequenceReader reader = new SequenceReader(hibernate, names);
        List<Sequence> sequences = new ArrayList<>();
        namespaces().forEach(namespace -> namespace.getSequences().forEach(s -> sequences.add(reader.read(s))));
        return sequences;
    }
}
