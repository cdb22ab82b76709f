package dev.migrate.autogen.diff.ownership;

import static dev.migrate.schema.Definitions.check;
import static dev.migrate.schema.Definitions.column;
import static dev.migrate.schema.Definitions.domain;
import static dev.migrate.schema.Definitions.enumType;
import static dev.migrate.schema.Definitions.exclude;
import static dev.migrate.schema.Definitions.expression;
import static dev.migrate.schema.Definitions.foreignKey;
import static dev.migrate.schema.Definitions.index;
import static dev.migrate.schema.Definitions.key;
import static dev.migrate.schema.Definitions.sequence;
import static dev.migrate.schema.Definitions.table;
import static dev.migrate.schema.Types.bigint;
import static dev.migrate.schema.Types.text;
import static dev.migrate.schema.Types.type;
import static dev.migrate.schema.Types.varchar;
import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.autogen.diff.DiffOptions;
import dev.migrate.autogen.diff.Difference;
import dev.migrate.autogen.diff.SchemaDiff;
import dev.migrate.autogen.diff.renaming.RenameCandidate;
import dev.migrate.autogen.diff.text.DetectedText;
import dev.migrate.ddl.DdlRenderer;
import dev.migrate.ddl.ServerVersion;
import dev.migrate.operation.ColumnOperation.DropColumn;
import dev.migrate.operation.ConstraintOperation.DropConstraint;
import dev.migrate.operation.IndexOperation.DropIndex;
import dev.migrate.operation.Reversible;
import dev.migrate.operation.Statement;
import dev.migrate.operation.TableOperation.DropTable;
import dev.migrate.schema.AuxiliaryObject;
import dev.migrate.schema.Constraint;
import dev.migrate.schema.Index;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Sequence;
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

    @Test
    void aKeyThatAPartitionedTableCannotHaveIsLeftOutWithWhatReferencesIt() {
        Table columns = table("readings")
                .columns(
                        column("id", bigint()).notNull(),
                        column("ts", bigint()),
                        column("code", text()),
                        column("place", text()));
        Table alarms = table("alarms").columns(column("reading_id", bigint()));
        Table present = columns.partitionByRange("ts")
                .primaryKey("readings_pkey", "id", "ts")
                .withIndexes(List.of(index("ix_place").on("readings", "place")));
        Schema database = Schema.ofTables(notNull(present, "ts"), alarms);
        Table declared = columns.primaryKey("readings_pkey", "id")
                .unique("uk_code", "code")
                .unique("uk_code_ts", "code", "ts")
                .withIndexes(List.of(index("ix_place").on("readings", "place").unique()));

        Difference difference = SchemaDiff.diff(
                database,
                Schema.ofTables(
                        declared,
                        alarms.foreignKey(foreignKey("fk_reading", "reading_id").references("readings", "id"))),
                DiffOptions.ENTITIES.created(database));

        assertThat(DetectedText.of(difference.operations()))
                .containsExactly("Added unique constraint uk_code_ts on readings (code, ts)");
        assertThat(difference.demands())
                .containsExactly(
                        "Primary key (id) of table readings isn't written: the table is partitioned by ts, and PostgreSQL"
                                + " requires these columns in each of its keys. Mark the attributes of ts with"
                                + " @PartitionKey, so that Hibernate adds them to the key.",
                        "Unique constraint (code) of table readings isn't written: the table is partitioned by ts, and"
                                + " PostgreSQL requires these columns in each of its keys. Mark the attributes of ts with"
                                + " @PartitionKey, so that Hibernate adds them to the key.",
                        "Unique index (place) of table readings isn't written: the table is partitioned by ts, and"
                                + " PostgreSQL requires these columns in each of its keys. Mark the attributes of ts with"
                                + " @PartitionKey, so that Hibernate adds them to the key.",
                        "Foreign key (reading_id) of table alarms isn't written: it references readings (id), which no"
                                + " key makes unique.");
    }

    private static Table notNull(Table table, String name) {
        return table.withColumns(table.columns().stream()
                .map(column -> column.name().equals(name) ? column.notNull() : column)
                .toList());
    }

    @Test
    void aPartitioningThatAnExistingTableCannotGetIsSaid() {
        Table readings = table("readings").columns(column("id", bigint()), column("ts", bigint()));
        Schema declared = Schema.ofTables(readings.partitionByRange("ts"));

        assertThat(demands(Schema.ofTables(readings), declared))
                .containsExactly("The declared PARTITION BY of table readings isn't written: the table exists, isn't"
                        + " partitioned, and PostgreSQL can't change that. Write a migration that renames it, creates the"
                        + " partitioned one, and copies the rows (mvn migrate:revision).");
        assertThat(demands(Schema.ofTables(readings.partitionByHash("id")), declared))
                .containsExactly("The declared PARTITION BY of table readings isn't written: the table exists, is"
                        + " partitioned otherwise, and PostgreSQL can't change that. Write a migration that renames it,"
                        + " creates the partitioned one, and copies the rows (mvn migrate:revision).");
        assertThat(demands(declared, declared)).isEmpty();
    }

    private static List<String> demands(Schema database, Schema declared) {
        Difference difference = SchemaDiff.diff(database, declared, DiffOptions.ENTITIES.created(database));
        assertThat(difference.operations()).isEmpty();
        return difference.demands();
    }

    private static AuxiliaryObject statement(String sql) {
        return new AuxiliaryObject(sql, sql, "");
    }

    @Test
    void whatThisHistoryDoesNotKnowIsLeftAloneAndSaid() {
        Difference difference = SchemaDiff.diff(
                Schema.ofTables(DECLARED, table("legacy")),
                Schema.EMPTY,
                DiffOptions.ENTITIES.created(Schema.ofTables(DECLARED)));

        assertThat(difference.operations()).containsExactly(new DropTable(DECLARED));
        assertThat(difference.leftAlone()).containsExactly("table legacy");
        assertThat(difference.losses()).containsExactly("The rows of users are lost.");
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
    void thatAColumnWhichStaysAndDemandsAValueRefusesTheApplicationsRowsIsSaid() {
        Table declared = table("tags").columns(column("annotation", text()));
        Table present = table("tags")
                .columns(
                        column("value", text()).notNull(),
                        column("filled", text()).notNull().defaultSql("'x'"),
                        column("optional", text()));

        Difference difference = diff(present, declared, Schema.EMPTY);

        assertThat(difference.leftAlone())
                .containsExactly("column tags.value", "column tags.filled", "column tags.optional");
        assertThat(difference.demands())
                .containsExactly("tags.value stays, is NOT NULL without a default, and isn't mapped: unless a trigger"
                        + " fills it, Hibernate's inserts into tags fail. Say what it is called now"
                        + " (-Dmigrate.rename=tags.value:…), or drop it, let it accept NULL or give it a default in a"
                        + " migration.");
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
                .containsExactly(
                        "Removed index ix_users_labels on users USING gin (labels)", "Removed column users.labels");
        assertThat(DetectedText.of(difference.inverse()))
                .containsExactly(
                        "Added column users.labels", "Added index ix_users_labels on users USING gin (labels)");
    }

    @Test
    void whatAnotherOwnerMadeOfAColumnThatGoesIsMissingInNewDatabases() {
        Table made = DECLARED.columns(column("code", text()));
        Index index = index("ix_users_code").on("users", "code");
        Constraint check = check("code_is_short", "(length(code) < 20)");

        Difference difference =
                diff(made.constraints(check).withIndexes(List.of(index)), DECLARED, Schema.ofTables(made));

        assertThat(difference.operations())
                .containsExactly(
                        new DropIndex(index.ifNotExists()),
                        new DropConstraint(made.name(), check, true),
                        new DropColumn(made.name(), column("code", text())));
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
                        "Removed index ix_users_name on users USING gin (name)",
                        "Added index ix_users_name on users (name)");
    }

    @Test
    void anotherOwnersUniqueIndexServesAsTheConstraintThatAnEntityDeclares() {
        Table wanted = DECLARED.unique("ux_users_name", "name").unique("users_id_name_key", "id", "name");
        Table live = DECLARED.withIndexes(List.of(
                index("ux_users_name").on("users", key("name").desc()).unique(),
                index("another_name").on("users", "id", "name").unique()));

        for (Schema created : List.of(Schema.EMPTY, Schema.ofTables(wanted))) {
            Difference difference = diff(live, wanted, created);

            assertThat(difference.operations()).isEmpty();
            assertThat(difference.leftAlone()).isEmpty();
        }
        assertThat(diff(live, DECLARED, Schema.ofTables(wanted)).leftAlone())
                .as("no longer declared")
                .containsExactly("index ux_users_name on users", "index another_name on users");
    }

    @Test
    void anIndexGivesWayToTheConstraintThatIsDeclaredUnderItsName() {
        Table wanted = DECLARED.unique("ux_users_name", "name");
        Index partial = index("ux_users_name").on("users", "name").unique().where("(id > 0)");

        Difference difference = diff(DECLARED.withIndexes(List.of(partial)), wanted, Schema.EMPTY);

        assertThat(difference.undeclarable()).isEmpty();
        assertThat(DetectedText.of(difference.operations()))
                .containsExactly(
                        "Removed unique index ux_users_name on users (name) WHERE (id > 0)",
                        "Added unique constraint ux_users_name on users (name)");
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
    void aSequenceThatIsStillDeclaredDoesNotGoWithTheTableThatOwnsIt() {
        Schema live = Schema.ofTables(table("tickets").columns(column("id", bigint())))
                .withSequences(List.of(sequence("numbers").ownedBy("tickets", "id")));
        Schema declared = Schema.EMPTY.withSequences(List.of(sequence("numbers")));

        assertThat(DetectedText.of(SchemaDiff.diff(live, declared, DiffOptions.ENTITIES.created(live))
                        .operations()))
                .containsExactly("Changed sequence numbers: owner from tickets.id to none", "Removed table tickets");
        assertThat(SchemaDiff.diff(live, declared, DiffOptions.ENTITIES).operations())
                .as("a table that another owner made, and that stays")
                .isEmpty();
    }

    @Test
    void theTableThatOwnsADeclaredSequenceIsListedOnce() {
        Schema live = Schema.ofTables(table("tickets").columns(column("id", bigint())))
                .withSequences(List.of(sequence("numbers").ownedBy("tickets", "id")));

        assertThat(SchemaDiff.diff(live, Schema.EMPTY.withSequences(List.of(sequence("numbers"))), DiffOptions.ENTITIES)
                        .leftAlone())
                .containsExactly("table tickets");
    }

    @Test
    void aSequenceThatAnotherOwnerMadeForAColumnGoesWithItAndComesBackBeforeIt() {
        Sequence numbers = sequence("users_code_seq").ownedBy("users", "code");
        Table numbered = DECLARED.columns(column("code", bigint()).defaultSql("nextval('users_code_seq'::regclass)"));
        Schema live = Schema.ofTables(numbered).withSequences(List.of(numbers));
        Schema created = Schema.ofTables(DECLARED.columns(column("code", bigint())));

        Difference difference = SchemaDiff.diff(live, Schema.ofTables(DECLARED), DiffOptions.ENTITIES.created(created));

        assertThat(difference.leftAlone()).isEmpty();
        assertThat(statements(difference.operations()))
                .containsExactly(
                        "ALTER TABLE users DROP COLUMN code",
                        // A new database hasn't got it.
                        "DROP SEQUENCE IF EXISTS users_code_seq");
        assertThat(statements(difference.inverse()))
                .containsExactly(
                        "CREATE SEQUENCE IF NOT EXISTS users_code_seq",
                        "ALTER TABLE users ADD COLUMN code bigint DEFAULT nextval('users_code_seq'::regclass)",
                        "ALTER SEQUENCE users_code_seq OWNED BY users.code");
    }

    private static List<String> statements(List<Reversible> operations) {
        DdlRenderer ddl = new DdlRenderer(ServerVersion.ofMajor(ServerVersion.OLDEST_SUPPORTED));
        return operations.stream()
                .flatMap(operation -> ddl.render(operation).stream())
                .map(Statement::sql)
                .toList();
    }

    static Difference diff(Table live, Table declared, Schema created) {
        return SchemaDiff.diff(Schema.ofTables(live), Schema.ofTables(declared), DiffOptions.ENTITIES.created(created));
    }
}
