package dev.migrate.autogen.jpa;

import dev.migrate.schema.KnownValue;
import dev.migrate.schema.Literals;
import dev.migrate.schema.QualifiedName;
import jakarta.persistence.AttributeConverter;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.hibernate.annotations.SoftDelete;
import org.hibernate.annotations.SoftDeleteType;
import org.hibernate.mapping.BasicValue;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.PersistentClass;
import org.hibernate.mapping.Property;
import org.hibernate.mapping.RootClass;
import org.hibernate.mapping.Selectable;
import org.hibernate.mapping.UnionSubclass;
import org.hibernate.mapping.Value;
import org.jspecify.annotations.Nullable;

/** Finds the columns of which it is known what Hibernate would have written into rows that are there. */
final class KnownValueReader {

    private static final Set<Class<?>> COUNTS =
            Set.of(int.class, Integer.class, long.class, Long.class, short.class, Short.class);

    private final OfflineHibernate hibernate;
    private final TableReader tables;
    private final Set<KnownValue> values = new LinkedHashSet<>();

    KnownValueReader(OfflineHibernate hibernate, TableReader tables) {
        this.hibernate = hibernate;
        this.tables = tables;
    }

    List<KnownValue> read() {
        for (PersistentClass entity : hibernate.metadata().getEntityBindings()) {
            boolean hasRows = entity instanceof RootClass || entity instanceof UnionSubclass;
            if (hasRows && entity.getTable().isPhysicalTable()) {
                read(entity.getRootClass(), tables.name(entity.getTable()));
            }
        }
        return List.copyOf(values);
    }

    private void read(RootClass root, QualifiedName table) {
        Property version = root.getVersion();
        if (version != null && COUNTS.contains(version.getType().getReturnedClass())) {
            add(table, version.getValue(), "0");
        }
        Column deleted = root.getSoftDeleteColumn();
        String present = deleted == null ? null : present(root);
        if (deleted != null && present != null) {
            values.add(new KnownValue(table, name(deleted), present));
        }
        if (root.getIdentifier() instanceof BasicValue key && isRandom(root)) {
            boolean isText = key.getType().getReturnedClass().equals(String.class);
            add(table, key, isText ? "gen_random_uuid()::text" : "gen_random_uuid()");
        }
    }

    /** Hibernate 6 and 7 have generators of this name in several packages. */
    private boolean isRandom(RootClass root) {
        Object generator = HibernateVersions.generator(root, hibernate);
        return generator != null && generator.getClass().getSimpleName().equalsIgnoreCase("UuidGenerator");
    }

    /** What says that a row isn't deleted; null if a null does, or the annotation isn't on a class. */
    private static @Nullable String present(RootClass root) {
        SoftDelete annotation = root.hasPojoRepresentation() ? annotation(root.getMappedClass()) : null;
        if (annotation == null
                || !(annotation.strategy() == SoftDeleteType.ACTIVE
                        || annotation.strategy() == SoftDeleteType.DELETED)) {
            return null;
        }
        boolean indicator = annotation.strategy() == SoftDeleteType.ACTIVE;
        Class<? extends AttributeConverter<Boolean, ?>> converter = annotation.converter();
        if (converter.equals(SoftDelete.UnspecifiedConversion.class)) {
            return Boolean.toString(indicator);
        }
        try {
            var constructor = converter.getDeclaredConstructor();
            constructor.setAccessible(true);
            Object value = constructor.newInstance().convertToDatabaseColumn(indicator);
            return value instanceof Number || value instanceof Boolean
                    ? value.toString()
                    : Literals.literal(String.valueOf(value));
        } catch (ReflectiveOperationException e) {
            // One that only a container can make: its author is asked for the value.
            return null;
        }
    }

    private static @Nullable SoftDelete annotation(Class<?> entity) {
        for (Class<?> type = entity; type != null; type = type.getSuperclass()) {
            SoftDelete annotation = type.getAnnotation(SoftDelete.class);
            if (annotation != null) {
                return annotation;
            }
        }
        return null;
    }

    private void add(QualifiedName table, Value value, String sql) {
        for (Selectable selectable : value.getSelectables()) {
            if (selectable instanceof Column column) {
                values.add(new KnownValue(table, name(column), sql));
            }
        }
    }

    private String name(Column column) {
        return SqlNames.simple(column.getQuotedName(hibernate.dialect()));
    }
}
