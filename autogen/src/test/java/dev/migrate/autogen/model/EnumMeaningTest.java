package dev.migrate.autogen.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.autogen.EntitySource;
import dev.migrate.autogen.online.OnlineOptions;
import dev.migrate.autogen.testing.CompiledClasses;
import dev.migrate.testing.PostgresServer;
import dev.migrate.testing.PostgresTest;
import dev.migrate.testing.TestDatabase;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hibernate.SessionFactory;
import org.hibernate.boot.MetadataSources;
import org.hibernate.boot.registry.BootstrapServiceRegistryBuilder;
import org.hibernate.boot.registry.StandardServiceRegistryBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Rows keep the constants that they have, whatever becomes of the enum: up, down and up again, read by Hibernate. */
@PostgresTest
class EnumMeaningTest {

    private static final String ORDINAL = """
            @Enumerated(EnumType.ORDINAL) Priority p;
            public void set(Priority x) { p = x; }
            public String show() { return String.valueOf(p); }
            """;

    private static final String STRING = ORDINAL.replace("ORDINAL", "STRING");

    private static final String NAMED = ORDINAL.replace(
            "@Enumerated(EnumType.ORDINAL)",
            "@org.hibernate.annotations.JdbcTypeCode(org.hibernate.type.SqlTypes.NAMED_ENUM)");

    private static final String INTEGER = ORDINAL.replace(
            "@Enumerated", "@org.hibernate.annotations.JdbcTypeCode(java.sql.Types.INTEGER) @Enumerated");

    private static final String UNCHECKED =
            ORDINAL.replace("@Enumerated", "@Column(columnDefinition = \"integer\") @Enumerated");

    private static final String EMBEDDED = """
            @Embeddable public static class Detail { @Enumerated(EnumType.ORDINAL) Priority p; }
            @Embedded Detail detail;
            public void set(Priority x) { detail = new Detail(); detail.p = x; }
            public String show() { return String.valueOf(detail.p); }
            """;

    private static final String ARRAY = """
            @Enumerated(EnumType.ORDINAL) Priority[] p;
            public void set(Priority x) { p = new Priority[] {x, null, Priority.LOW, x}; }
            public String show() { return p[0] + (p[1] == null && p[2] == Priority.LOW && p[3] == p[0] ? "" : Arrays.toString(p)); }
            """;

    private static final String STRING_ARRAY = ARRAY.replace("ORDINAL", "STRING");

    private static final String ELEMENTS = """
            @ElementCollection(fetch = FetchType.EAGER) @Enumerated(EnumType.ORDINAL) Set<Priority> p = new HashSet<>();
            public void set(Priority x) { p.add(x); }
            public String show() { return p.iterator().next().name(); }
            """;

    private static final String MAP = """
            @ElementCollection(fetch = FetchType.EAGER) @MapKeyEnumerated(EnumType.ORDINAL) Map<Priority, String> p = new HashMap<>();
            public void set(Priority x) { for (Priority one : Priority.values()) p.put(one, one == x ? "this" : one.name()); }
            public String show() {
                for (var e : p.entrySet()) if (e.getValue().equals("this")) return e.getKey().name();
                return p.toString();
            }
            """;

    /** How the constant is mapped. */
    private enum Mapped {
        AS_ORDINAL(ORDINAL),
        AS_STRING(STRING),
        AS_NAMED_ENUM(NAMED),
        AS_INTEGER(INTEGER),
        WITHOUT_CHECK(UNCHECKED),
        IN_EMBEDDABLE(EMBEDDED),
        IN_ARRAY(ARRAY),
        IN_STRING_ARRAY(STRING_ARRAY),
        AS_ELEMENT(ELEMENTS),
        AS_KEY(MAP);

        private final String body;

        Mapped(String body) {
            this.body = body;
        }
    }

    @TempDir
    private Path directory;

    private final TestDatabase database = PostgresServer.get().newDatabase();

    @AfterEach
    void close() {
        database.close();
    }

    @ParameterizedTest
    @EnumSource(
            names = {"AS_ORDINAL", "AS_INTEGER", "WITHOUT_CHECK", "IN_EMBEDDABLE", "IN_ARRAY", "AS_ELEMENT", "AS_KEY"})
    void aConstantInTheMiddleRenumbersTheRows(Mapped body) {
        roundTrip("LOW, HIGH", body, "LOW, MEDIUM, HIGH", body, Map.of("LOW", "LOW", "HIGH", "HIGH"));
    }

    @ParameterizedTest
    @EnumSource(
            names = {"AS_ORDINAL", "AS_INTEGER", "WITHOUT_CHECK", "IN_EMBEDDABLE", "IN_ARRAY", "AS_ELEMENT", "AS_KEY"})
    void constantsThatChangePlacesRenumberTheRows(Mapped body) {
        roundTrip(
                "LOW, MEDIUM, HIGH",
                body,
                "MEDIUM, LOW, HIGH",
                body,
                Map.of("LOW", "LOW", "MEDIUM", "MEDIUM", "HIGH", "HIGH"));
    }

    @ParameterizedTest
    @EnumSource(names = {"AS_STRING", "AS_NAMED_ENUM"})
    void ordinalsBecomeNames(Mapped body) {
        roundTrip("LOW, HIGH", Mapped.AS_ORDINAL, "LOW, HIGH", body, Map.of("LOW", "LOW", "HIGH", "HIGH"));
    }

    @ParameterizedTest
    @EnumSource(names = {"AS_STRING", "AS_NAMED_ENUM"})
    void namesBecomeOrdinals(Mapped body) {
        roundTrip("LOW, HIGH", body, "LOW, HIGH", Mapped.AS_ORDINAL, Map.of("LOW", "LOW", "HIGH", "HIGH"));
    }

    @ParameterizedTest
    @EnumSource(names = {"AS_STRING", "AS_NAMED_ENUM"})
    void ordinalsBecomeNamesOfAnotherOrder(Mapped body) {
        roundTrip("LOW, HIGH", Mapped.AS_ORDINAL, "HIGH, MEDIUM, LOW", body, Map.of("LOW", "LOW", "HIGH", "HIGH"));
    }

    @Test
    void arraysOfOrdinalsBecomeArraysOfNames() {
        roundTrip(
                "LOW, HIGH",
                Mapped.IN_ARRAY,
                "LOW, MEDIUM, HIGH",
                Mapped.IN_STRING_ARRAY,
                Map.of("LOW", "LOW", "HIGH", "HIGH"));
    }

    @Test
    void arraysOfNamesBecomeArraysOfOrdinals() {
        roundTrip(
                "LOW, HIGH",
                Mapped.IN_STRING_ARRAY,
                "LOW, MEDIUM, HIGH",
                Mapped.IN_ARRAY,
                Map.of("LOW", "LOW", "HIGH", "HIGH"));
    }

    @ParameterizedTest
    @EnumSource(names = {"AS_ORDINAL", "AS_STRING", "AS_NAMED_ENUM", "IN_EMBEDDABLE", "AS_KEY"})
    void aRenamedConstantIsTheSameConstant(Mapped body) {
        String column = body == Mapped.AS_KEY ? "task_p.p_key" : "tasks.p";
        roundTrip(
                "LOW, HIGH",
                body,
                "URGENT, LOW",
                body,
                Map.of("LOW", "LOW", "HIGH", "URGENT"),
                column + ".HIGH:URGENT");
    }

    @ParameterizedTest
    @EnumSource(names = {"AS_ORDINAL", "AS_STRING", "AS_NAMED_ENUM"})
    void aColumnIsRenamedWithItsConstants(Mapped mapped) {
        Application before = application("earlier", "LOW, HIGH", mapped.body);
        Application after = application(
                "later", "LOW, MEDIUM, HIGH", mapped.body.replace("Priority p;", "@Column(name = \"q\") Priority p;"));
        roundTrip(before, after, Map.of("LOW", "LOW", "HIGH", "HIGH"), true, "tasks.p:q");
    }

    @Test
    void aTableIsRenamedWithItsOrdinals() {
        Application before = application("earlier", "LOW, HIGH", ORDINAL);
        Application after = application("later", "LOW, MEDIUM, HIGH", ORDINAL, "jobs");
        roundTrip(before, after, Map.of("LOW", "LOW", "HIGH", "HIGH"), true, "tasks:jobs");
    }

    @Test
    void rowsOfAConstantThatIsGoneAreRefused() {
        Application before = application("earlier", "LOW, MEDIUM, HIGH", Mapped.AS_ORDINAL.body);
        Application after = application("later", "LOW, HIGH", Mapped.AS_ORDINAL.body);
        ModelHistory history = history();
        migrate(history, before);
        before.insert(1, "LOW");
        before.insert(2, "MEDIUM");
        before.insert(3, "HIGH");
        history.autogenerate(after.source(), List.of(), OnlineOptions.ONLINE);
        assertThatThrownBy(history::upgrade).hasMessageContaining("no row of tasks has MEDIUM (1) in p");
        assertThat(before.read()).isEqualTo(Map.of(1L, "LOW", 2L, "MEDIUM", 3L, "HIGH"));
        database.execute("DELETE FROM tasks WHERE id = 2");
        history.upgrade();
        assertThat(after.read()).isEqualTo(Map.of(1L, "LOW", 3L, "HIGH"));
        history.downgrade();
        assertThat(before.read()).isEqualTo(Map.of(1L, "LOW", 3L, "HIGH"));
    }

    @Test
    void aConstantThatHasNoOldOrdinalIsRefusedOnTheWayBack() {
        Application before = application("earlier", "LOW, HIGH", Mapped.AS_ORDINAL.body);
        Application after = application("later", "LOW, MEDIUM, HIGH", Mapped.AS_ORDINAL.body);
        ModelHistory history = history();
        migrate(history, before);
        migrate(history, after);
        after.insert(2, "MEDIUM");
        after.insert(3, "HIGH");
        assertThatThrownBy(history::downgrade).hasMessageContaining("no row of tasks has MEDIUM (1) in p");
        assertThat(after.read()).isEqualTo(Map.of(2L, "MEDIUM", 3L, "HIGH"));
    }

    @Test
    void whatNobodyRecordedIsRecordedWithoutChangingRows() {
        Application application = application("earlier", "LOW, HIGH", Mapped.AS_ORDINAL.body);
        database.execute("CREATE TABLE tasks (id bigint NOT NULL PRIMARY KEY, p smallint CHECK (p BETWEEN 0 AND 1))");
        database.execute("INSERT INTO tasks VALUES (1, 0), (2, 1)");
        ModelHistory history = history();
        assertThat(history.onlyRecords(application.source())).isTrue();
        migrate(history, application);
        assertThat(application.read()).isEqualTo(Map.of(1L, "LOW", 2L, "HIGH"));
        assertThat(history.lastSource()).contains("        op.recordOrdinals(\"tasks\", \"p\", \"LOW\", \"HIGH\");\n");
        assertThat(history.lastSource()).contains("The history doesn't say yet what the ordinals in tasks.p stand for");
        Application after = application("later", "HIGH, LOW", Mapped.AS_ORDINAL.body);
        migrate(history, after);
        assertThat(after.read()).isEqualTo(Map.of(1L, "LOW", 2L, "HIGH"));
    }

    @Test
    void aConstantThatIsGoneIsRefusedAlsoWhereTheColumnIsRenamed() {
        Application before = application("earlier", "LOW, MEDIUM, HIGH", ORDINAL);
        Application after =
                application("later", "LOW, HIGH", ORDINAL.replace("Priority p;", "@Column(name = \"q\") Priority p;"));
        ModelHistory history = history();
        migrate(history, before);
        before.insert(1, "MEDIUM");
        before.insert(2, "HIGH");
        history.autogenerate(after.source(), List.of("tasks.p:q"), OnlineOptions.ONLINE);
        assertThatThrownBy(history::upgrade)
                .hasMessageContaining(
                        "Rows of tasks have MEDIUM (1) in q, which the enum doesn't have after this migration");
        assertThat(before.read()).isEqualTo(Map.of(1L, "MEDIUM", 2L, "HIGH"));
    }

    @Test
    void ordinalsThatAForeignKeyContainsAreLeftToTheAuthor() {
        String key = """
                @Embeddable public static class Detail implements java.io.Serializable {
                    public long n;
                    @Enumerated(EnumType.ORDINAL) public Priority p;
                }
                @Entity @Table(name = "parts") public static class Part { @EmbeddedId public Detail id; }
                @ManyToOne(cascade = CascadeType.ALL) Part part;
                public void set(Priority x) { part = new Part(); part.id = new Detail(); part.id.p = x; }
                public String show() { return part.id.p.name(); }
                """;
        ModelHistory history = history();
        migrate(history, application("earlier", "LOW, HIGH", key));
        Application after = application("later", "HIGH, LOW", key);
        assertThatThrownBy(() -> migrate(history, after))
                .hasMessage("The ordinals of parts.p stand for [LOW, HIGH] in the rows, and for [HIGH, LOW] in the"
                        + " entities. They can't be renumbered here, because a foreign key contains the column. Give the"
                        + " constants their former order, or write a revision that changes the rows and ends with"
                        + " op.recordOrdinals(\"parts\", \"p\", \"HIGH\", \"LOW\").");
    }

    @Test
    void ordinalsInADocumentAreLeftToTheAuthor() {
        String document = """
                @Embeddable public static class Detail { @Enumerated(EnumType.ORDINAL) public Priority p; }
                @org.hibernate.annotations.JdbcTypeCode(org.hibernate.type.SqlTypes.JSON) Detail detail;
                public void set(Priority x) { detail = new Detail(); detail.p = x; }
                public String show() { return detail.p.name(); }
                """;
        ModelHistory history = history();
        Application before = application("earlier", "LOW, HIGH", document);
        migrate(history, before);
        before.insert(1, "HIGH");
        migrate(history, application("appended", "LOW, HIGH, MORE", document));
        Application after = application("later", "HIGH, LOW, MORE", document);
        assertThatThrownBy(() -> migrate(history, after))
                .hasMessageContaining(
                        "because several enums share the column, or it is a document or struct with enums");
    }

    private void roundTrip(
            String constants,
            Mapped mapped,
            String newConstants,
            Mapped newMapped,
            Map<String, String> same,
            String... renames) {
        roundTrip(
                application("earlier", constants, mapped.body),
                application("later", newConstants, newMapped.body),
                same,
                mapped != Mapped.AS_KEY,
                renames);
    }

    /** @param insertsLater whether the rows that the later application writes can go back */
    private void roundTrip(
            Application before, Application after, Map<String, String> same, boolean insertsLater, String... renames) {
        ModelHistory history = history();
        migrate(history, before);
        Map<Long, String> rows = new TreeMap<>();
        Map<Long, String> newRows = new TreeMap<>();
        long id = 0;
        for (Map.Entry<String, String> constant : same.entrySet()) {
            before.insert(++id, constant.getKey());
            rows.put(id, constant.getKey());
            newRows.put(id, constant.getValue());
        }
        migrate(history, after, renames);
        assertThat(after.read()).as(history.lastSource()).isEqualTo(newRows);
        assertThat(history.drift(after.source())).isEmpty();
        assertThat(history.isCurrent(after.source())).isTrue();
        if (insertsLater) {
            for (Map.Entry<String, String> constant : same.entrySet()) {
                after.insert(++id, constant.getValue());
                rows.put(id, constant.getKey());
                newRows.put(id, constant.getValue());
            }
        }
        history.downgrade();
        assertThat(before.read()).as(history.lastSource()).isEqualTo(rows);
        history.upgrade();
        assertThat(after.read()).as(history.lastSource()).isEqualTo(newRows);
    }

    private static void migrate(ModelHistory history, Application application, String... renames) {
        history.autogenerate(application.source(), List.of(renames), OnlineOptions.ONLINE);
        history.upgrade();
    }

    private ModelHistory history() {
        return new ModelHistory(database, directory.resolve("migrations"));
    }

    private Application application(String name, String constants, String body) {
        return application(name, constants, body, "tasks");
    }

    private Application application(String name, String constants, String body, String table) {
        String enumType = "package %s; public enum Priority { %s }".formatted(name, constants);
        String entity = """
                package %s;
                import jakarta.persistence.*;
                import java.util.*;
                @Entity @Table(name = "%s") public class Task {
                    @Id public long id;
                %s}
                """.formatted(name, table, body);
        Path classes = directory.resolve(name);
        CompiledClasses.compile(Map.of(name + ".Priority", enumType, name + ".Task", entity), List.of(), classes);
        return new Application(name, classes, ModelHistory.classLoader(classes), database);
    }

    private record Application(String name, Path classes, ClassLoader loader, TestDatabase database) {

        EntitySource source() {
            return EntitySource.of(loader).roots(List.of(classes)).packages(List.of(name));
        }

        void insert(long id, String constant) {
            try (SessionFactory sessions = sessions()) {
                sessions.inTransaction(session -> {
                    try {
                        Class<?> type = loader.loadClass(name + ".Task");
                        Object task = type.getConstructor().newInstance();
                        type.getField("id").set(task, id);
                        Class<?> priority = loader.loadClass(name + ".Priority");
                        type.getMethod("set", priority)
                                .invoke(task, priority.getField(constant).get(null));
                        session.persist(task);
                    } catch (ReflectiveOperationException e) {
                        throw new IllegalStateException(e);
                    }
                });
            }
        }

        Map<Long, String> read() {
            Map<Long, String> rows = new TreeMap<>();
            try (SessionFactory sessions = sessions()) {
                sessions.inTransaction(session -> {
                    for (Object task :
                            session.createQuery("from Task", Object.class).list()) {
                        try {
                            rows.put((Long) task.getClass().getField("id").get(task), (String)
                                    task.getClass().getMethod("show").invoke(task));
                        } catch (ReflectiveOperationException e) {
                            throw new IllegalStateException(e);
                        }
                    }
                });
            }
            return rows;
        }

        private SessionFactory sessions() {
            StandardServiceRegistryBuilder settings = new StandardServiceRegistryBuilder(
                            new BootstrapServiceRegistryBuilder()
                                    .applyClassLoader(loader)
                                    .build())
                    .applySetting("hibernate.connection.url", database.url())
                    .applySetting("jakarta.persistence.validation.mode", "none");
            try {
                return new MetadataSources(settings.build())
                        .addAnnotatedClass(loader.loadClass(name + ".Task"))
                        .buildMetadata()
                        .buildSessionFactory();
            } catch (ClassNotFoundException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
