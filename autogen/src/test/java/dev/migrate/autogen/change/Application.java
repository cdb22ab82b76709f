package dev.migrate.autogen.change;

import dev.migrate.testing.TestDatabase;
import jakarta.persistence.Converter;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.metamodel.Attribute;
import jakarta.persistence.metamodel.EntityType;
import jakarta.persistence.metamodel.ManagedType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hibernate.Hibernate;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.hibernate.Transaction;
import org.hibernate.boot.MetadataSources;
import org.hibernate.boot.registry.BootstrapServiceRegistryBuilder;
import org.hibernate.boot.registry.StandardServiceRegistry;
import org.hibernate.boot.registry.StandardServiceRegistryBuilder;
import org.hibernate.collection.spi.PersistentList;
import org.jspecify.annotations.Nullable;

/** An application with entities of one package, which reads all that there is. */
final class Application implements AutoCloseable {

    private final SessionFactory sessions;
    private final String packageName;
    private final ClassLoader classLoader;

    private Application(SessionFactory sessions, String packageName, ClassLoader classLoader) {
        this.sessions = sessions;
        this.packageName = packageName;
        this.classLoader = classLoader;
    }

    static Application start(Path classes, String packageName, ClassLoader classLoader, TestDatabase database) {
        StandardServiceRegistry registry = new StandardServiceRegistryBuilder(new BootstrapServiceRegistryBuilder()
                        .applyClassLoader(classLoader)
                        .build())
                .applySetting("hibernate.connection.url", database.url())
                .applySetting("hibernate.connection.pool_size", "2")
                .applySetting("jakarta.persistence.validation.mode", "none")
                .applySetting("hibernate.type.json_format_mapper", new TextMap())
                .build();
        try {
            MetadataSources sources = new MetadataSources(registry);
            mapped(classes, packageName, classLoader).forEach(sources::addAnnotatedClass);
            return new Application(sources.buildMetadata().buildSessionFactory(), packageName, classLoader);
        } catch (RuntimeException e) {
            StandardServiceRegistryBuilder.destroy(registry);
            throw e;
        }
    }

    private static List<Class<?>> mapped(Path classes, String packageName, ClassLoader classLoader) {
        try (Stream<Path> files = Files.list(classes.resolve(packageName.replace('.', '/')))) {
            List<Class<?>> mapped = new ArrayList<>();
            for (Path file : files.sorted().toList()) {
                String name = file.getFileName().toString().replace(".class", "");
                Class<?> type = classLoader.loadClass(packageName + "." + name);
                if (Stream.of(Entity.class, Embeddable.class, MappedSuperclass.class, Converter.class)
                        .anyMatch(type::isAnnotationPresent)) {
                    mapped.add(type);
                }
            }
            return mapped;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    void validateTables() {
        sessions.getSchemaManager().validateMappedObjects();
    }

    /** Stores the rows that a class of {@link RowSource} makes. */
    void store() {
        inTransaction(session -> {
            try {
                Constructor<?> constructor =
                        classLoader.loadClass(packageName + "." + Project.ROWS).getDeclaredConstructor(Session.class);
                constructor.setAccessible(true);
                ((Runnable) constructor.newInstance(session)).run();
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    /** Stores new rows, which get their keys from what generates them. */
    void insert(String entity) {
        Class<?> type = sessions.getMetamodel().getEntities().stream()
                .filter(each -> each.getName().equals(entity))
                .findFirst()
                .orElseThrow()
                .getJavaType();
        inTransaction(session -> {
            try {
                for (int i = 0; i < 3; i++) {
                    Constructor<?> constructor = type.getDeclaredConstructor();
                    constructor.setAccessible(true);
                    session.persist(constructor.newInstance());
                }
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private void inTransaction(Consumer<Session> work) {
        try (Session session = open()) {
            Transaction transaction = session.beginTransaction();
            work.accept(session);
            transaction.commit();
        }
    }

    /** A tenant is only asked for where the mapping has one. */
    private Session open() {
        return sessions.withOptions().tenantIdentifier((Object) "t1").openSession();
    }

    /** All rows, by entity and key; their values, by attribute. */
    Map<String, Map<String, String>> read() {
        Map<String, Map<String, String>> rows = new TreeMap<>();
        try (Session session = open()) {
            for (EntityType<?> entity : sessions.getMetamodel().getEntities()) {
                for (Object row : session.createSelectionQuery("from " + entity.getName(), Object.class)
                        .getResultList()) {
                    rows.put(reference(row), values(Hibernate.unproxy(row)));
                }
            }
        }
        return rows;
    }

    private String reference(Object row) {
        Object real = Hibernate.unproxy(row);
        Object key = sessions.getPersistenceUnitUtil().getIdentifier(real);
        return real.getClass().getSimpleName() + "#" + text(key);
    }

    private Map<String, String> values(Object row) {
        ManagedType<?> type = sessions.getMetamodel().managedType(row.getClass());
        Map<String, String> values = new TreeMap<>();
        for (Attribute<?, ?> attribute : type.getAttributes()) {
            values.put(attribute.getName(), text(value(row, attribute)));
        }
        return values;
    }

    private static @Nullable Object value(Object row, Attribute<?, ?> attribute) {
        Member member = attribute.getJavaMember();
        try {
            Field field = member instanceof Field declared
                    ? declared
                    : member.getDeclaringClass().getDeclaredField(attribute.getName());
            field.setAccessible(true);
            return field.get(row);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private String text(@Nullable Object value) {
        if (value == null) {
            return "null";
        }
        if (value instanceof Map<?, ?> map) {
            Map<String, String> texts = new TreeMap<>();
            map.forEach((key, element) -> texts.put(text(key), text(element)));
            return texts.toString();
        }
        if (value instanceof PersistentList<?> list) {
            return list.stream().map(this::text).toList().toString();
        }
        if (value instanceof Collection<?> collection) {
            return collection.stream()
                    .map(this::text)
                    .sorted(Comparator.naturalOrder())
                    .toList()
                    .toString();
        }
        if (value.getClass().isArray()) {
            return IntStream.range(0, Array.getLength(value))
                    .mapToObj(i -> text(Array.get(value, i)))
                    .toList()
                    .toString();
        }
        Object real = Hibernate.unproxy(value);
        Class<?> type = real.getClass();
        if (type.isAnnotationPresent(Entity.class)) {
            return reference(real);
        }
        return type.isAnnotationPresent(Embeddable.class) ? fields(real) : real.toString();
    }

    private String fields(Object embedded) {
        return Stream.of(embedded.getClass().getDeclaredFields())
                .filter(field -> !field.isSynthetic() && !java.lang.reflect.Modifier.isStatic(field.getModifiers()))
                .sorted(Comparator.comparing(Field::getName))
                .map(field -> {
                    try {
                        field.setAccessible(true);
                        return field.getName() + "=" + text(field.get(embedded));
                    } catch (IllegalAccessException e) {
                        throw new IllegalStateException(e);
                    }
                })
                .collect(Collectors.joining(" ", "{", "}"));
    }

    @Override
    public void close() {
        sessions.close();
    }
}
