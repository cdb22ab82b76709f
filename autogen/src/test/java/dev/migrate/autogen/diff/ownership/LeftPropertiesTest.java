package dev.migrate.autogen.diff.ownership;

import static dev.migrate.schema.Definitions.column;
import static dev.migrate.schema.Definitions.enumType;
import static dev.migrate.schema.Definitions.foreignKey;
import static dev.migrate.schema.Definitions.sequence;
import static dev.migrate.schema.Definitions.table;
import static dev.migrate.schema.Definitions.unique;
import static dev.migrate.schema.Types.bigint;
import static dev.migrate.schema.Types.bool;
import static dev.migrate.schema.Types.character;
import static dev.migrate.schema.Types.integer;
import static dev.migrate.schema.Types.numeric;
import static dev.migrate.schema.Types.text;
import static dev.migrate.schema.Types.timestamp;
import static dev.migrate.schema.Types.type;
import static dev.migrate.schema.Types.varchar;
import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.autogen.diff.DiffOptions;
import dev.migrate.autogen.diff.Difference;
import dev.migrate.autogen.diff.SchemaDiff;
import dev.migrate.autogen.diff.text.DetectedText;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.Identity;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Sequence;
import dev.migrate.schema.Table;
import dev.migrate.schema.Unique;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the tables of entities have beyond them without its being an object of its own. */
class LeftPropertiesTest {

    private static final Table DECLARED = table("orders")
            .columns(
                    column("id", bigint()).notNull(),
                    column("name", text()),
                    column("placed", timestamp()),
                    column("amount", numeric()),
                    column("total", numeric()))
            .primaryKey("orders_pkey", "id");

    private static final Table WITH_MORE = table("orders")
            .columns(
                    column("id", bigint()).notNull(),
                    column("name", text()).collation("pg_catalog.\"C\"").comment("as printed"),
                    column("placed", timestamp()).defaultSql("now()"),
                    column("amount", numeric()),
                    column("total", numeric()).generatedStored("(amount * 1.19)"))
            .primaryKey("orders_pkey", "id")
            .comment("since 2015");

    private static final Table CUSTOMERS =
            table("customers").columns(column("id", bigint()).notNull()).primaryKey("customers_pkey", "id");

    private static final ForeignKey KEY =
            foreignKey("orders_customer_fkey", "customer").references("customers", "id");

    @Test
    void what_somebody_else_gave_to_an_entitys_table_is_listed_and_stays() {
        Difference difference = diff(WITH_MORE, DECLARED, DECLARED);

        assertThat(difference.operations()).isEmpty();
        assertThat(difference.leftAlone())
                .containsExactly(
                        "comment on orders.name",
                        "collation of orders.name",
                        "default of orders.placed",
                        "formula of orders.total",
                        "comment on orders");
    }

    @Test
    void what_this_history_gave_to_it_goes_when_the_entity_no_longer_declares_it() {
        Difference difference = diff(WITH_MORE, DECLARED, WITH_MORE);

        assertThat(DetectedText.of(difference.operations()))
                .containsExactly(
                        "Changed column orders.total: not generated any more",
                        "Changed column orders.name: collation from pg_catalog.\"C\" to none, comment",
                        "Changed column orders.placed: default from now() to none",
                        "Removed comment on table orders");
        assertThat(difference.leftAlone()).isEmpty();
    }

    @Test
    void what_the_entity_declares_otherwise_is_a_difference_whoever_gave_it() {
        Table otherwise = table("orders")
                .columns(
                        column("id", bigint()).notNull(),
                        column("name", text()).comment("as spoken"),
                        column("placed", timestamp()).defaultSql("clock_timestamp()"),
                        column("amount", numeric()),
                        column("total", numeric()))
                .primaryKey("orders_pkey", "id")
                .comment("since 2026");

        Difference difference = diff(WITH_MORE, otherwise, DECLARED);

        assertThat(DetectedText.of(difference.operations()))
                .containsExactly(
                        "Changed column orders.name: comment",
                        "Changed column orders.placed: default from now() to clock_timestamp()",
                        "Changed comment on table orders");
        assertThat(difference.leftAlone()).containsExactly("collation of orders.name", "formula of orders.total");
    }

    @Test
    void a_default_that_its_columns_new_type_does_not_take_goes() {
        Table live = table("flags").columns(column("paid", character(1)).defaultSql("'N'::bpchar"));
        Table declared = table("flags").columns(column("paid", bool()));

        Difference difference = diff(live, declared, declared);

        assertThat(DetectedText.of(difference.operations()))
                .containsExactly(
                        "Changed column flags.paid: type from char(1) to boolean, default from 'N'::bpchar to none");
        assertThat(difference.leftAlone()).isEmpty();
    }

    @Test
    void a_default_goes_with_the_enum_value_that_it_is() {
        Table declared = table("people").columns(column("mood", type("mood")));
        Table live = table("people").columns(column("mood", type("mood")).defaultSql("'sad'::mood"));

        Difference difference = SchemaDiff.diff(
                Schema.ofTables(live).withEnums(List.of(enumType("mood", "sad", "ok"))),
                Schema.ofTables(declared).withEnums(List.of(enumType("mood", "ok"))),
                DiffOptions.ENTITIES);

        assertThat(DetectedText.of(difference.operations()))
                .contains("Changed column people.mood: default from 'sad'::mood to none");
        assertThat(difference.after().table(live.name())).hasValue(declared);
        assertThat(difference.leftAlone()).isEmpty();
    }

    @Test
    void a_default_goes_on_with_a_wider_column() {
        Table live = table("flags").columns(column("paid", varchar(1)).defaultSql("'N'::character varying"));
        Table declared = table("flags").columns(column("paid", varchar(2)));

        Difference difference = diff(live, declared, declared);

        assertThat(DetectedText.of(difference.operations()))
                .containsExactly("Changed column flags.paid: type from varchar(1) to varchar(2)");
        assertThat(difference.leftAlone()).containsExactly("default of flags.paid");
    }

    @Test
    void how_an_identity_counts_stays_as_far_as_it_does_not_follow_from_its_type() {
        Identity counting = Identity.always().increment(10).cache(5);
        Table live = table("ids")
                .columns(column("id", integer())
                        .notNull()
                        .identity(
                                counting.with(counting.options().type(integer()).resolved())));
        Table declared = table("ids").columns(column("id", bigint()).identity());

        Difference difference = diff(live, declared, table("ids").columns(column("id", integer())));

        assertThat(DetectedText.of(difference.operations()))
                .containsExactly("Changed column ids.id: type from integer to bigint, identity");
        assertThat(difference.after().table(live.name()).orElseThrow().columns())
                .containsExactly(column("id", bigint()).notNull().identity(counting));
        assertThat(difference.leftAlone()).containsExactly("options of the identity ids.id");
        assertThat(diff(live, declared, live)
                        .after()
                        .table(live.name())
                        .orElseThrow()
                        .columns())
                .containsExactly(column("id", bigint()).notNull().identity());
    }

    @Test
    void a_formula_over_a_column_that_goes_goes() {
        Table declared = table("sums").columns(column("total", integer()));
        Table created = table("sums").columns(column("a", integer()), column("total", integer()));
        Table live = table("sums")
                .columns(column("a", integer()), column("total", integer()).generatedStored("(a + 1)"));

        Difference difference = diff(live, declared, created);

        assertThat(DetectedText.of(difference.operations()))
                .containsExactly("Changed column sums.total: not generated any more", "Removed column sums.a");
        assertThat(difference.leftAlone()).isEmpty();
    }

    @Test
    void another_owners_foreign_key_serves_the_entitys_whatever_it_is_called() {
        ForeignKey present = KEY.onDelete(ForeignKey.Action.CASCADE)
                .onUpdate(ForeignKey.Action.SET_NULL)
                .matchFull()
                .initiallyDeferred()
                .notValid();

        for (String name : new String[] {"orders_customer_fkey", "fk_customer"}) {
            Difference difference = diffOfKeys(present.named(name), KEY, Schema.EMPTY);

            assertThat(difference.operations()).isEmpty();
            assertThat(difference.leftAlone())
                    .containsExactly("MATCH FULL ON DELETE CASCADE ON UPDATE SET NULL INITIALLY DEFERRED NOT VALID"
                            + " of constraint " + name + " on orders");
        }
    }

    @Test
    void a_foreign_key_does_what_the_entity_declares_or_what_it_no_longer_declares() {
        ForeignKey cascading = KEY.onDelete(ForeignKey.Action.CASCADE);
        ForeignKey nulling = KEY.onDelete(ForeignKey.Action.SET_NULL);

        assertThat(DetectedText.of(diffOfKeys(cascading, nulling, Schema.EMPTY).operations()))
                .containsExactly(
                        "Removed foreign key orders_customer_fkey on orders (customer) to customers ON DELETE CASCADE",
                        "Added foreign key orders_customer_fkey on orders (customer) to customers ON DELETE SET NULL");
        assertThat(DetectedText.of(diffOfKeys(cascading, KEY, Schema.ofTables(orders(cascading), CUSTOMERS))
                        .operations()))
                .containsExactly(
                        "Removed foreign key orders_customer_fkey on orders (customer) to customers ON DELETE CASCADE",
                        "Added foreign key orders_customer_fkey on orders (customer) to customers");
    }

    @Test
    void what_this_history_made_without_them_keeps_the_properties_that_an_old_database_gave_it() {
        ForeignKey cascading = KEY.onDelete(ForeignKey.Action.CASCADE);
        Table plain = table("ids").columns(column("id", bigint()).identity());
        Table live = table("ids").columns(column("id", bigint()).notNull().identity(Identity.always()));

        Difference ofKeys = diffOfKeys(cascading, KEY, Schema.ofTables(orders(KEY), CUSTOMERS));
        Difference ofIdentities = diff(live, plain, plain);

        assertThat(ofKeys.operations()).isEmpty();
        assertThat(ofKeys.leftAlone())
                .containsExactly("ON DELETE CASCADE of constraint orders_customer_fkey on orders");
        assertThat(ofIdentities.operations()).isEmpty();
        assertThat(ofIdentities.leftAlone()).containsExactly("options of the identity ids.id");
        assertThat(DetectedText.of(diffOfKeys(KEY.notValid(), KEY, Schema.ofTables(orders(KEY), CUSTOMERS))
                        .operations()))
                .as("rows that were not looked at")
                .containsExactly(
                        "Removed foreign key orders_customer_fkey on orders (customer) to customers NOT VALID",
                        "Added foreign key orders_customer_fkey on orders (customer) to customers");
    }

    @Test
    void another_owners_unique_constraint_serves_the_entitys_whenever_it_is_checked() {
        Table ids = table("ids").columns(column("id", bigint()));
        Unique declared = unique("ids_id_key", "id");
        Unique present = declared.nullsNotDistinct().initiallyDeferred();

        for (Table created : List.of(table("others"), ids.constraints(declared))) {
            Difference difference = diff(ids.constraints(present), ids.constraints(declared), created);

            assertThat(difference.operations()).isEmpty();
            assertThat(difference.leftAlone())
                    .containsExactly("NULLS NOT DISTINCT INITIALLY DEFERRED of constraint ids_id_key on ids");
        }
        assertThat(DetectedText.of(diff(ids.constraints(present), ids.constraints(declared), ids.constraints(present))
                        .operations()))
                .containsExactly(
                        "Removed unique constraint ids_id_key on ids (id) NULLS NOT DISTINCT INITIALLY DEFERRED",
                        "Added unique constraint ids_id_key on ids (id)");
    }

    @Test
    void how_another_owners_sequence_counts_beyond_its_step_stays() {
        Sequence declared = sequence("ids").increment(50);
        Sequence present = declared.increment(10)
                .start(1000)
                .min(1000)
                .max(9_000_000)
                .cache(5)
                .cycle();

        for (List<Sequence> created : List.of(List.<Sequence>of(), List.of(declared))) {
            Difference difference = diffOfSequences(present, declared, created);

            assertThat(difference.leftAlone()).containsExactly("options of the sequence ids");
            assertThat(difference.after().sequences()).containsExactly(present.increment(50));
        }
        assertThat(diffOfSequences(present, declared, List.of(present)).after().sequences())
                .containsExactly(declared);
        assertThat(diffOfSequences(present, declared.increment(-1), List.of())
                        .after()
                        .sequences())
                .containsExactly(declared.increment(-1));
    }

    private static Difference diffOfSequences(Sequence live, Sequence declared, List<Sequence> created) {
        return SchemaDiff.diff(
                Schema.EMPTY.withSequences(List.of(live.options(live.options().resolved()))),
                Schema.EMPTY.withSequences(List.of(declared)),
                DiffOptions.ENTITIES.created(Schema.EMPTY.withSequences(created)));
    }

    private static Difference diffOfKeys(ForeignKey live, ForeignKey declared, Schema created) {
        return SchemaDiff.diff(
                Schema.ofTables(orders(live), CUSTOMERS),
                Schema.ofTables(orders(declared), CUSTOMERS),
                DiffOptions.ENTITIES.created(created));
    }

    private static Table orders(ForeignKey key) {
        return table("orders").columns(column("customer", bigint())).foreignKey(key);
    }

    private static Difference diff(Table live, Table declared, Table created) {
        return SchemaDiff.diff(
                Schema.ofTables(live),
                Schema.ofTables(declared),
                DiffOptions.ENTITIES.created(Schema.ofTables(created)));
    }
}
