package dev.migrate.autogen.diff.ownership;

import static dev.migrate.schema.Definitions.check;
import static dev.migrate.schema.Definitions.column;
import static dev.migrate.schema.Definitions.foreignKey;
import static dev.migrate.schema.Definitions.index;
import static dev.migrate.schema.Definitions.table;
import static dev.migrate.schema.Definitions.unique;
import static dev.migrate.schema.Types.bigint;
import static dev.migrate.schema.Types.bool;
import static dev.migrate.schema.Types.character;
import static dev.migrate.schema.Types.integer;
import static dev.migrate.schema.Types.text;
import static dev.migrate.schema.Types.type;
import static dev.migrate.schema.Types.varchar;
import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.autogen.diff.DiffOptions;
import dev.migrate.autogen.diff.Difference;
import dev.migrate.autogen.diff.SchemaDiff;
import dev.migrate.schema.AuxiliaryObject;
import dev.migrate.schema.Column;
import dev.migrate.schema.Dependencies;
import dev.migrate.schema.Dependency;
import dev.migrate.schema.ObjectId;
import dev.migrate.schema.ObjectId.OfColumn;
import dev.migrate.schema.ObjectId.OfObject;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Table;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is there, and makes a change of a table fail or means something else behind it. */
class InTheWayTest {

    @Test
    void whatStaysIsSaidToBeInTheWayOfATypeOfAnotherKind() {
        Table declared = table("bills").columns(column("paid", bool()), column("name", varchar(9)));
        Table live = table("bills")
                .columns(column("paid", character(1)), column("name", varchar(5)))
                .constraints(check("is_flag", "(paid = ANY (ARRAY['Y'::bpchar, 'N'::bpchar]))"))
                .constraints(check("is_named", "(name <> ''::text)"))
                .withIndexes(List.of(
                        index("ix_both").on("bills", "paid", "name"),
                        index("ix_gist").on("bills", "paid").using("gist"),
                        index("ix_open").on("bills", "name").where("(paid = 'N'::bpchar)")));

        Difference difference = LeftAloneTest.diff(live, declared, Schema.ofTables(declared));

        assertThat(difference.losses())
                .containsExactly(
                        "Fails where a value of bills.paid does not fit: char(1) becomes boolean.",
                        "Fails if constraint is_flag, index ix_gist, index ix_open can't do with boolean in the place of"
                                + " bills.paid: drop such ones before, and create behind it what takes their place.");
    }

    @Test
    void whatStaysIsSaidToBeInTheWayOfAStringToo() {
        Table declared = table("bills").columns(column("mood", varchar(9)), column("number", varchar(9)));
        Table live = table("bills")
                .columns(column("mood", type("mood")), column("number", integer()))
                .constraints(check("is_positive", "(number > 0)"))
                .withIndexes(List.of(index("ix_sad").on("bills", "number").where("(mood = 'sad'::mood)")));

        Difference difference = LeftAloneTest.diff(live, declared, Schema.ofTables(declared));

        assertThat(difference.losses())
                .contains(
                        "Fails if index ix_sad can't do with varchar(9) in the place of bills.mood: drop such ones"
                                + " before, and create behind it what takes their place.",
                        "Fails if constraint is_positive can't do with varchar(9) in the place of bills.number: drop"
                                + " such ones before, and create behind it what takes their place.");
    }

    @Test
    void whatStaysIsSaidToBeInTheWayOfAKeyThatGoes() {
        Table accounts = table("accounts").columns(column("id", bigint()), column("code", varchar(9)));
        Table live = accounts.primaryKey("accounts_pkey", "id").constraints(unique("uk_code", "code"));
        Table declared = accounts.primaryKey("accounts_pkey", "code");
        Table bookings = table("bookings")
                .columns(column("account", bigint()), column("code", varchar(9)))
                .foreignKey(foreignKey("bookings_account_fkey", "account").references("accounts", "id"))
                .foreignKey(foreignKey("bookings_code_fkey", "code").references("accounts", "code"));

        Difference difference = SchemaDiff.diff(
                Schema.ofTables(live, bookings),
                Schema.ofTables(declared),
                DiffOptions.ENTITIES.created(Schema.ofTables(live)));

        assertThat(difference.leftAlone()).containsExactly("table bookings");
        assertThat(difference.losses())
                .containsExactly(
                        "Fails if what foreign key bookings_account_fkey on bookings references is the key that goes: drop"
                                + " such ones before, and create behind it what takes their place.",
                        "Fails if what foreign key bookings_code_fkey on bookings references is the key that goes: drop"
                                + " such ones before, and create behind it what takes their place.");
    }

    @Test
    void aViewThatNobodyDeclaresIsSaidToBeInTheWayOfWhatItShows() {
        Table live = table("bills").columns(column("id", bigint()), column("paid", bool()), column("name", text()));
        Table old = table("old_bills").columns(column("id", bigint()));
        Table declared = table("bills").columns(column("id", bigint()), column("name", varchar(9)));
        Schema before = Schema.ofTables(live, old)
                .withAuxiliaryObjects(List.of(
                        view("named", "SELECT name FROM bills"),
                        view("paid_bills", "SELECT id FROM bills WHERE paid"),
                        view("all_bills", "SELECT id FROM bills UNION SELECT id FROM old_bills")))
                .withDependencies(Dependencies.of(List.of(
                        needs(new OfObject("view named"), "bills", "name"),
                        needs(new OfObject("view paid_bills"), "bills", "id"),
                        needs(new OfObject("view paid_bills"), "bills", "paid"),
                        needs(new OfObject("view all_bills"), "bills", "id"),
                        needs(new OfObject("view all_bills"), "old_bills", "id"))));

        Difference difference = SchemaDiff.diff(
                before, Schema.ofTables(declared), DiffOptions.ENTITIES.created(Schema.ofTables(live, old)));

        assertThat(difference.losses())
                .containsExactly(
                        "Fails where a value of bills.name does not fit: text becomes varchar(9).",
                        "The values of bills.paid are lost.",
                        "Fails if view paid_bills needs bills.paid: change or drop such ones before.",
                        "The rows of old_bills are lost.",
                        "Fails if view all_bills needs old_bills: change or drop such ones before.");
    }

    private static Dependency needs(ObjectId dependent, String table, String column) {
        return new Dependency(dependent, id(table, column), Dependency.Kind.NORMAL);
    }

    private static OfColumn id(String table, String column) {
        return new OfColumn(QualifiedName.parse(table), column);
    }

    private static AuxiliaryObject view(String name, String query) {
        return new AuxiliaryObject("view " + name, "CREATE VIEW " + name + " AS " + query, "DROP VIEW " + name);
    }

    @Test
    void aDefaultThatIsLongerThanItsColumnWillBeIsNamed() {
        Table live = table("bills")
                .columns(
                        column("state", varchar(9)).defaultSql("'RECEIVED'::character varying"),
                        column("kind", varchar(9)).defaultSql("'LONG'::character varying"));
        Table declared = table("bills").columns(column("state", varchar(4)), column("kind", varchar(4)));
        Table created = table("bills").columns(column("state", varchar(9)), column("kind", varchar(9)));

        assertThat(LeftAloneTest.diff(live, declared, Schema.ofTables(created)).losses())
                .containsExactly(
                        "Fails where a value of bills.state does not fit: varchar(9) becomes varchar(4).",
                        "Refuses each row that gets the default of bills.state, since 'RECEIVED' is longer than varchar(4):"
                                + " set another, or drop it.",
                        "Fails where a value of bills.kind does not fit: varchar(9) becomes varchar(4).");
    }

    @Test
    void aDefaultThatAPartitionHasOfItsOwnIsSaidToBeOverwritten() {
        Table live = table("bills")
                .columns(
                        column("state", varchar(9)).defaultSql("'OPEN'::character varying"),
                        column("paid", character(1)),
                        column("name", varchar(9)));
        Table declared = table("bills")
                .columns(
                        column("state", text()).defaultSql("'NEW'::text"),
                        column("paid", bool()),
                        column("name", text()));
        Table child = table("bills_2024")
                .columns(
                        column("state", varchar(9)).defaultSql("'PAID'::character varying"),
                        column("paid", character(1)).defaultSql("'Y'::bpchar"),
                        column("name", varchar(9)).defaultSql("'x'::character varying"))
                .inherits("bills");

        Difference difference = SchemaDiff.diff(
                Schema.ofTables(live, child),
                Schema.ofTables(declared),
                DiffOptions.ENTITIES.created(Schema.ofTables(live)));

        assertThat(difference.losses())
                .containsExactly(
                        "Overwrites defaults that tables below bills have of their own. To set them again behind it:"
                                + " op.alterColumn(\"bills_2024\","
                                + " alter(\"state\").defaultSql(\"'PAID'::character varying\"));",
                        "Fails where a value of bills.paid does not fit: char(1) becomes boolean.",
                        "Fails while bills_2024 has a default of its own for paid: drop it before, and set one of type"
                                + " boolean behind it.");
    }

    @Test
    void aValueThatACheckNoLongerListsIsNamed() {
        Table live = table("bills")
                .columns(column("state", varchar(9)))
                .constraints(
                        check("bills_state_check", "(state = ANY (ARRAY['OPEN'::text, 'PAID'::text, 'IT''S'::text]))"));
        Table declared = table("bills")
                .columns(column("state", varchar(9)))
                .constraints(check("bills_state_check", "(state = ANY (ARRAY['OPEN'::text, 'LATE'::text]))"));

        assertThat(LeftAloneTest.diff(live, declared, Schema.ofTables(live)).losses())
                .containsExactly("Fails while a row of bills holds 'PAID' or 'IT''S', which bills_state_check no longer"
                        + " lists: give such rows another value first.");
    }

    @Test
    void anotherOwnersGeneratedColumnIsSaidToBeInTheWayOfTheColumnThatItIsComputedFrom() {
        Table declared = table("bills").columns(column("paid", bool()));
        Table made = declared.columns(column("amount", integer()));
        Table live = made.columns(column("doubled", integer()).generatedStored("(amount * 2)"));

        Schema before = Schema.ofTables(live)
                .withDependencies(Dependencies.of(List.of(needs(id("bills", "doubled"), "bills", "amount"))));

        assertThat(SchemaDiff.diff(
                                before, Schema.ofTables(declared), DiffOptions.ENTITIES.created(Schema.ofTables(made)))
                        .losses())
                .containsExactly(
                        "The values of bills.amount are lost.",
                        "Fails if column bills.doubled needs bills.amount: change or drop such ones before.");
    }

    @Test
    void whatPartitionsHaveOfTheirOwnOnAColumnThatIsMadeAnewIsNamed() {
        Table declared = table("bills")
                .columns(column("paid", bigint()), column("doubled", bigint()).generatedStored("(paid * 2)"));
        Table live = table("bills")
                .columns(column("paid", integer()), column("doubled", bigint()).generatedStored("(paid * 2)"))
                .partitionByRange("paid");
        Table partition = table("bills_2020")
                .columns(live.columns().toArray(Column[]::new))
                .partitionOf("bills", "FOR VALUES FROM (0) TO (10)")
                .constraints(check("is_small", "(doubled < 20)"))
                .withIndexes(List.of(index("ix_doubled").on("bills_2020", "doubled")));

        Schema before = Schema.ofTables(live, partition)
                .withDependencies(Dependencies.of(List.of(needs(id("bills", "doubled"), "bills", "paid"))));

        assertThat(SchemaDiff.diff(before, Schema.ofTables(declared), DiffOptions.ENTITIES)
                        .losses())
                .containsExactly(
                        "Takes along what tables below bills have of their own: constraint is_small on bills_2020,"
                                + " index ix_doubled on bills_2020. Create behind it what is to be there again.");
    }
}
