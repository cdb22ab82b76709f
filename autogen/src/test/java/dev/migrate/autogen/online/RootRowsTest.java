package dev.migrate.autogen.online;

import static dev.migrate.schema.Definitions.column;
import static dev.migrate.schema.Definitions.foreignKey;
import static dev.migrate.schema.Definitions.table;
import static dev.migrate.schema.Types.bigint;
import static dev.migrate.schema.Types.integer;
import static dev.migrate.schema.Types.varchar;
import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.autogen.diff.DiffOptions;
import dev.migrate.autogen.diff.SchemaDiff;
import dev.migrate.autogen.java.MigrationFile;
import dev.migrate.autogen.java.MigrationWriter;
import dev.migrate.schema.Column;
import dev.migrate.schema.MappingFacts;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.RootDiscriminator;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Table;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A discriminator that comes with the first subclass of an entity. */
class RootRowsTest {

    private static final Table PERSON =
            table("person").columns(column("id", bigint()).notNull()).primaryKey("person_pkey", "id");
    private static final Column DTYPE = column("dtype", varchar(31)).notNull();
    private static final Table EMPLOYEE = table("employee")
            .columns(column("id", bigint()).notNull(), column("salary", integer()))
            .primaryKey("employee_pkey", "id");
    private static final Table PROFILE = table("profile")
            .columns(column("id", bigint()).notNull())
            .primaryKey("profile_pkey", "id")
            .foreignKey(foreignKey("profile_id_fkey", "id").references("person", "id"));

    @Test
    void rowsThatAreThereAreTheRootsAndTheFileSaysSo() {
        OnlineRewrite rewrite =
                rewrite(List.of(PERSON), List.of(PERSON.columns(DTYPE, column("salary", integer()))), ONLINE);

        assertThat(rewrite.preconditions())
                .containsExactly(
                        "All rows of person are taken for Person, whose first subclasses come with this"
                                + " migration. If some are others', generate again with '-Dmigrate.backfill=person.dtype=<SQL>'.");
        assertThat(upgrade(rewrite)).isEqualTo("""
                    public void upgrade(Operations op) {
                        // NULL at first, so that existing rows can get a value below.
                        op.addColumn("person", column("dtype", varchar(31)));

                        op.addColumn("person", column("salary", integer()));

                        // All rows of person are taken for Person, whose first subclasses come with this migration. If some
                        // are others', generate again with '-Dmigrate.backfill=person.dtype=<SQL>'.
                        // Filled twice: once the check is there, no row without a value comes in any more.
                        // The check is validated outside a transaction while writes go on; NOT NULL then relies on it instead
                        // of reading the table under a lock.
                        op.backfill(backfill("person").setSql("dtype", "'it''s one'").where("dtype IS NULL"));
                        op.addCheck("person", check("person_dtype_not_null_check", "dtype IS NOT NULL").notValid());
                        op.backfill(backfill("person").setSql("dtype", "'it''s one'").where("dtype IS NULL"));
                        op.outsideTransaction(() -> op.validateConstraint("person", "person_dtype_not_null_check"));
                        op.alterColumn("person", alter("dtype").notNull());
                        op.dropConstraint("person", "person_dtype_not_null_check");
                    }
                """);
    }

    @Test
    void whatIsGivenWins() {
        OnlineRewrite rewrite = rewrite(
                List.of(PERSON),
                List.of(PERSON.columns(DTYPE)),
                ONLINE.online(false).backfill(List.of("person.dtype='Other'")));

        assertThat(rewrite.preconditions()).isEmpty();
        assertThat(upgrade(rewrite)).contains("setSql(\"dtype\", \"'Other'\")").doesNotContain("taken for");
    }

    @Test
    void aNumberIsWrittenAsOne() {
        Column kind = column("dtype", integer()).notNull();

        assertThat(upgrade(rewrite(List.of(PERSON), List.of(PERSON.columns(kind)), ONLINE.online(false), "-7")))
                .contains("op.update(update(\"person\").setSql(\"dtype\", \"-7\").where(\"dtype IS NULL\"));");
    }

    @Test
    void aTableThatJoinsByItsKeyAndStaysIsNoSubclasses() {
        assertThat(isFilled(List.of(PERSON, PROFILE), List.of(PERSON.columns(DTYPE), PROFILE)))
                .isTrue();
    }

    @Test
    void whereRowsOfSubclassesMayBeThereTheyAreAskedFor() {
        // The superclass is new, and its subclass had the table to itself.
        assertThat(isFilled(
                        List.of(PERSON.columns(column("salary", integer()))),
                        List.of(PERSON.columns(DTYPE, column("salary", integer())))))
                .isFalse();
        // Joined subclasses get a discriminator.
        assertThat(isFilled(List.of(PERSON, EMPLOYEE), List.of(PERSON.columns(DTYPE), EMPLOYEE)))
                .isFalse();
        // Joined subclasses move into the table of the root.
        assertThat(isFilled(List.of(PERSON, EMPLOYEE), List.of(PERSON.columns(DTYPE, column("salary", integer())))))
                .isFalse();
        assertThat(isFilled(List.of(PERSON, PROFILE), List.of(PERSON.columns(DTYPE))))
                .isFalse();
    }

    private static final OnlineOptions ONLINE = OnlineOptions.ONLINE;

    private static boolean isFilled(List<Table> before, List<Table> after) {
        return upgrade(rewrite(before, after, ONLINE)).contains("setSql(\"dtype\", \"'it''s one'\")");
    }

    private static OnlineRewrite rewrite(List<Table> before, List<Table> after, OnlineOptions options) {
        return rewrite(before, after, options, "it's one");
    }

    private static OnlineRewrite rewrite(List<Table> before, List<Table> after, OnlineOptions options, String value) {
        RootDiscriminator root = new RootDiscriminator(
                PERSON.name(), "dtype", "Person", value, Set.of("salary"), Set.of(QualifiedName.parse("employee")));
        return OnlineRewrite.of(
                SchemaDiff.diff(
                        Schema.ofTables(before.toArray(Table[]::new)),
                        Schema.ofTables(after.toArray(Table[]::new))
                                .withMapping(new MappingFacts(
                                        List.of(), List.of(), List.of(root), List.of(), Set.of(), List.of())),
                        DiffOptions.CATALOGS),
                options);
    }

    private static String upgrade(OnlineRewrite rewrite) {
        String source = MigrationWriter.write(
                rewrite.applyTo(MigrationFile.of("", "R1", "1", "Subclass", "2026-01-01T00:00:00Z")));
        int start = source.indexOf("    public void upgrade");
        return source.substring(start, source.indexOf("    @Override", start)).stripTrailing() + "\n";
    }
}
