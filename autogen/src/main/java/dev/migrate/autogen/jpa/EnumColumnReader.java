package dev.migrate.autogen.jpa;

import dev.migrate.schema.MeaningColumn;
import dev.migrate.schema.MeaningColumn.Kind;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.StoredValue;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.hibernate.mapping.BasicValue;
import org.hibernate.mapping.Collection;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.Component;
import org.hibernate.mapping.IdentifierCollection;
import org.hibernate.mapping.IndexedCollection;
import org.hibernate.mapping.PersistentClass;
import org.hibernate.mapping.RootClass;
import org.hibernate.mapping.Selectable;
import org.hibernate.mapping.Table;
import org.hibernate.mapping.Value;
import org.hibernate.type.BasicPluralType;
import org.hibernate.type.BasicType;
import org.hibernate.type.descriptor.converter.spi.BasicValueConverter;
import org.jspecify.annotations.Nullable;

/** Finds the columns that hold an enum's constants by ordinal or by name, without a converter of the application. */
final class EnumColumnReader {

    private final OfflineHibernate hibernate;
    private final TableReader tables;
    private final Map<Place, Set<Found>> found = new LinkedHashMap<>();

    private record Place(QualifiedName table, String column) {}

    /** @param part the attribute of a document or struct; empty if the column itself holds it */
    private record Found(Class<?> type, String part, boolean ordinal, boolean array) {
        List<String> constants() {
            return Arrays.stream(type.getEnumConstants())
                    .map(constant -> ((Enum<?>) constant).name())
                    .toList();
        }
    }

    EnumColumnReader(OfflineHibernate hibernate, TableReader tables) {
        this.hibernate = hibernate;
        this.tables = tables;
    }

    List<MeaningColumn> read() {
        for (PersistentClass entity : hibernate.metadata().getEntityBindings()) {
            if (entity instanceof RootClass root) {
                read(root.getIdentifier());
            }
            entity.getProperties().forEach(property -> read(property.getValue()));
        }
        for (Collection collection : hibernate.metadata().getCollectionBindings()) {
            read(collection.getElement());
            if (collection instanceof IndexedCollection indexed) {
                read(indexed.getIndex());
            }
            if (collection instanceof IdentifierCollection identified) {
                read(identified.getIdentifier());
            }
        }
        return found.entrySet().stream()
                .map(entry -> column(entry.getKey(), List.copyOf(entry.getValue())))
                .toList();
    }

    private void read(@Nullable Value value) {
        if (value instanceof Component component) {
            Column aggregate = component.getAggregateColumn();
            if (aggregate == null) {
                component.getProperties().forEach(property -> read(property.getValue()));
            } else {
                readParts(component, component.getTable(), aggregate, "");
            }
        } else if (value instanceof BasicValue basic && basic.getTable().isPhysicalTable()) {
            for (Selectable selectable : basic.getSelectables()) {
                if (selectable instanceof Column column) { // Not a formula.
                    found(basic, "").ifPresent(constants -> add(basic.getTable(), column, constants));
                }
            }
        }
    }

    private void readParts(Component component, Table table, Column aggregate, String path) {
        component.getProperties().forEach(property -> {
            String part = path + property.getName() + ".";
            if (property.getValue() instanceof Component inner) {
                readParts(inner, table, aggregate, part);
            } else if (property.getValue() instanceof BasicValue basic) {
                found(basic, part).filter(Found::ordinal).ifPresent(constants -> add(table, aggregate, constants));
            }
        });
    }

    private void add(Table table, Column column, Found constants) {
        Place place = new Place(tables.name(table), SqlNames.simple(column.getQuotedName(hibernate.dialect())));
        found.computeIfAbsent(place, none -> new LinkedHashSet<>()).add(constants);
    }

    /** What several attributes share keeps each constant with its owner. */
    private static MeaningColumn column(Place place, List<Found> all) {
        boolean isPlain = all.size() == 1 && all.get(0).part().isEmpty();
        List<String> constants = isPlain
                ? all.get(0).constants()
                : all.stream().flatMap(EnumColumnReader::qualified).toList();
        MeaningColumn names = new MeaningColumn(
                place.table(),
                place.column(),
                Kind.NAMES,
                constants.stream()
                        .map(constant -> new StoredValue(constant, constant))
                        .toList(),
                all.get(0).array());
        return all.stream().anyMatch(Found::ordinal) ? names.byOrdinal() : names;
    }

    private static Stream<String> qualified(Found one) {
        String owner = one.part().isEmpty() ? one.type().getSimpleName() + "." : one.part();
        return one.constants().stream().map(constant -> owner + constant);
    }

    private static Optional<Found> found(BasicValue value, String part) {
        if (value.getType() instanceof BasicPluralType<?, ?> plural) {
            return found(plural.getElementType(), part, true);
        }
        return value.getType() instanceof BasicType<?> type ? found(type, part, false) : Optional.empty();
    }

    private static Optional<Found> found(BasicType<?> type, String part, boolean array) {
        Class<?> java = type.getJavaTypeDescriptor().getJavaTypeClass();
        BasicValueConverter<?, ?> converter = type.getValueConverter();
        boolean isHibernates = converter == null
                || HibernateVersions.isEnumConverter(converter.getClass().getName());
        if (java == null || !java.isEnum() || !isHibernates) {
            return Optional.empty();
        }
        return Optional.of(new Found(java, part, type.getJdbcType().isInteger(), array));
    }
}
