package dev.migrate.autogen.diff.dependency;

import static dev.migrate.schema.Definitions.column;
import static dev.migrate.schema.Definitions.foreignKey;
import static dev.migrate.schema.Definitions.table;
import static dev.migrate.schema.Types.bigint;
import static dev.migrate.schema.Types.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.autogen.diff.DiffOptions;
import dev.migrate.autogen.diff.SchemaDiff;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Table;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Foreign keys of columns that have their values already. */
class NewReferenceTest {

    private static final Table PERSON = withKey("person");
    private static final Table COMPANY = withKey("company");

    @Test
    void valuesThatReferToAnotherTableFromNowOnAreToldOf() {
        assertThat(losses(List.of(PERSON, COMPANY, bill("person")), List.of(PERSON, COMPANY, bill("company"))))
                .containsExactly(
                        "A value of bill.payer refers to company (id) from now on, and no longer to person (id):"
                                + " give rows other values first, unless both have the same ones.");
    }

    @Test
    void aTableThatIsEmptyIsToBeFilledBeforeItIsReferredTo() {
        Table bill = withKey("bill").columns(column("payer", bigint()));

        assertThat(losses(List.of(bill), List.of(COMPANY, bill("company"))))
                .containsExactly("Fails while a row of bill has a value for payer, since company is new and has no"
                        + " rows: give it some first, as by op.execute(\"INSERT INTO company (id) SELECT DISTINCT payer"
                        + " FROM bill WHERE payer IS NOT NULL ON CONFLICT DO NOTHING\");");
    }

    @Test
    void whatElseRowsOfTheNewTableNeedHasToBeWritten() {
        Table bill = withKey("bill").columns(column("payer", bigint()));
        Table company = COMPANY.columns(
                column("Name", text()).notNull(),
                column("size", bigint()).notNull().defaultValue(1),
                column("note", text()));

        assertThat(losses(List.of(bill), List.of(company, bill("company"))))
                .containsExactly("Fails while a row of bill has a value for payer, since company is new and has no"
                        + " rows: give it some first, as by op.execute(\"INSERT INTO company (id, \\\"Name\\\")"
                        + " SELECT DISTINCT payer, <SQL> FROM bill WHERE payer IS NOT NULL ON CONFLICT DO NOTHING\");");
    }

    @Test
    void rowsOfASuperclassAreThoseOfItsSubclasses() {
        Table employee = extending("person", "employee");
        Table boss = extending("employee", "boss");
        List<Table> before = List.of(PERSON, employee, boss, bill("person"));
        List<Table> after = List.of(PERSON, employee, boss, bill("boss"));

        assertThat(losses(before, after)).isEmpty();
        assertThat(losses(after, before)).isEmpty();
    }

    @Test
    void aColumnThatComesHasNoValues() {
        assertThat(losses(List.of(PERSON, withKey("bill")), List.of(PERSON, COMPANY, bill("company"))))
                .isEmpty();
    }

    private static List<String> losses(List<Table> before, List<Table> after) {
        return SchemaDiff.diff(
                        Schema.ofTables(before.toArray(Table[]::new)),
                        Schema.ofTables(after.toArray(Table[]::new)),
                        DiffOptions.CATALOGS)
                .losses();
    }

    private static Table withKey(String name) {
        return table(name).columns(column("id", bigint()).notNull()).primaryKey(name + "_pkey", "id");
    }

    private static Table extending(String superclass, String name) {
        return withKey(name).foreignKey(foreignKey(name + "_id_fkey", "id").references(superclass, "id"));
    }

    private static Table bill(String payer) {
        return withKey("bill")
                .columns(column("payer", bigint()))
                .foreignKey(foreignKey("bill_payer_fkey", "payer").references(payer, "id"));
    }
}
