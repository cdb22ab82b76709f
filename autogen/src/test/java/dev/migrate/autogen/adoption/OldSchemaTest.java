package dev.migrate.autogen.adoption;

import static dev.migrate.autogen.adoption.AdoptedProject.said;
import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.Migration;
import dev.migrate.Operations;
import dev.migrate.autogen.diff.Difference;
import dev.migrate.autogen.diff.ownership.KeptText;
import dev.migrate.autogen.diff.text.DetectedText;
import dev.migrate.testing.PostgresTest;
import dev.migrate.testing.TestDatabase;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A schema of 67 tables that was typed by hand over the years, and entities that were put over it without lengths. */
@PostgresTest
class OldSchemaTest {

    private static final List<String> SUBJECTS = List.of(
            "customer",
            "invoice",
            "payment",
            "product",
            "shipment",
            "ticket",
            "contract",
            "employee",
            "project",
            "asset",
            "vendor",
            "campaign",
            "claim",
            "device",
            "branch",
            "supplier");

    /** As four people wrote tables down in ten years: one line each, with the subject's name for a $. */
    private static final String TABLES = """
            CREATE TABLE $ (id bigserial PRIMARY KEY, name varchar(10000) NOT NULL, code varchar(40) NOT NULL UNIQUE, \
            remark text, amount numeric(12,4) DEFAULT 0 NOT NULL, rate numeric(7,4), state varchar(20) NOT NULL, \
            active boolean DEFAULT true NOT NULL, street varchar(80) NOT NULL, city varchar(80), \
            created_at timestamp(3) NOT NULL, created_by varchar(64) NOT NULL, updated_at timestamp);
            CREATE TABLE $_note (id numeric(19) PRIMARY KEY, $_id bigint NOT NULL REFERENCES $ ON DELETE CASCADE, \
            body text NOT NULL, author char(8) NOT NULL, priority integer NOT NULL, created_at timestamp(0) NOT NULL, \
            created_by varchar(30) NOT NULL, updated_at timestamp);
            CREATE TABLE $_change (id numeric(19) PRIMARY KEY, note_id numeric(19) NOT NULL REFERENCES $_note, \
            kind text NOT NULL CHECK (kind IN ('CREATED', 'UPDATED', 'DELETED', 'MERGED')), old_value text, new_value text, \
            done_by varchar(64) NOT NULL, done_at timestamp(0) NOT NULL);
            CREATE TABLE $_label ($_id bigint NOT NULL REFERENCES $, label varchar(100) NOT NULL, PRIMARY KEY ($_id, label));
            """;

    private static final String ENTITIES = """
            @Entity class $ extends Audited {
                @Id @GeneratedValue(strategy = GenerationType.IDENTITY) Long id;
                String name;
                @Column(length = 40, unique = true) String code;
                String remark;
                BigDecimal amount;
                Double rate;
                @Enumerated(EnumType.STRING) State state;
                boolean active;
                @Embedded Address address;
                @ElementCollection @CollectionTable(name = "$_label", joinColumns = @JoinColumn(name = "$_id"))
                @Column(name = "label") Set<String> labels;
            }
            @Entity @Table(name = "$_note") class $Note extends Audited {
                @Id Long id;
                @ManyToOne @JoinColumn(name = "$_id") $ subject;
                String body;
                String author;
                Short priority;
            }
            @Entity @Table(name = "$_change") class $Change {
                @Id Long id;
                @ManyToOne @JoinColumn(name = "note_id") $Note note;
                @Enumerated(EnumType.STRING) Kind kind;
                @Column(name = "old_value") String oldValue;
                @Column(name = "new_value") String newValue;
                @Column(name = "done_by") String doneBy;
                @Column(name = "done_at") LocalDateTime doneAt;
            }
            """;

    /** What is as it should be nowhere, and what somebody has meant. */
    private static final String MORE_TABLES = """
            CREATE TABLE region (id serial PRIMARY KEY, name varchar(50), iso char(2));
            CREATE TABLE setting (key varchar(64) PRIMARY KEY, value text NOT NULL, version integer);
            CREATE TABLE customer_region (customer_id bigint NOT NULL REFERENCES customer, \
            region_id integer NOT NULL REFERENCES region, PRIMARY KEY (customer_id, region_id));
            CREATE INDEX ix_region_name ON region (name);
            """;

    private static final String MORE_ENTITIES = """
            @MappedSuperclass abstract class Audited {
                @Column(name = "created_at") LocalDateTime createdAt;
                @Column(name = "created_by") String createdBy;
                @Column(name = "updated_at") LocalDateTime updatedAt;
            }
            @Embeddable class Address { String street; String city; }
            enum State { OPEN, CLOSED }
            enum Kind { CREATED, UPDATED, DELETED }
            @Entity class region {
                @Id @GeneratedValue(strategy = GenerationType.IDENTITY) Integer id;
                @Column(length = 80) String name;
                @Column(nullable = false) String iso;
                @ManyToMany @JoinTable(name = "customer_region", joinColumns = @JoinColumn(name = "region_id"),
                    inverseJoinColumns = @JoinColumn(name = "customer_id")) Set<customer> customers;
            }
            @Entity class setting {
                @Id String key;
                @Column(columnDefinition = "text") String value;
                @Version int version;
                LocalDateTime changed;
            }
            """;

    @TempDir
    private Path classes;

    /** The dump of the old database. */
    public static final class Baseline implements Migration {
        @Override
        public void upgrade(Operations op) {
            op.execute(tables());
        }

        @Override
        public void downgrade(Operations op) {
            op.execute("DROP SCHEMA public CASCADE");
        }
    }

    @Test
    void only_what_the_entities_say_is_proposed_and_the_rest_is_counted(TestDatabase database) {
        AdoptedProject project = AdoptedProject.of(classes, entities());
        database.execute(tables());

        Difference difference = project.with(database);

        assertThat(said(difference)).isEqualTo("""
                Changed column region.name: type from character varying(50) to character varying(80)
                Changed column region.iso: now not null
                Changed column setting.version: now not null
                Added column setting.changed
                Left alone, as the entities don't say it and only Hibernate's defaults differ: 96 longer strings, 130 \
                shorter strings, 96 numbers of other digits, 48 times of another precision, 289 NOT NULL, 32 enums \
                without Hibernate's check. To change a column, write what it has to be into its mapping (length = 255, \
                nullable = true). To change all: -Dmigrate.hibernateDefaults""");
        assertThat(difference.losses()).isEmpty();
    }

    @Test
    void the_kept_properties_are_listed_by_table_and_column(TestDatabase database) {
        AdoptedProject project = AdoptedProject.of(classes, entities());
        database.execute(tables());

        assertThat(KeptText.lines(project.with(database).kept()).stream()
                        .filter(line -> line.startsWith("claim"))
                        .collect(Collectors.joining("\n")))
                .isEqualTo("""
                        claim.amount: NOT NULL; Hibernate's default: NULL
                        claim.amount: numeric(12,4); Hibernate's default: numeric(38,2)
                        claim.city: character varying(80); Hibernate's default: character varying(255)
                        claim.code: NOT NULL; Hibernate's default: NULL
                        claim.created_at: NOT NULL; Hibernate's default: NULL
                        claim.created_at: timestamp(3) without time zone; Hibernate's default: timestamp(6) without time zone
                        claim.created_by: NOT NULL; Hibernate's default: NULL
                        claim.created_by: character varying(64); Hibernate's default: character varying(255)
                        claim.name: NOT NULL; Hibernate's default: NULL
                        claim.name: character varying(10000); Hibernate's default: character varying(255)
                        claim.rate: numeric(7,4); Hibernate's default: double precision
                        claim.remark: text; Hibernate's default: character varying(255)
                        claim.state: NOT NULL; Hibernate's default: NULL
                        claim.state: character varying(20); Hibernate's default: character varying(255)
                        claim.state: no check; Hibernate's default: CHECK (state in ('OPEN','CLOSED'))
                        claim.street: NOT NULL; Hibernate's default: NULL
                        claim.street: character varying(80); Hibernate's default: character varying(255)
                        claim_change.done_at: NOT NULL; Hibernate's default: NULL
                        claim_change.done_at: timestamp(0) without time zone; Hibernate's default: timestamp(6) without time zone
                        claim_change.done_by: NOT NULL; Hibernate's default: NULL
                        claim_change.done_by: character varying(64); Hibernate's default: character varying(255)
                        claim_change.id: numeric(19,0); Hibernate's default: bigint
                        claim_change.kind: NOT NULL; Hibernate's default: NULL
                        claim_change.kind: constraint claim_change_kind_check; Hibernate's default: CHECK (kind in ('CREATED','UPDATED','DELETED'))
                        claim_change.kind: text; Hibernate's default: character varying(255)
                        claim_change.new_value: text; Hibernate's default: character varying(255)
                        claim_change.note_id: NOT NULL; Hibernate's default: NULL
                        claim_change.note_id: numeric(19,0); Hibernate's default: bigint
                        claim_change.old_value: text; Hibernate's default: character varying(255)
                        claim_label.label: NOT NULL; Hibernate's default: NULL
                        claim_label.label: character varying(100); Hibernate's default: character varying(255)
                        claim_note.author: NOT NULL; Hibernate's default: NULL
                        claim_note.author: character(8); Hibernate's default: character varying(255)
                        claim_note.body: NOT NULL; Hibernate's default: NULL
                        claim_note.body: text; Hibernate's default: character varying(255)
                        claim_note.claim_id: NOT NULL; Hibernate's default: NULL
                        claim_note.created_at: NOT NULL; Hibernate's default: NULL
                        claim_note.created_at: timestamp(0) without time zone; Hibernate's default: timestamp(6) without time zone
                        claim_note.created_by: NOT NULL; Hibernate's default: NULL
                        claim_note.created_by: character varying(30); Hibernate's default: character varying(255)
                        claim_note.id: numeric(19,0); Hibernate's default: bigint
                        claim_note.priority: NOT NULL; Hibernate's default: NULL
                        claim_note.priority: integer; Hibernate's default: smallint""");
    }

    @Test
    void with_hibernates_defaults_each_of_them_is_a_change(TestDatabase database) {
        AdoptedProject project = AdoptedProject.of(classes, entities());
        database.execute(tables());

        Difference difference = project.hibernateDefaults().with(database);

        assertThat(DetectedText.of(difference.operations())).hasSize(454);
        assertThat(difference.losses()).hasSize(208);
    }

    @Test
    void a_history_that_begins_with_its_dump_keeps_the_same(TestDatabase database) {
        AdoptedProject project = AdoptedProject.of(classes, entities());
        database.execute(tables());
        List<String> kept = KeptText.lines(project.with(database).kept());
        AdoptedProject adopted = project.migrations(List.of(Baseline.class));
        adopted.migrate(database.dataSource()).stamp("head");

        assertThat(KeptText.lines(adopted.with(database).kept())).isEqualTo(kept);
        assertThat(KeptText.lines(adopted.withHistory().kept())).isEqualTo(kept);
    }

    private static String tables() {
        return forAll(TABLES) + MORE_TABLES;
    }

    private static String entities() {
        return forAll(ENTITIES) + MORE_ENTITIES;
    }

    private static String forAll(String template) {
        List<String> texts = new ArrayList<>();
        SUBJECTS.forEach(subject -> texts.add(template.replace("$", subject)));
        return String.join("", texts);
    }
}
