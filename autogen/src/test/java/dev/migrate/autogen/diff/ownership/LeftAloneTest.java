package dev.migrate.autogen.diff.ownership;

import static dev.migrate.schema.Definitions.check;
import static dev.migrate.schema.Definitions.column;
import static dev.migrate.schema.Definitions.domain;
import static dev.migrate.schema.Definitions.enumType;
import static dev.migrate.schema.Definitions.exclude;
import static dev.migrate.schema.Definitions.expression;
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
import dev.migrate.autogen.diff.renaming.RenameCandidate;
import dev.migrate.autogen.diff.text.DetectedText;
import dev.migrate.schema.AuxiliaryObject;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Table;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the tables of entities have beyond them. */
class LeftAloneTest {

    private static final Table DECLARED = table("users")
            .columns(column("id", bigint()).notNull(), column("name", text()))
            .primaryKey("users_pkey", "id");

    private static final Table WITH_MORE = DECLARED.columns(column("legacy_id", bigint()))
            .unique("users_name_key", "name")
            .constraints(check("name_is_short", "(length(name) < 20)"))
            .withIndexes(List.of(
                    index("ix_users_legacy_id").on("users", "legacy_id"),
                    index("ix_users_name").on("users", "name")));

    @Test
    void aTypeThatAColumnDefinitionNamesStaysWhoeverCreatedIt() {
        Table people = table("people").columns(column("mood", type("feeling")), column("code", type("code")));
        Schema database = Schema.ofTables(people)
                .withEnums(List.of(enumType("mood", "sad"), enumType("level", "low")))
                .withDomains(
                        List.of(domain("feeling", type("mood")), domain("code", text()), domain("unused", text())));

        Difference difference =
                SchemaDiff.diff(database, Schema.ofTables(people), DiffOptions.ENTITIES.created(database));

        assertThat(DetectedText.of(difference.operations()))
                .containsExactly("Removed domain unused", "Removed enum type level");
        assertThat(difference.leftAlone()).isEmpty();
    }

    @Test
    void whatNoCatalogTellsOfIsListedAndNeverWritten() {
        Schema declared = Schema.ofTables(DECLARED)
                .withAuxiliaryObjects(List.of(
                        statement("grant select\n  on users to reader"),
                        statement("insert into users (id, name) values (1, 'root')"),
                        new AuxiliaryObject(
                                "statistics levels", "create statistics levels on id, name from users", "")));

        Difference difference = SchemaDiff.diff(Schema.ofTables(DECLARED), declared, DiffOptions.ENTITIES);

        assertThat(DetectedText.of(difference.operations())).containsExactly("Added statistics levels");
        assertThat(difference.unwritten())
                .containsExactly("grant select on users to reader", "insert into users (id, name) values (1, 'root')");
    }

    @Test
    void partitionsOfPartitionsStayThoughThisHistoryMadeThem() {
        Table visits = table("visits").columns(column("id", bigint())).partitionByRange("id");
        Schema database = Schema.ofTables(
                visits,
                table("old_visits")
                        .partitionOf("visits", "FOR VALUES FROM (1) TO (9)")
                        .partitionByRange("id"),
                table("oldest_visits").partitionOf("old_visits", "DEFAULT"));

        Difference difference =
                SchemaDiff.diff(database, Schema.ofTables(visits), DiffOptions.ENTITIES.created(database));

        assertThat(DetectedText.of(difference.operations())).isEmpty();
    }

    private static AuxiliaryObject statement(String sql) {
        return new AuxiliaryObject(sql, sql, "");
    }

    @Test
    void whatSomebodyElseAddedToAnEntitysTableIsListedAndStays() {
        Difference difference = diff(WITH_MORE, DECLARED, Schema.ofTables(DECLARED));

        assertThat(difference.operations()).isEmpty();
        assertThat(difference.leftAlone())
                .containsExactly(
                        "column users.legacy_id",
                        "constraint users_name_key on users",
                        "constraint name_is_short on users",
                        "index ix_users_legacy_id on users",
                        "index ix_users_name on users");
    }

    @Test
    void theColumnsOfAPrimaryKeyThatStaysStayWithoutNulls() {
        Table tags = table("tags").columns(column("owner", bigint()).notNull(), column("tag", text()));
        Table keyed = tags.withColumns(List.of(
                        column("owner", bigint()).notNull(),
                        column("tag", text()).notNull()))
                .primaryKey("tags_pk", "owner", "tag");

        Difference difference = diff(keyed, tags, Schema.EMPTY);

        assertThat(difference.operations()).isEmpty();
        assertThat(difference.leftAlone()).containsExactly("constraint tags_pk on tags");
    }

    @Test
    void whatThisHistoryAddedToAnEntitysTableGoesWhenTheEntityNoLongerDeclaresIt() {
        Difference difference = diff(WITH_MORE, DECLARED, Schema.ofTables(WITH_MORE));

        assertThat(DetectedText.of(difference.operations()))
                .containsExactly(
                        "Removed index ix_users_legacy_id on users (legacy_id)",
                        "Removed index ix_users_name on users (name)",
                        "Removed unique constraint users_name_key on users (name)",
                        "Removed check name_is_short on users: (length(name) < 20)",
                        "Removed column users.legacy_id");
        assertThat(difference.leftAlone()).isEmpty();
    }

    @Test
    void dropUnknownDropsItWhoeverAddedIt() {
        Difference difference = SchemaDiff.diff(
                Schema.ofTables(WITH_MORE), Schema.ofTables(DECLARED), DiffOptions.ENTITIES.dropUnknown(true));

        assertThat(difference.leftAlone()).isEmpty();
        assertThat(DetectedText.of(difference.operations()))
                .isEqualTo(DetectedText.of(
                        diff(WITH_MORE, DECLARED, Schema.ofTables(WITH_MORE)).operations()));
    }

    @Test
    void whatThisHistoryCreatedUnderAnotherNameIsStillItsOwn() {
        Table before = table("people")
                .columns(column("id", bigint()).notNull(), column("called", text()), column("age", bigint()))
                .primaryKey("users_pkey", "id");

        Difference difference = SchemaDiff.diff(
                Schema.ofTables(before),
                Schema.ofTables(DECLARED),
                DiffOptions.ENTITIES
                        .created(Schema.ofTables(before))
                        .renames(List.of("people:users", "users.called:name")));

        assertThat(DetectedText.of(difference.operations()))
                .containsExactly(
                        "Renamed table people to users",
                        "Renamed column users.called to name",
                        "Removed column users.age");
    }

    @Test
    void anUnknownColumnThatLooksLikeANewOneIsACandidateForARename() {
        Table before = DECLARED.columns(column("full_nam", text()));
        Table after = DECLARED.columns(column("full_name", text()));

        Difference difference = diff(before, after, Schema.ofTables(DECLARED));

        assertThat(difference.leftAlone()).containsExactly("column users.full_nam");
        assertThat(difference.candidates())
                .extracting(RenameCandidate::option)
                .containsExactly("users.full_nam:full_name");
    }

    @Test
    void whatEntitiesHaveNoWordsForStaysWhoeverCreatedIt() {
        Table live = DECLARED.constraints(exclude("users_excl", "name", "="))
                .withIndexes(List.of(
                        index("ix_users_covering").on("users", "name").include("id"),
                        index("ix_users_gin").on("users", "name").using("gin"),
                        index("ix_users_partial").on("users", "name").where("(id > 0)")));

        Difference difference = diff(live, DECLARED, Schema.ofTables(live));

        assertThat(difference.operations()).isEmpty();
        assertThat(difference.leftAlone()).isEmpty();
        assertThat(difference.undeclarable())
                .containsExactly(
                        "constraint users_excl on users (exclusion)",
                        "index ix_users_covering on users (with included columns)",
                        "index ix_users_gin on users (gin)",
                        "index ix_users_partial on users (partial)");
    }

    @Test
    void whatUsesAColumnThatGoesGoesBeforeItAndComesBackBehindIt() {
        Table live = DECLARED.columns(column("labels", text()))
                .withIndexes(
                        List.of(index("ix_users_labels").on("users", "labels").using("gin")));

        Difference difference = diff(live, DECLARED, Schema.ofTables(live));

        assertThat(difference.undeclarable()).isEmpty();
        assertThat(DetectedText.of(difference.operations()))
                .containsExactly("Removed index ix_users_labels on users (labels)", "Removed column users.labels");
        assertThat(DetectedText.of(difference.inverse()))
                .containsExactly("Added column users.labels", "Added index ix_users_labels on users (labels)");
    }

    @Test
    void anIndexThatADeclaredOneChangesByItsNameIsReplaced() {
        Table live = DECLARED.withIndexes(
                List.of(index("ix_users_name").on("users", "name").using("gin")));
        Table wanted = DECLARED.withIndexes(List.of(index("ix_users_name").on("users", "name")));

        Difference difference = diff(live, wanted, Schema.EMPTY);

        assertThat(difference.undeclarable()).isEmpty();
        assertThat(DetectedText.of(difference.operations()))
                .containsExactly(
                        "Removed index ix_users_name on users (name)", "Added index ix_users_name on users (name)");
    }

    @Test
    void anUnknownForeignKeyGoesWithTheTableThatItReferences() {
        Table teams = table("teams").columns(column("id", bigint()).notNull()).primaryKey("teams_pkey", "id");
        Table live = DECLARED.foreignKey(foreignKey("users_id_fkey", "id").references("teams", "id"));

        Difference difference = SchemaDiff.diff(
                Schema.ofTables(live, teams),
                Schema.ofTables(DECLARED),
                DiffOptions.ENTITIES.created(Schema.ofTables(DECLARED, teams)));

        assertThat(difference.leftAlone()).isEmpty();
        assertThat(DetectedText.of(difference.operations()))
                .containsExactly("Removed foreign key users_id_fkey on users (id) to teams", "Removed table teams");
    }

    @Test
    void anUnknownForeignKeyStaysWithWhateverElseStays() {
        Table countries =
                table("countries").columns(column("id", bigint()).notNull()).primaryKey("countries_pkey", "id");
        Table teams = table("teams").columns(column("id", bigint()).notNull()).primaryKey("teams_pkey", "id");
        Table live = DECLARED.foreignKey(foreignKey("to_unknown_table", "id").references("countries", "id"))
                .foreignKey(foreignKey("to_unread_schema", "id").references("audit.countries", "id"))
                .foreignKey(foreignKey("to_unknown_column", "id").references("teams", "number"))
                .foreignKey(foreignKey("to_dropped_column", "id").references("teams", "code"));
        Table liveTeams = teams.columns(column("number", bigint()), column("code", bigint()))
                .unique("teams_number_key", "number");
        Table createdTeams = teams.columns(column("code", bigint()));

        Difference difference = SchemaDiff.diff(
                Schema.ofTables(live, countries, liveTeams),
                Schema.ofTables(DECLARED, teams),
                DiffOptions.ENTITIES.created(Schema.ofTables(DECLARED, createdTeams)));

        assertThat(DetectedText.of(difference.operations()))
                .containsExactly(
                        "Removed foreign key to_dropped_column on users (id) to teams", "Removed column teams.code");
        assertThat(difference.leftAlone())
                .containsExactly(
                        "column teams.number",
                        "constraint teams_number_key on teams",
                        "constraint to_unknown_table on users",
                        "constraint to_unread_schema on users",
                        "constraint to_unknown_column on users",
                        "table countries");
    }

    @Test
    void whatCastsToATypeStaysWhenAColumnGoesThatIsCalledLikeTheType() {
        Table wanted = table("posts").columns(column("email", varchar(100)));
        Table created = wanted.columns(column("text", varchar(50)));
        Table live = created.constraints(check("is_address", "((email)::text ~~ '%@%'::text)"))
                .constraints(check("is_long", "(length((text)::text) > 3)"))
                .withIndexes(List.of(index("ix_lower")
                        .on("posts", expression("lower((email)::text)"))
                        .unique()));

        Difference difference = diff(live, wanted, Schema.ofTables(created));

        assertThat(DetectedText.of(difference.operations()))
                .containsExactly(
                        "Removed check is_long on posts: (length((text)::text) > 3)", "Removed column posts.text");
        assertThat(difference.leftAlone()).containsExactly("constraint is_address on posts", "index ix_lower on posts");
    }

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

        Difference difference = diff(live, declared, Schema.ofTables(declared));

        assertThat(difference.losses())
                .containsExactly(
                        "Fails, or cuts, where a value of bills.paid does not fit: char(1) becomes boolean.",
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

        Difference difference = diff(live, declared, Schema.ofTables(declared));

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
                        view("all_bills", "SELECT id FROM bills UNION SELECT id FROM old_bills")));

        Difference difference = SchemaDiff.diff(
                before, Schema.ofTables(declared), DiffOptions.ENTITIES.created(Schema.ofTables(live, old)));

        assertThat(difference.losses())
                .containsExactly(
                        "Fails, or cuts, where a value of bills.name does not fit: text becomes varchar(9).",
                        "The values of bills.paid are lost.",
                        "Fails if view paid_bills needs bills.paid: change or drop such ones before.",
                        "The rows of old_bills are lost.",
                        "Fails if view all_bills needs old_bills: change or drop such ones before.");
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

        assertThat(diff(live, declared, Schema.ofTables(created)).losses())
                .containsExactly(
                        "Fails, or cuts, where a value of bills.state does not fit: varchar(9) becomes varchar(4).",
                        "Refuses each row that gets the default of bills.state, since 'RECEIVED' is longer than varchar(4):"
                                + " set another, or drop it.",
                        "Fails, or cuts, where a value of bills.kind does not fit: varchar(9) becomes varchar(4).");
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
                        column("state", text()).defaultSql("'OPEN'::text"),
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
                        "Fails, or cuts, where a value of bills.paid does not fit: char(1) becomes boolean.",
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

        assertThat(diff(live, declared, Schema.ofTables(live)).losses())
                .containsExactly("Fails while a row of bills holds 'PAID' or 'IT''S', which bills_state_check no longer"
                        + " lists: give such rows another value first.");
    }

    private static Difference diff(Table live, Table declared, Schema created) {
        return SchemaDiff.diff(Schema.ofTables(live), Schema.ofTables(declared), DiffOptions.ENTITIES.created(created));
    }
}
