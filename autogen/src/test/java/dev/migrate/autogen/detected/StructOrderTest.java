package dev.migrate.autogen.detected;

import static dev.migrate.schema.Definitions.*;
import static dev.migrate.schema.Types.type;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.MigrateException;
import dev.migrate.autogen.diff.Difference;
import dev.migrate.ddl.DdlRenderer;
import dev.migrate.ddl.ServerVersion;
import dev.migrate.operation.Operation;
import dev.migrate.operation.Reversible;
import dev.migrate.operation.Statement;
import dev.migrate.schema.AuxiliaryObject;
import dev.migrate.schema.Schema;
import dev.migrate.testing.PostgresTest;
import dev.migrate.testing.SchemaDump;
import dev.migrate.testing.TestDatabase;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Hibernate reads and writes the values of a struct by the positions of its attributes. */
@PostgresTest
class StructOrderTest {

    private static final String BEFORE = """
            CREATE TYPE place AS (number integer, "Street, old" varchar(40), zip text);
            CREATE TYPE trip AS (goal place, title text);
            CREATE TABLE items (id integer, place place, trip trip,
                CONSTRAINT numbers CHECK ((place).number > 0));
            CREATE INDEX ix ON items (((place).zip));
            INSERT INTO items VALUES (1, '(4,"a, b",z)', '("(7,,)",t)'), (2, '(,,)', '(,)'), (3, null, null);
            """;

    private static final String COLLATED = """
            CREATE TYPE "Kind" AS ENUM ('A', 'B');
            CREATE TYPE place AS (code text COLLATE "C", "Its kind" "Kind", zip text COLLATE "C", city text);
            CREATE TABLE items (id integer, place place);
            INSERT INTO items VALUES (1, '(a,A,z,"c, d")');
            """;

    private static final String ROWS = "SELECT place, trip FROM items ORDER BY id";

    private static AuxiliaryObject struct(String name, String attributes) {
        return new AuxiliaryObject(
                        "type " + name, "create type " + name + " as (" + attributes + ")", "drop type " + name)
                .inOrder();
    }

    private static Schema declared(String place, String column) {
        return Schema.ofTables(table("items")
                        .columns(
                                column("id", type("integer")),
                                column("place", type(column)),
                                column("trip", type("trip")))
                        .check("numbers", "(place).number > 0")
                        .withIndexes(List.of(index("ix").on("items", expression("(place).zip")))))
                .withAuxiliaryObjects(List.of(struct("place", place), struct("trip", "goal place, title text")));
    }

    private static Schema collated(String attributes, String... kinds) {
        return Schema.ofTables(table("items").columns(column("id", type("integer")), column("place", type("place"))))
                .withEnums(List.of(enumType("Kind", kinds)))
                .withAuxiliaryObjects(List.of(struct("place", attributes)));
    }

    private static String sql(List<? extends Operation> operations) {
        DdlRenderer ddl = new DdlRenderer(ServerVersion.ofMajor(ServerVersion.OLDEST_SUPPORTED));
        return operations.stream()
                .flatMap(operation -> ddl.render(operation).stream())
                .map(Statement::sql)
                .collect(Collectors.joining(";\n"));
    }

    private static List<Reversible> back(List<Reversible> operations) {
        List<Reversible> back = new ArrayList<>(operations);
        Collections.reverse(back);
        return back.stream().map(Reversible::inverse).toList();
    }

    @Test
    void anAttributeComesToItsPlaceAndValuesKeepTheirNamesBothWays(TestDatabase database) throws Exception {
        database.execute(BEFORE);
        String rows = database.query(ROWS);
        Schema declared = declared("age int, number int, zip text, \"Street, old\" varchar(40)", "place");
        try (Connection connection = database.connect()) {
            String dump = SchemaDump.of(connection);
            List<Reversible> operations =
                    Detected.difference(connection, declared, List.of()).operations();

            database.execute(sql(operations));

            assertThat(database.query(ROWS)).isEqualTo("""
                    (,4,z,"a, b")|("(,7,,)",t)
                    (,,,)|(,)
                    null|null""");
            assertThat(Detected.difference(connection, declared, List.of()).operations())
                    .as("what still differs")
                    .isEmpty();

            database.execute(sql(back(operations)));

            assertThat(database.query(ROWS)).isEqualTo(rows);
            assertThat(SchemaDump.of(connection)).isEqualTo(dump);
        }
    }

    @Test
    void anAttributesCollationIsKeptWhereNoneIsDeclaredAndComparedWhereOneIs(TestDatabase database) throws Exception {
        database.execute(COLLATED);
        Schema declared = collated(
                "code varchar(20), \"Its kind\" \"Kind\", zip text collate \"POSIX\", city text collate \"C\"",
                "A",
                "B");
        try (Connection connection = database.connect()) {
            String dump = SchemaDump.of(connection);
            List<Reversible> operations =
                    Detected.difference(connection, declared, List.of()).operations();

            assertThat(sql(operations)).contains("""
                    ALTER TYPE place ALTER ATTRIBUTE code TYPE character varying(20) COLLATE "C", \
                    ALTER ATTRIBUTE zip TYPE text COLLATE "POSIX", ALTER ATTRIBUTE city TYPE text COLLATE "C";""");
            database.execute(sql(operations));
            assertThat(Detected.difference(connection, declared, List.of()).operations())
                    .as("what still differs")
                    .isEmpty();
            database.execute(sql(back(operations)));

            assertThat(SchemaDump.of(connection)).isEqualTo(dump);
            assertThat(database.query("SELECT place FROM items")).isEqualTo("(a,A,z,\"c, d\")");
        }
    }

    @Test
    void aTypeThatIsMadeAnewWithItsEnumKeepsItsCollations(TestDatabase database) throws Exception {
        database.execute(COLLATED);
        Schema declared = collated("code text, \"Its kind\" \"Kind\", zip text, city text", "A");
        try (Connection connection = database.connect()) {
            String dump = SchemaDump.of(connection);
            List<Reversible> operations =
                    Detected.difference(connection, declared, List.of()).operations();
            database.execute(sql(operations));
            String changed = SchemaDump.of(connection);
            database.execute(sql(back(operations)));

            assertThat(changed.lines().filter(line -> line.contains("collate")).toList())
                    .isNotEmpty()
                    .isEqualTo(dump.lines()
                            .filter(line -> line.contains("collate"))
                            .toList());
            assertThat(SchemaDump.of(connection)).isEqualTo(dump);
            assertThat(database.query("SELECT place FROM items")).isEqualTo("(a,A,z,\"c, d\")");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"json", "jsonb"})
    void aDocumentBecomesARowByTheNamesInItAndComesBack(String type, TestDatabase database) throws Exception {
        database.execute(
                "CREATE TABLE items (id integer, place " + type + ");"
                        + "INSERT INTO items VALUES (1, '{\"zip\": \"a, b\", \"number\": 4}'), (2, '{\"number\": 5}'), (3, null)");
        Schema declared = Schema.ofTables(
                        table("items").columns(column("id", type("integer")), column("place", type("place"))))
                .withAuxiliaryObjects(List.of(struct("place", "number integer, zip text")));
        try (Connection connection = database.connect()) {
            Difference difference = Detected.difference(connection, declared, List.of());
            List<Reversible> operations = difference.operations();
            assertThat(difference.losses())
                    .containsExactly(
                            "Leaves out what a document in items.place has by a name that place has no attribute"
                                    + " of, and fails where a value does not fit: " + type + " becomes place.");
            assertThat(difference.reversed().losses()).isEmpty();
            database.execute(sql(operations));

            assertThat(database.query("SELECT place FROM items ORDER BY id")).isEqualTo("(4,\"a, b\")\n(5,)\nnull");

            database.execute(sql(back(operations)));

            assertThat(database.query(
                            "SELECT place ->> 'number', place ->> 'zip', place IS NULL FROM items ORDER BY id"))
                    .isEqualTo("4|a, b|f\n5|null|f\nnull|null|t");
        }
    }

    @Test
    void onlyTheOrderDiffers(TestDatabase database) throws Exception {
        database.execute(BEFORE);
        try (Connection connection = database.connect()) {
            Difference difference = Detected.difference(
                    connection, declared("number int, zip text, \"Street, old\" varchar(40)", "place"), List.of());

            database.execute(sql(difference.operations()));

            assertThat(database.query(ROWS)).isEqualTo("""
                    (4,z,"a, b")|("(7,,)",t)
                    (,,)|(,)
                    null|null""");
        }
    }

    @Test
    void anAttributeOfAnotherTypeKeepsWhatItMeansBothWays(TestDatabase database) throws Exception {
        database.execute("""
                CREATE TYPE stay AS (last numeric(21,0), key uuid, open boolean, title text);
                CREATE TYPE trip AS (stay stay, note bytea);
                CREATE TABLE items (id integer, stay stay, trip trip);
                INSERT INTO items VALUES
                    (1, '(1500000000,a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11,t,x)', '("(,,f,)","\\\\x616263")'), (2, null, null);
                """);
        String rows = database.query("SELECT stay, trip FROM items ORDER BY id");
        Schema declared = Schema.ofTables(table("items")
                        .columns(
                                column("id", type("integer")),
                                column("stay", type("stay")),
                                column("trip", type("trip"))))
                .withAuxiliaryObjects(List.of(
                        struct("stay", "last interval second(6), key bytea, open char(1), title text, more int"),
                        struct("trip", "stay stay, note text")));
        try (Connection connection = database.connect()) {
            List<Reversible> operations =
                    Detected.difference(connection, declared, List.of()).operations();

            database.execute(sql(operations));

            assertThat(database.query("SELECT stay, trip FROM items ORDER BY id"))
                    .isEqualTo("""
                    (00:00:01.5,"\\\\xa0eebc999c0b4ef8bb6d6bb9bd380a11",Y,x,)|("(,,N,,)",abc)
                    null|null""");
            assertThat(Detected.difference(connection, declared, List.of()).operations())
                    .as("what still differs")
                    .isEmpty();

            database.execute(sql(back(operations)));

            assertThat(database.query("SELECT stay, trip FROM items ORDER BY id"))
                    .isEqualTo(rows);
        }
    }

    @Test
    void anAttributeThatGoesComesBackBehindOneOfAnotherTypeWhereTheOrderDoesNotCount(TestDatabase database)
            throws Exception {
        database.execute("""
                CREATE TYPE stay AS (last numeric(21,0), gone integer, title text);
                CREATE TABLE items (id integer, stay stay);
                INSERT INTO items VALUES (1, '(1500000000,5,x)');
                """);
        Schema declared = Schema.ofTables(
                        table("items").columns(column("id", type("integer")), column("stay", type("stay"))))
                .withAuxiliaryObjects(List.of(new AuxiliaryObject(
                        "type stay", "create type stay as (last interval second(6), title text)", "drop type stay")));
        try (Connection connection = database.connect()) {
            List<Reversible> operations =
                    Detected.difference(connection, declared, List.of()).operations();

            database.execute(sql(operations));
            assertThat(database.query("SELECT stay FROM items")).isEqualTo("(00:00:01.5,x)");

            database.execute(sql(back(operations)));
            assertThat(database.query("SELECT stay FROM items")).isEqualTo("(1500000000,x,)");
        }
    }

    @Test
    void anAttributeThatIsTheLastOneComesWithoutTheRowsBeingRead(TestDatabase database) throws Exception {
        database.execute(BEFORE);
        try (Connection connection = database.connect()) {
            Difference difference = Detected.difference(
                    connection,
                    declared("number int, \"Street, old\" varchar(40), zip text, zone text", "place"),
                    List.of());

            assertThat(sql(difference.operations())).isEqualTo("ALTER TYPE place ADD ATTRIBUTE zone text");
        }
    }

    @Test
    void anArrayOfTheTypeIsNamedBeforeAnythingChanges(TestDatabase database) throws Exception {
        database.execute(BEFORE + "ALTER TABLE items ADD places place[]");
        try (Connection connection = database.connect()) {
            assertThatThrownBy(() -> Detected.difference(
                            connection, declared("age int, number int, zip text", "place"), List.of()))
                    .isInstanceOf(MigrateException.class)
                    .hasMessage(
                            "The attributes of the type place have to change their places or what they mean, by which"
                                    + " Hibernate reads and writes them, and items.places is an array of it, whose values no statement reads"
                                    + " anew. Move its values to a column of another type (to_jsonb) in a migration of its own,"
                                    + " and back (jsonb_populate_record) behind the one that is generated then.");
        }
    }
}
