package dev.migrate.autogen.diff.renaming;

import static dev.migrate.schema.Definitions.column;
import static dev.migrate.schema.Definitions.enumType;
import static dev.migrate.schema.Definitions.index;
import static dev.migrate.schema.Definitions.sequence;
import static dev.migrate.schema.Definitions.table;
import static dev.migrate.schema.Types.bigint;
import static dev.migrate.schema.Types.date;
import static dev.migrate.schema.Types.integer;
import static dev.migrate.schema.Types.text;
import static dev.migrate.schema.Types.type;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.MigrateException;
import dev.migrate.autogen.diff.DiffOptions;
import dev.migrate.autogen.diff.Difference;
import dev.migrate.autogen.diff.SchemaDiff;
import dev.migrate.autogen.diff.text.DetectedText;
import dev.migrate.operation.ColumnOperation.RenameColumn;
import dev.migrate.operation.ConstraintOperation.RenameConstraint;
import dev.migrate.operation.Reversible;
import dev.migrate.operation.SequenceOperation.RenameSequence;
import dev.migrate.operation.SequenceOperation.SetSequenceSchema;
import dev.migrate.operation.TableOperation.RenameTable;
import dev.migrate.operation.TableOperation.SetTableSchema;
import dev.migrate.schema.AuxiliaryObject;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Table;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which new names are taken; what renames become is shown with what else is detected. */
class RenamesTest {

    private static final Table USERS = table("users").columns(column("name", text()), column("mood", type("mood")));
    private static final Schema BEFORE = Schema.ofTables(USERS).withEnums(List.of(enumType("mood", "sad", "happy")));
    private static final Schema WANTED = Schema.ofTables(
                    table("accounts").columns(column("full_name", text()), column("mood", type("mood"))))
            .withEnums(List.of(enumType("mood", "unhappy", "happy")));

    @Test
    void aTableGetsNoNameThatNoneIsToHave() {
        assertThatThrownBy(() -> renamed("users:acounts"))
                .isInstanceOf(MigrateException.class)
                .hasMessage("The table users cannot be renamed to acounts: no table is to be called that."
                        + " Check the new name, or map an entity to it.");
    }

    @ParameterizedTest
    @CsvSource({"crm.users, crm.accounts, crm.users:crm.accounts", "users, accounts, public.users:public.accounts"})
    void aNewNameMayHaveTheSchemaThatItIsIn(String before, String after, String rename) {
        Schema from = Schema.ofTables(table(before).columns(column("id", bigint())))
                .withSequences(List.of(sequence(before + "_numbers")));
        Schema to = Schema.ofTables(table(after).columns(column("id", bigint())))
                .withSequences(List.of(sequence(after + "_numbers")));

        assertThat(SchemaDiff.diff(
                                from,
                                to,
                                DiffOptions.ENTITIES.renames(
                                        List.of(rename, rename.replace(":", "_numbers:") + "_numbers")))
                        .operations())
                .containsExactly(
                        new RenameTable(QualifiedName.parse(before), "accounts"),
                        new RenameSequence(QualifiedName.parse(before + "_numbers"), "accounts_numbers"));
    }

    @Test
    void aTableThatIsToBeInAnotherSchemaIsMoved() {
        Schema from = Schema.ofTables(table("users").columns(column("id", bigint())));
        Schema to = Schema.ofTables(table("crm.users").columns(column("id", bigint())));

        assertThat(operations(from, to, "users:crm.users"))
                .containsExactly(new SetTableSchema(QualifiedName.parse("users"), "crm"));
        assertThat(operations(to, from, "crm.users:users"))
                .containsExactly(new SetTableSchema(QualifiedName.parse("crm.users"), null));
        assertThat(operations(to, from, "crm.users:public.users"))
                .containsExactly(new SetTableSchema(QualifiedName.parse("crm.users"), null));
    }

    @Test
    void aTableMovesWithItsSequencesAndMayGetAnotherName() {
        Schema from = Schema.ofTables(table("users").columns(column("id", bigint()), column("number", bigint())))
                .withSequences(List.of(
                        sequence("users_seq"), sequence("users_number_seq").ownedBy("users", "number")));
        Schema to = Schema.ofTables(table("crm.people").columns(column("id", bigint()), column("number", bigint())))
                .withSequences(List.of(
                        sequence("crm.people_seq"),
                        sequence("crm.people_number_seq").ownedBy("crm.people", "number")));

        assertThat(operations(from, to, "users:crm.people"))
                .containsExactly(
                        new SetTableSchema(QualifiedName.parse("users"), "crm"),
                        new SetSequenceSchema(QualifiedName.parse("users_seq"), "crm"),
                        new RenameTable(QualifiedName.parse("crm.users"), "people"),
                        new RenameSequence(QualifiedName.parse("crm.users_number_seq"), "people_number_seq"),
                        new RenameSequence(QualifiedName.parse("crm.users_seq"), "people_seq"));
    }

    @Test
    void aTableMovesNowhereWhereOneOfItsNameIs() {
        Table users = table("users").columns(column("id", bigint()));
        Schema both = Schema.ofTables(users, table("crm.users").columns(column("id", bigint())));

        assertThatThrownBy(() -> operations(both, both, "users:crm.users"))
                .isInstanceOf(MigrateException.class)
                .hasMessage(
                        "The table users cannot be moved to crm.users: the database has a table of that name already");
        assertThatThrownBy(() -> operations(Schema.ofTables(users), Schema.ofTables(users), "users:crm.users"))
                .isInstanceOf(MigrateException.class)
                .hasMessage(
                        "The table users cannot be renamed to crm.users: no table is to be called that. Check the new"
                                + " name, or map an entity to it.");
    }

    private static List<Reversible> operations(Schema from, Schema to, String rename) {
        return SchemaDiff.diff(from, to, DiffOptions.ENTITIES.renames(List.of(rename)))
                .operations();
    }

    @Test
    void aColumnGetsNoNameThatNoneIsToHave() {
        assertThatThrownBy(() -> renamed("users:accounts", "accounts.name:fullname"))
                .isInstanceOf(MigrateException.class)
                .hasMessage("The column accounts.name cannot be renamed to fullname: no column is to be called that."
                        + " Check the new name, or map a column to it.");
    }

    @Test
    void anEnumValueGetsNoNameThatNoneIsToHave() {
        assertThatThrownBy(() -> renamed("mood.sad:unhapy"))
                .isInstanceOf(MigrateException.class)
                .hasMessage("The value mood.sad cannot be renamed to unhapy: no value of the type is to be called that."
                        + " Check the new name, or give it to a constant.");
    }

    @Test
    void whatPartitionsAndChildrenHaveOverAColumnFollowsItsName() {
        Difference difference = SchemaDiff.diff(
                measures("value"),
                measures("amount"),
                DiffOptions.CATALOGS.renames(List.of("measures.value:amount", "letters.value:amount")));

        assertThat(difference.operations())
                .containsExactly(
                        new RenameColumn(QualifiedName.parse("measures"), "value", "amount"),
                        new RenameColumn(QualifiedName.parse("letters"), "value", "amount"));
    }

    /** A partition, one of that, and a table that inherits: each with a check and an index, and one with a policy. */
    private static Schema measures(String column) {
        String policy = "policy positive on measures_rest";
        String definition = policy + " using (" + column + " > 0)";
        return Schema.ofTables(
                        table("measures")
                                .columns(column("day", date()).notNull(), column(column, integer()))
                                .partitionByRange("day"),
                        over(
                                column,
                                table("measures_2024")
                                        .partitionByRange("day")
                                        .partitionOf("measures", "FOR VALUES FROM ('2024-01-01') TO ('2025-01-01')")),
                        over(column, table("measures_rest").partitionOf("measures_2024", "DEFAULT")),
                        table("letters").columns(column(column, integer())),
                        over(
                                column,
                                table("notes").columns(column("body", text())).inherits("letters")))
                .withAuxiliaryObjects(
                        List.of(new AuxiliaryObject(policy, "create " + definition, "drop " + policy, definition)));
    }

    private static Table over(String column, Table table) {
        String name = table.name().name();
        return table.check("ck_" + name, column + " > 0")
                .withIndexes(List.of(index("ix_" + name).on(name, column)));
    }

    @Test
    void theNameInTheEndCounts() {
        assertThat(renamed(
                        "users.name:called",
                        "users:people",
                        "people.called:full_name",
                        "people:accounts",
                        "mood.sad:low",
                        "mood.low:unhappy"))
                .containsExactly(
                        "Renamed column users.name to called",
                        "Renamed table users to people",
                        "Renamed column people.called to full_name",
                        "Renamed table people to accounts",
                        "Renamed value sad of enum type mood to low",
                        "Renamed value low of enum type mood to unhappy");
    }

    @Test
    void aColumnMayBeNamedWithItsTableAsItWasCalledBefore() {
        assertThat(renamed("users:people", "people:accounts", "\"users\".\"name\":\"full_name\""))
                .containsExactly(
                        "Renamed table users to people",
                        "Renamed table people to accounts",
                        "Renamed column accounts.name to full_name");
    }

    @Test
    void theLastOfSeveralRenamesIsTheOneThatIsMistyped() {
        assertThatThrownBy(() -> renamed("users.name:called", "users:accounts", "accounts.called:fullname"))
                .isInstanceOf(MigrateException.class)
                .hasMessage("The column accounts.called cannot be renamed to fullname: no column is to be called that."
                        + " Check the new name, or map a column to it.");
    }

    @Test
    void aValueOfATypeThatOnlyAColumnDefinitionNamesMayGetAnyName() {
        assertThat(DetectedText.of(Renames.of(List.of("mood.sad:low"), BEFORE, Schema.ofTables(USERS), "public")
                        .operations()))
                .containsExactly("Renamed value sad of enum type mood to low");
    }

    private static List<String> renamed(String... renames) {
        return DetectedText.of(
                Renames.of(List.of(renames), BEFORE, WANTED, "public").operations());
    }

    @Test
    void aConstraintIsRenamedWithoutBeingAsked() {
        Table before = table("orders").columns(column("total", integer())).check("c_total", "total > 0");
        Table after = table("orders").columns(column("total", integer())).check("total_is_positive", "total > 0");

        assertThatThrownBy(() -> SchemaDiff.diff(
                        Schema.ofTables(before),
                        Schema.ofTables(after),
                        DiffOptions.ENTITIES.renames(List.of("orders.c_total:total_is_positive"))))
                .hasMessage(
                        "The rename 'orders.c_total:total_is_positive' names a constraint of orders. Leave it out: what"
                                + " differs only in its name is renamed without being asked, and what differs in its definition has"
                                + " to be made anew.");
        assertThat(SchemaDiff.diff(Schema.ofTables(before), Schema.ofTables(after), DiffOptions.ENTITIES)
                        .operations())
                .containsExactly(new RenameConstraint(QualifiedName.parse("orders"), "c_total", "total_is_positive"));
    }

    @Test
    void aRenameOfNothingSaysWhatWasExpected() {
        assertThatThrownBy(() -> SchemaDiff.diff(
                        Schema.EMPTY, Schema.EMPTY, DiffOptions.ENTITIES.renames(List.of("users.name:full_name"))))
                .isInstanceOf(MigrateException.class)
                .hasMessage(
                        "The rename 'users.name:full_name' names neither a table, nor a sequence, nor a column, nor a"
                                + " value of an enum type that the database has. Write the name that is in the database"
                                + " before the colon.");
    }

    @Test
    void aRenameToANameThatIsTakenSaysWhatCanBeDone() {
        Schema present = Schema.ofTables(table("keys").columns(column("key_id", text()), column("api_key", text())));
        DiffOptions renaming = DiffOptions.ENTITIES.renames(List.of("keys.key_id:api_key"));

        assertThatThrownBy(() -> SchemaDiff.diff(present, present, renaming))
                .isInstanceOf(MigrateException.class)
                .hasMessage("The column keys.key_id cannot be renamed to api_key: the table has a column of that name"
                        + " already, and both are mapped. Leave out the rename, or remove the mapping of key_id: then the"
                        + " column that is called api_key now is dropped.");

        Schema other = Schema.ofTables(table("keys").columns(column("apikey", text())));
        assertThatThrownBy(() -> SchemaDiff.diff(present, other, renaming))
                .isInstanceOf(MigrateException.class)
                .hasMessage("The column keys.key_id cannot be renamed to api_key: the table has a column of that name"
                        + " already, and no column is to be called that. Check the new name, or map a column to it.");
    }
}
