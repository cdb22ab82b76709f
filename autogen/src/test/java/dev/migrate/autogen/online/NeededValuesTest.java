package dev.migrate.autogen.online;

import static dev.migrate.schema.Definitions.column;
import static dev.migrate.schema.Definitions.table;
import static dev.migrate.schema.Types.bigint;
import static dev.migrate.schema.Types.integer;
import static dev.migrate.schema.Types.timestamptz;
import static dev.migrate.schema.Types.varchar;
import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.autogen.diff.DiffOptions;
import dev.migrate.autogen.diff.SchemaDiff;
import dev.migrate.autogen.java.MigrationFile;
import dev.migrate.autogen.java.MigrationWriter;
import dev.migrate.schema.Column;
import dev.migrate.schema.MappingFacts;
import dev.migrate.schema.NeededValue;
import dev.migrate.schema.NeededValue.Marker;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Table;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A new column that accepts NULL, which its entity's property can't hold. */
class NeededValuesTest {

    private static final Table BEFORE = table("users").columns(column("id", bigint()));

    @Test
    void thatRowsHaveNoValueForAPrimitiveIsSaidInTheFileAndInTheSummary() {
        OnlineRewrite rewrite = rewrite(Schema.ofTables(BEFORE), column("Age", integer()), OnlineOptions.ONLINE);

        assertThat(rewrite.preconditions())
                .containsExactly("Rows of User that are there have no value for users.Age: its property is a primitive,"
                        + " and Hibernate can't read them. Fill them in the file, or run again with -Dmigrate.overwrite"
                        + " '-Dmigrate.backfill=users.Age=<SQL>'.");
        assertThat(MigrationWriter.write(
                        rewrite.applyTo(MigrationFile.of("", "R1", "1", "Age", "2026-01-01T00:00:00Z"))))
                .contains("""
                            public void upgrade(Operations op) {
                                // Rows of User that are there have no value for users.Age: its property is a primitive, and Hibernate
                                // can't read them. Fill them in the file, or run again with -Dmigrate.overwrite
                                // '-Dmigrate.backfill=users.Age=<SQL>'.
                                op.addColumn("users", column("Age", integer()));
                            }
                        """);
    }

    @Test
    void whatHasAValueNeedsNoWordAndANewTableHasNoRows() {
        Schema before = Schema.ofTables(BEFORE);
        Column age = column("Age", integer());

        assertThat(Stream.of(
                                rewrite(before, age.defaultValue(0), OnlineOptions.ONLINE),
                                rewrite(before, age, OnlineOptions.ONLINE.backfill(List.of("users.Age=0"))),
                                rewrite(Schema.EMPTY, age, OnlineOptions.ONLINE))
                        .flatMap(rewrite -> rewrite.preconditions().stream()))
                .isEmpty();
    }

    @Test
    void thatAMomentIsNullWithoutItsZoneIsSaidWhereItHasValues() {
        Table users = BEFORE.columns(column("seen", timestamptz()));
        Schema declared = Schema.ofTables(users.columns(column("seen_tz", integer())))
                .withMapping(new MappingFacts(
                        List.of(), List.of(new NeededValue(users.name(), "seen_tz", "User", "seen", null))));

        assertThat(Stream.of(users, BEFORE)
                        .map(before -> SchemaDiff.diff(Schema.ofTables(before), declared, DiffOptions.ENTITIES))
                        .flatMap(difference ->
                                OnlineRewrite.of(difference, OnlineOptions.ONLINE).preconditions().stream()))
                .containsExactly("Rows of User that are there have no value for users.seen_tz: without its zone, in"
                        + " seconds, Hibernate reads seen as null. Fill them in the file, or run again"
                        + " with -Dmigrate.overwrite '-Dmigrate.backfill=users.seen_tz=<SQL>'.");
    }

    @Test
    void aClassThatTheTableKeptOutHasNoRows() {
        Table users = BEFORE.columns(column("kind", varchar(31)).notNull());
        Table before = users.check("users_kind_check", "kind IN ('User', 'Admin')");
        Table after = users.columns(column("level", integer()))
                .check("users_kind_check", "kind IN ('User', 'Admin', 'Guest')");

        assertThat(preconditions(before, after, "Guest")).isEmpty();
        assertThat(preconditions(
                        users.check(
                                "users_kind_check",
                                "((kind)::text = ANY ((ARRAY['User'::character varying, 'Admin'::character"
                                        + " varying])::text[]))"),
                        after,
                        "Guest"))
                .isEmpty();
        assertThat(preconditions(before, after, "Admin")).hasSize(1);
        assertThat(preconditions(users, after, "Guest")).hasSize(1);
        assertThat(preconditions(users.check("users_kind_check", "kind <> ''"), after, "Guest"))
                .hasSize(1);
    }

    private static List<String> preconditions(Table before, Table after, String entity) {
        Marker marker = new Marker("kind", Set.of(entity), Set.of("User", entity.equals("Guest") ? "Admin" : "Guest"));
        Schema declared = Schema.ofTables(after)
                .withMapping(new MappingFacts(
                        List.of(), List.of(new NeededValue(BEFORE.name(), "level", entity, null, marker))));
        return OnlineRewrite.of(
                        SchemaDiff.diff(Schema.ofTables(before), declared, DiffOptions.ENTITIES), OnlineOptions.ONLINE)
                .preconditions()
                .stream()
                .filter(warning -> warning.startsWith("Rows of"))
                .toList();
    }

    private static OnlineRewrite rewrite(Schema before, Column added, OnlineOptions options) {
        Schema declared = Schema.ofTables(BEFORE.columns(added))
                .withMapping(new MappingFacts(
                        List.of(), List.of(new NeededValue(BEFORE.name(), "Age", "User", null, null))));
        return OnlineRewrite.of(SchemaDiff.diff(before, declared, DiffOptions.ENTITIES), options);
    }
}
