package dev.migrate.autogen.adoption;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.autogen.diff.Difference;
import dev.migrate.autogen.diff.ownership.KeptText;
import dev.migrate.autogen.diff.text.DetectedText;
import dev.migrate.testing.PostgresTest;
import dev.migrate.testing.TestDatabase;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where a mapping says something of a column: there it counts, and nowhere else. */
@PostgresTest
class WrittenInMappingTest {

    @TempDir
    private Path classes;

    private Difference difference(TestDatabase database, String tables, String entities) {
        database.execute(tables);
        return AdoptedProject.of(classes, entities).with(database);
    }

    private static List<String> changes(Difference difference) {
        return DetectedText.of(difference.operations());
    }

    private static List<String> kept(Difference difference) {
        return KeptText.lines(difference.kept());
    }

    @Test
    void in_a_superclass_an_embeddable_and_an_override(TestDatabase database) {
        Difference difference = difference(database, """
                CREATE TABLE person (id bigint PRIMARY KEY, home_street text, home_city text, work_street text,
                    work_city text, note text, tag text)""", """
                @MappedSuperclass class Base { @Column(length = 255) String note; String tag; }
                @Embeddable class Address { @Column(length = 255) String street; String city; }
                @Entity class Person extends Base {
                    @Id Long id;
                    @Embedded
                    @AttributeOverride(name = "street", column = @Column(name = "home_street"))
                    @AttributeOverride(name = "city", column = @Column(name = "home_city", length = 255))
                    Address home;
                    @Embedded
                    @AttributeOverride(name = "street", column = @Column(name = "work_street"))
                    @AttributeOverride(name = "city", column = @Column(name = "work_city"))
                    Address work;
                }""");

        assertThat(changes(difference))
                .containsExactly(
                        "Changed column person.home_city: type from text to character varying(255)",
                        "Changed column person.note: type from text to character varying(255)");
        assertThat(kept(difference))
                .containsExactly(
                        "person.home_street: text; Hibernate's default: character varying(255)",
                        "person.tag: text; Hibernate's default: character varying(255)",
                        "person.work_city: text; Hibernate's default: character varying(255)",
                        "person.work_street: text; Hibernate's default: character varying(255)");
    }

    @Test
    void in_element_collections_join_columns_and_getters(TestDatabase database) {
        Difference difference = difference(database, """
                CREATE TABLE person (id bigint PRIMARY KEY, name text NOT NULL, boss_id bigint NOT NULL REFERENCES person,
                    friend_id bigint NOT NULL REFERENCES person);
                CREATE TABLE person_nicks (person_id bigint NOT NULL REFERENCES person, nicks text);
                CREATE TABLE person_marks (person_id bigint NOT NULL REFERENCES person, marks text);
                """, """
                @Entity @Access(AccessType.PROPERTY) class Person {
                    private Long id; private String name; private Person boss; private Person friend;
                    private List<String> nicks; private List<String> marks;
                    @Id public Long getId() { return id; }
                    public void setId(Long id) { this.id = id; }
                    @Column(length = 255) public String getName() { return name; }
                    public void setName(String name) { this.name = name; }
                    @ManyToOne @JoinColumn(name = "boss_id", nullable = true) public Person getBoss() { return boss; }
                    public void setBoss(Person boss) { this.boss = boss; }
                    @ManyToOne @JoinColumn(name = "friend_id") public Person getFriend() { return friend; }
                    public void setFriend(Person friend) { this.friend = friend; }
                    @ElementCollection @CollectionTable(name = "person_nicks", joinColumns = @JoinColumn(name = "person_id"))
                    @Column(length = 255) public List<String> getNicks() { return nicks; }
                    public void setNicks(List<String> nicks) { this.nicks = nicks; }
                    @ElementCollection @CollectionTable(name = "person_marks", joinColumns = @JoinColumn(name = "person_id"))
                    public List<String> getMarks() { return marks; }
                    public void setMarks(List<String> marks) { this.marks = marks; }
                }""");

        assertThat(changes(difference))
                .containsExactly(
                        "Changed column person.boss_id: now nullable",
                        "Changed column person.name: type from text to character varying(255)",
                        "Changed column person_nicks.nicks: type from text to character varying(255)");
        assertThat(kept(difference))
                .containsExactly(
                        "person.friend_id: NOT NULL; Hibernate's default: NULL",
                        "person.name: NOT NULL; Hibernate's default: NULL",
                        "person_marks.marks: text; Hibernate's default: character varying(255)");
    }

    @Test
    void by_bean_validation_by_precision_and_by_the_java_type(TestDatabase database) {
        Difference difference = difference(database, """
                CREATE TABLE item (id integer PRIMARY KEY, a text, b text, c numeric(10,4), d numeric(10,4), e real, f bigint,
                    g timestamp(3), h timestamp(3), i text)""", """
                @Entity class Item {
                    @Id Long id;
                    @jakarta.validation.constraints.Size(max = 255) String a;
                    @org.hibernate.validator.constraints.Length(max = 40) String b;
                    @Column(precision = 38, scale = 2) BigDecimal c;
                    BigDecimal d;
                    Double e;
                    Integer f;
                    @Column(precision = 6) LocalDateTime g;
                    LocalDateTime h;
                    @Column(columnDefinition = "varchar(255)") String i;
                }""");

        assertThat(changes(difference))
                .containsExactly(
                        "Changed column item.id: type from integer to bigint",
                        "Changed column item.c: type from numeric(10,4) to numeric(38,2)",
                        "Changed column item.e: type from real to double precision",
                        "Changed column item.g: type from timestamp(3) without time zone to timestamp(6) without time zone",
                        "Changed column item.b: type from text to character varying(40)",
                        "Changed column item.a: type from text to character varying(255)",
                        "Changed column item.i: type from text to character varying(255)");
        assertThat(kept(difference))
                .containsExactly(
                        "item.d: numeric(10,4); Hibernate's default: numeric(38,2)",
                        "item.f: bigint; Hibernate's default: integer",
                        "item.h: timestamp(3) without time zone; Hibernate's default: timestamp(6) without time zone");
    }

    @Test
    void a_subclass_in_the_table_of_its_superclass_needs_null(TestDatabase database) {
        Difference difference = difference(database, """
                CREATE TABLE animal (id bigint PRIMARY KEY, dtype varchar(100) NOT NULL, name text NOT NULL,
                    bark text NOT NULL)""", """
                @Entity class Animal { @Id Long id; String name; }
                @Entity class Dog extends Animal { String bark; }""");

        assertThat(changes(difference))
                .containsExactly(
                        "Recorded the entities in animal.dtype as [Animal, Dog]",
                        "Changed column animal.bark: now nullable");
        assertThat(kept(difference))
                .containsExactly(
                        "animal.bark: text; Hibernate's default: character varying(255)",
                        "animal.dtype: character varying(100); Hibernate's default: character varying(31)",
                        "animal.name: NOT NULL; Hibernate's default: NULL",
                        "animal.name: text; Hibernate's default: character varying(255)");
    }

    @Test
    void a_constant_that_comes_to_an_enum_changes_the_check_that_lacks_it(TestDatabase database) {
        Difference difference = difference(database, """
                CREATE TABLE task (id bigint PRIMARY KEY, state text CONSTRAINT ck_state CHECK (state IN ('A', 'B')),
                    kind varchar(9) CONSTRAINT ck_kind CHECK (kind IN ('A', 'B', 'C', 'D')), mood smallint)""", """
                enum Letter { A, B, C }
                @Entity class Task {
                    @Id Long id;
                    @Enumerated(EnumType.STRING) Letter state;
                    @Enumerated(EnumType.STRING) Letter kind;
                    Letter mood;
                }""");

        assertThat(changes(difference))
                .containsExactly(
                        "Recorded the ordinals of task.mood as [A, B, C]",
                        "Added check task_state_check on task: state in ('A','B','C')");
        assertThat(kept(difference))
                .containsExactly(
                        "task.kind: character varying(9); Hibernate's default: character varying(255)",
                        "task.kind: constraint ck_kind; Hibernate's default: CHECK (kind in ('A','B','C'))",
                        "task.mood: no check; Hibernate's default: CHECK (mood between 0 and 2)",
                        "task.state: text; Hibernate's default: character varying(255)");
    }

    @Test
    void the_check_that_comes_is_the_same_whatever_type_its_column_keeps(TestDatabase database) {
        Difference difference = difference(database, """
                CREATE TABLE task (id bigint PRIMARY KEY, state text CONSTRAINT ck_state CHECK (state IN ('A')),
                    CONSTRAINT task_state_check CHECK (state IN ('A', 'B')))""", """
                enum Letter { A, B }
                @Entity class Task { @Id Long id; @Enumerated(EnumType.STRING) Letter state; }""");

        assertThat(changes(difference)).isEmpty();
        assertThat(kept(difference)).containsExactly("task.state: text; Hibernate's default: character varying(255)");
    }

    @Test
    void what_an_expression_is_about_becomes_what_hibernate_makes(TestDatabase database) {
        Difference difference = difference(database, """
                CREATE TABLE person (id bigint PRIMARY KEY, name text, code text)""", """
                @Entity @org.hibernate.annotations.Check(constraints = "char_length(name) > 2")
                class Person { @Id Long id; String name; String code; }""");

        assertThat(changes(difference))
                .containsExactly(
                        "Changed column person.name: type from text to character varying(255)",
                        "Added check person_name_check on person: char_length(name) > 2");
        assertThat(kept(difference)).containsExactly("person.code: text; Hibernate's default: character varying(255)");
    }

    @Test
    void a_key_is_of_the_type_of_what_it_refers_to(TestDatabase database) {
        Difference difference = difference(database, """
                CREATE TABLE boss (id bigint PRIMARY KEY);
                CREATE TABLE person (id numeric(19) PRIMARY KEY, boss_id numeric(19), peer_id numeric(19))""", """
                @Entity class Boss { @Id Long id; }
                @Entity class Person {
                    @Id Long id;
                    @ManyToOne @JoinColumn(name = "boss_id") Boss boss;
                    @ManyToOne @JoinColumn(name = "peer_id") Person peer;
                }""");

        assertThat(changes(difference))
                .containsExactly(
                        "Changed column person.boss_id: type from numeric(19,0) to bigint",
                        "Added foreign key person_boss_id_fkey on person (boss_id) to boss",
                        "Added foreign key person_peer_id_fkey on person (peer_id) to person");
        assertThat(kept(difference))
                .containsExactly(
                        "person.id: numeric(19,0); Hibernate's default: bigint",
                        "person.peer_id: numeric(19,0); Hibernate's default: bigint");
    }
}
