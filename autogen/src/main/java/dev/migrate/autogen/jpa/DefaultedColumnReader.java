package dev.migrate.autogen.jpa;

import dev.migrate.autogen.source.WrittenAnnotations;
import dev.migrate.schema.DefaultedColumn;
import dev.migrate.schema.QualifiedName;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hibernate.mapping.Collection;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.Component;
import org.hibernate.mapping.IndexedCollection;
import org.hibernate.mapping.PersistentClass;
import org.hibernate.mapping.Property;
import org.hibernate.mapping.RootClass;
import org.hibernate.mapping.Selectable;
import org.hibernate.mapping.SingleTableSubclass;
import org.hibernate.mapping.Table;
import org.hibernate.mapping.Value;
import org.jspecify.annotations.Nullable;

/**
 * Finds the columns of which Hibernate's defaults decide something. Hibernate knows lengths, precisions and definitions from
 * annotations and from XML alike, unless the one that is written is the default; that one, and {@code nullable = true}, only
 * the class files have.
 */
final class DefaultedColumnReader {

    /** What a class file has of annotations that give a column its type. */
    private static final Set<String> TYPES = Set.of(
            "Column.length",
            "Column.precision",
            "Column.scale",
            "Column.secondPrecision",
            "Column.columnDefinition",
            "MapKeyColumn.length",
            "MapKeyColumn.columnDefinition",
            "DiscriminatorColumn.length",
            "JoinColumn.columnDefinition",
            "PrimaryKeyJoinColumn.columnDefinition",
            "Size.max",
            "Length.max",
            "Digits",
            "FractionalSeconds",
            "JdbcType",
            "JdbcTypeCode",
            "Type");

    private static final Set<String> NULLABLE = Set.of(
            "Column.nullable", "JoinColumn.nullable", "Basic.optional", "ManyToOne.optional", "OneToOne.optional");

    /** Of the path to a part of a map's values or keys. */
    private static final List<String> PREFIXES = List.of("", "value.", "key.");

    private final OfflineHibernate hibernate;
    private final TableReader tables;
    private final WrittenAnnotations annotations = new WrittenAnnotations();
    private final Map<QualifiedName, Set<String>> typed = new HashMap<>();
    private final Map<QualifiedName, Set<String>> nullable = new HashMap<>();

    /** What is written where a part of an embedded value may be overridden, and the part's path from there. */
    private record Part(Set<String> written, String path) {

        /** Whether the part's column is given there instead of where the part is. */
        boolean overrides() {
            return PREFIXES.stream().anyMatch(prefix -> written.contains(prefix + path + ":Column"));
        }

        boolean gives(Set<String> elements) {
            return PREFIXES.stream().anyMatch(prefix -> elements.stream()
                    .anyMatch(element -> written.contains(prefix + path + ":" + element)));
        }

        Part of(Property part) {
            return new Part(written, path.isEmpty() ? part.getName() : path + "." + part.getName());
        }
    }

    DefaultedColumnReader(OfflineHibernate hibernate, TableReader tables) {
        this.hibernate = hibernate;
        this.tables = tables;
    }

    /** @param all the tables that are declared */
    List<DefaultedColumn> read(List<Table> all) {
        for (PersistentClass entity : hibernate.metadata().getEntityBindings()) {
            if (entity.hasPojoRepresentation()) {
                read(entity);
            }
        }
        List<DefaultedColumn> read = new ArrayList<>();
        for (Table table : all) {
            QualifiedName name = tables.name(table);
            Map<String, String> checks = tables.checksOfHibernate(name);
            for (Column column : table.getColumns()) {
                String columnName = name(column);
                DefaultedColumn defaulted = new DefaultedColumn(
                        name,
                        columnName,
                        !hibernate.isDescribed(column)
                                && !typed.getOrDefault(name, Set.of()).contains(columnName),
                        column.isNullable()
                                && !nullable.getOrDefault(name, Set.of()).contains(columnName),
                        Optional.ofNullable(checks.get(columnName)));
                if (defaulted.type()
                        || defaulted.nullable()
                        || defaulted.check().isPresent()) {
                    read.add(defaulted);
                }
            }
        }
        return read;
    }

    private void read(PersistentClass entity) {
        Class<?> type = entity.getMappedClass();
        Part ofClass = new Part(annotations.of(type), "");
        List<Property> properties = new ArrayList<>(entity.getProperties());
        if (entity instanceof RootClass root && root.getIdentifierProperty() != null) {
            properties.add(root.getIdentifierProperty());
        }
        for (Property property : properties) {
            read(property, type, List.of(ofClass));
            if (entity instanceof SingleTableSubclass) {
                // Rows of other classes have nothing there.
                mark(nullable, property.getValue());
            }
        }
        if (entity instanceof RootClass root && ofClass.written().contains("DiscriminatorColumn.length")) {
            mark(typed, root.getDiscriminator());
        }
    }

    private void read(Property property, Class<?> owner, List<Part> overrides) {
        if (property.isBackRef()) {
            return;
        }
        Set<String> written = annotations.of(owner, property.getName());
        List<Part> ofProperty =
                overrides.stream().map(override -> override.of(property)).toList();
        List<Part> ofParts = new ArrayList<>(ofProperty);
        ofParts.add(new Part(written, ""));
        if (property.getValue() instanceof Component component) {
            read(component, ofParts);
            return;
        }
        boolean isTyped = gives(TYPES, written, ofProperty);
        boolean isNullable = gives(NULLABLE, written, ofProperty);
        for (Value value : values(property.getValue())) {
            if (value instanceof Component component) {
                read(component, ofParts);
            }
            if (isTyped) {
                mark(typed, value);
            }
            if (isNullable) {
                mark(nullable, value);
            }
        }
    }

    private void read(Component component, List<Part> overrides) {
        if (component.getAggregateColumn() == null
                && !component.isDynamic()
                && component.getComponentClassName() != null) {
            component.getProperties().forEach(part -> read(part, component.getComponentClass(), overrides));
        }
    }

    /** @param parts from the outermost on, which wins */
    private static boolean gives(Set<String> elements, Set<String> written, List<Part> parts) {
        return parts.stream()
                .filter(Part::overrides)
                .findFirst()
                .map(part -> part.gives(elements))
                .orElseGet(() -> !Collections.disjoint(elements, written));
    }

    /** What has the columns of a property. */
    private static List<Value> values(Value value) {
        if (!(value instanceof Collection collection)) {
            return List.of(value);
        }
        List<Value> values = new ArrayList<>(List.of(collection.getElement(), collection.getKey()));
        if (collection instanceof IndexedCollection indexed && indexed.getIndex() != null) {
            values.add(indexed.getIndex());
        }
        return values;
    }

    private void mark(Map<QualifiedName, Set<String>> columns, @Nullable Value value) {
        if (value == null || value.getTable() == null || !value.getTable().isPhysicalTable()) {
            return;
        }
        for (Selectable selectable : value.getSelectables()) {
            if (selectable instanceof Column column) {
                columns.computeIfAbsent(tables.name(value.getTable()), none -> new HashSet<>())
                        .add(name(column));
            }
        }
    }

    private String name(Column column) {
        return SqlNames.simple(column.getQuotedName(hibernate.dialect()));
    }
}
