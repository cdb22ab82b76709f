package dev.migrate.autogen.model;

import dev.migrate.autogen.model.Model.Attribute;
import dev.migrate.autogen.model.Model.Basic;
import dev.migrate.autogen.model.Model.Computed;
import dev.migrate.autogen.model.Model.Entity;
import dev.migrate.autogen.model.Model.Plural;
import dev.migrate.autogen.model.Model.Reference;
import dev.migrate.testing.TestDatabase;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.hibernate.Hibernate;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.hibernate.Transaction;
import org.hibernate.boot.MetadataSources;
import org.hibernate.boot.registry.BootstrapServiceRegistryBuilder;
import org.hibernate.boot.registry.StandardServiceRegistry;
import org.hibernate.boot.registry.StandardServiceRegistryBuilder;

/** The rows of a model, as an application writes and reads them with Hibernate. */
final class ModelRows implements AutoCloseable {

    private static final int ROWS = 3;

    /** So far apart are the numbers of what one table may hold of several entities. */
    private static final int DISTANCE = 25;

    private final ModelChange change;
    private final Model model;
    private final ModelValues values;
    private final SessionFactory sessions;

    private ModelRows(ModelChange change, Model model, ModelValues values, SessionFactory sessions) {
        this.change = change;
        this.model = model;
        this.values = values;
        this.sessions = sessions;
    }

    /**
     * Starts Hibernate, which finds its tables as it wants them.
     *
     * @param model one of the change's two
     * @param packageName where its classes are in the class loader
     */
    static ModelRows open(
            ModelChange change, Model model, ClassLoader classLoader, String packageName, TestDatabase database) {
        ModelValues values = new ModelValues(change, model, classLoader, packageName);
        StandardServiceRegistryBuilder settings = new StandardServiceRegistryBuilder(
                        new BootstrapServiceRegistryBuilder()
                                .applyClassLoader(classLoader)
                                .build())
                .applySetting("hibernate.connection.url", database.url())
                .applySetting("jakarta.persistence.validation.mode", "none");
        model.settings().forEach(settings::applySetting);
        StandardServiceRegistry registry = settings.build();
        try {
            MetadataSources sources = new MetadataSources(registry);
            model.entities().forEach(entity -> sources.addAnnotatedClass(values.type(entity.name())));
            SessionFactory sessions = sources.buildMetadata().buildSessionFactory();
            sessions.getSchemaManager().validateMappedObjects();
            return new ModelRows(change, model, values, sessions);
        } catch (RuntimeException e) {
            StandardServiceRegistryBuilder.destroy(registry);
            throw e;
        }
    }

    /**
     * Writes new rows of each entity. Those of an entity that the earlier model lacks, in a table that it has, couldn't go
     * back: they are removed again.
     *
     * @param from the number of the first one
     */
    void insert(int from) {
        for (Entity entity : model.entities()) {
            int first = from + DISTANCE * indexInTable(entity);
            inTransaction(session -> {
                for (int number = first; number < first + ROWS; number++) {
                    session.persist(row(session, entity, number));
                    session.flush();
                }
            });
            if (entity.superclass() != null
                    && change.earlier().find(entity.name()).isEmpty()) {
                inTransaction(session -> all(session, entity.name()).forEach(session::remove));
            }
        }
    }

    /** Writes one more row of each entity, and removes it. */
    void insertAndRemove(int number) {
        for (Entity entity : model.entities()) {
            inTransaction(session -> {
                Object row = row(session, entity, number);
                session.persist(row);
                session.flush();
                session.remove(row);
            });
        }
    }

    /** Gives every second row other values. */
    void update() {
        for (Entity entity : model.entities()) {
            inTransaction(session -> {
                List<Object> rows = all(session, entity.name());
                for (int i = 0; i < rows.size(); i += 2) {
                    Object row = rows.get(i);
                    for (Attribute attribute : entity.attributes()) {
                        if (attribute.content() instanceof Basic && !change.isUnique(entity, attribute)) {
                            values.set(row, attribute.name(), values.value(attribute.content(), 80 + i));
                        }
                    }
                }
            });
        }
    }

    /** All rows: by entity and key, their values by the origins of attributes. */
    Map<String, Map<String, String>> read() {
        Map<String, Map<String, String>> rows = new TreeMap<>();
        for (Entity entity : model.entities()) {
            if (entity.superclass() == null) {
                inTransaction(session ->
                        all(session, entity.name()).forEach(row -> rows.put(values.text(row), values.texts(row))));
            }
        }
        return rows;
    }

    @Override
    public void close() {
        sessions.close();
    }

    /** Which one it is of a hierarchy. */
    private int indexInTable(Entity entity) {
        return model.entities().stream()
                .filter(each -> model.root(each).equals(model.root(entity)))
                .toList()
                .indexOf(entity);
    }

    private Object row(Session session, Entity entity, int number) {
        Object row = values.make(entity.name());
        switch (model.root(entity).key().form()) {
            // Far from each other, so that what is counted from one of them on never comes to another.
            case ASSIGNED -> values.set(row, "id", 1000L * number);
            case EMBEDDED -> {
                Object key = values.make(model.root(entity).name() + "Id");
                values.set(key, "a", number);
                values.set(key, "b", "b" + number);
                values.set(row, "id", key);
            }
            default -> {}
        }
        for (Attribute attribute : model.attributes(entity)) {
            boolean isEmpty = attribute.content() instanceof Computed
                    || (change.mayBeNull(entity, attribute, model.equals(change.later()))
                            && Math.floorMod(attribute.origin().hashCode() + number, 4) == 0);
            if (!isEmpty) {
                fill(session, entity, row, attribute, number);
            }
        }
        return row;
    }

    private void fill(Session session, Entity entity, Object row, Attribute attribute, int number) {
        if (attribute.content() instanceof Reference reference) {
            one(targets(session, entity, attribute, reference), number)
                    .forEach(target -> values.set(row, attribute.name(), target));
        } else if (attribute.content() instanceof Plural plural && plural.element() instanceof Reference reference) {
            values.elements(row, attribute.name()).addAll(one(targets(session, entity, attribute, reference), number));
        } else {
            values.set(row, attribute.name(), values.value(attribute.content(), number));
        }
    }

    private static List<Object> one(List<Object> targets, int number) {
        return targets.isEmpty() ? List.of() : List.of(targets.get(number % targets.size()));
    }

    /** The rows that it may refer to. */
    private List<Object> targets(Session session, Entity entity, Attribute attribute, Reference reference) {
        List<Object> targets = all(session, reference.entity());
        if (change.isAlone(entity, attribute)) {
            String owner = model.entities().stream()
                    .filter(each -> each.attributes().contains(attribute))
                    .findFirst()
                    .orElseThrow()
                    .name();
            for (Object row : all(session, owner)) {
                Object taken = values.get(row, attribute.name());
                String text = values.text(taken);
                targets.removeIf(target -> text.contains(values.text(target)));
            }
        }
        return targets;
    }

    private List<Object> all(Session session, String entity) {
        return session.createSelectionQuery("from " + model.entity(entity).alias(), Object.class)
                .getResultStream()
                .map(Hibernate::unproxy)
                .sorted(Comparator.comparing(values::text))
                .collect(Collectors.toList());
    }

    private void inTransaction(Consumer<Session> work) {
        try (Session session = sessions.openSession()) {
            Transaction transaction = session.beginTransaction();
            work.accept(session);
            transaction.commit();
        }
    }
}
