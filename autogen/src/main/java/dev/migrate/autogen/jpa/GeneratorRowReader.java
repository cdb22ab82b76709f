package dev.migrate.autogen.jpa;

import dev.migrate.schema.GeneratorRow;
import dev.migrate.schema.QualifiedName;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.hibernate.boot.model.naming.Identifier;
import org.hibernate.boot.model.relational.Namespace;
import org.hibernate.id.enhanced.TableGenerator;
import org.hibernate.mapping.BasicValue;
import org.hibernate.mapping.PersistentClass;
import org.hibernate.mapping.RootClass;
import org.hibernate.mapping.Table;
import org.hibernate.mapping.UnionSubclass;

/** Finds the rows of tables that Hibernate's {@code GenerationType.TABLE} counts in. */
final class GeneratorRowReader {

    private final OfflineHibernate hibernate;
    private final TableReader tables;

    GeneratorRowReader(OfflineHibernate hibernate, TableReader tables) {
        this.hibernate = hibernate;
        this.tables = tables;
    }

    List<GeneratorRow> read() {
        Map<GeneratorRow, TreeSet<QualifiedName>> rows = new LinkedHashMap<>();
        for (PersistentClass entity : hibernate.metadata().getEntityBindings()) {
            boolean hasRows = entity instanceof RootClass || entity instanceof UnionSubclass;
            if (hasRows && entity.getTable().isPhysicalTable()) {
                row(entity.getRootClass()).ifPresent(row -> rows.computeIfAbsent(row, none -> new TreeSet<>())
                        .add(tables.name(entity.getTable())));
            }
        }
        return rows.entrySet().stream()
                .map(row -> new GeneratorRow(
                        row.getKey().table(),
                        row.getKey().nameColumn(),
                        row.getKey().name(),
                        row.getKey().numberColumn(),
                        row.getKey().increment(),
                        List.copyOf(row.getValue())))
                .toList();
    }

    private Optional<GeneratorRow> row(RootClass root) {
        return root.getIdentifier() instanceof BasicValue
                        && HibernateVersions.generator(root, hibernate) instanceof TableGenerator generator
                ? table(generator.getTableName())
                        .map(table -> new GeneratorRow(
                                tables.name(table),
                                SqlNames.simple(generator.getSegmentColumnName()),
                                generator.getSegmentValue(),
                                SqlNames.simple(generator.getValueColumnName()),
                                generator.getIncrementSize(),
                                List.of()))
                : Optional.empty();
    }

    /** Its name is the one that the mapping gives, perhaps with its schema. */
    private Optional<Table> table(String name) {
        Identifier simple = Identifier.toIdentifier(name.substring(name.lastIndexOf('.') + 1));
        for (Namespace namespace : hibernate.database().getNamespaces()) {
            Table table = namespace.locateTable(simple);
            if (table != null) {
                return Optional.of(table);
            }
        }
        return Optional.empty();
    }
}
