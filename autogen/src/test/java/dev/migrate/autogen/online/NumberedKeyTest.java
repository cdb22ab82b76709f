package dev.migrate.autogen.online;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.Migrate;
import dev.migrate.schema.NumberedTables;
import dev.migrate.schema.QualifiedName;
import dev.migrate.testing.PostgresTest;
import dev.migrate.testing.TestDatabase;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tables whose rows are there, and whose key becomes another one, or a number, as a sequence begins to number it. */
@PostgresTest
class NumberedKeyTest {

    @TempDir
    private Path classes;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            id varchar(20) PRIMARY KEY, number bigint  | id bigint PRIMARY KEY, number bigint           | ('30', 1)
            id numeric(38) PRIMARY KEY, number bigint  | id bigint PRIMARY KEY, number bigint           | (30, 1)
            id numeric(38) PRIMARY KEY, number bigint  | id numeric(38) PRIMARY KEY, number bigint      | (30, 1)
            id bigint PRIMARY KEY, number bigint       | id bigint, number bigint PRIMARY KEY           | (1, 30)
            id text PRIMARY KEY, number integer        | id text, number bigint PRIMARY KEY             | ('x', 30)
            id text PRIMARY KEY, number varchar(9)     | id text, number bigint PRIMARY KEY             | ('x', '30')
            id bigint, number bigint, PRIMARY KEY (id, number) | id bigint, number bigint PRIMARY KEY | (1, 30)
            """)
    void aSequenceGoesOnBehindTheKeyThatItNumbers(
            String before, String after, String row, TestDatabase database, TestDatabase other) throws Exception {
        database.execute("CREATE TABLE parts (" + before + "); INSERT INTO parts VALUES " + row);
        other.execute("CREATE TABLE parts (" + after + "); CREATE SEQUENCE part_numbers INCREMENT 50");

        migrate(database, other, OnlineOptions.ONLINE).upgrade("head");

        assertThat(database.query("SELECT nextval('part_numbers')")).isEqualTo("80");
    }

    @Test
    void aSequenceGoesOnBehindTheKeysThatRowsAreFilledWith(TestDatabase database, TestDatabase other) throws Exception {
        database.execute("CREATE TABLE parts (name text PRIMARY KEY); INSERT INTO parts VALUES ('thirty'), ('six')");
        other.execute(
                "CREATE TABLE parts (name text, id bigint PRIMARY KEY); CREATE SEQUENCE part_numbers INCREMENT 50");

        migrate(database, other, OnlineOptions.ONLINE.backfill(List.of("parts.id=length(name) * 10")))
                .upgrade("head");

        assertThat(database.query("SELECT nextval('part_numbers')")).isEqualTo("110");
    }

    @Test
    void onTheWayBackTheSequenceGoesOnBehindTheKeyThatWas(TestDatabase database, TestDatabase other) throws Exception {
        database.execute("""
                CREATE TABLE parts (name text NOT NULL, id bigint PRIMARY KEY);
                CREATE SEQUENCE parts_seq INCREMENT 50;
                INSERT INTO parts VALUES ('x', 30)""");
        other.execute("CREATE TABLE parts (name text PRIMARY KEY, id bigint NOT NULL)");

        Migrate migrate = new OnlineProof(database, other, OnlineOptions.ONLINE).compiled(classes);
        migrate.upgrade("head");
        migrate.downgrade("base");

        assertThat(database.query("SELECT nextval('parts_seq')")).isEqualTo("80");
    }

    @Test
    void onTheWayBackSequencesOfWhichNobodyKnowsWhatTheyNumberedGoOnBehindAllThatTheyMay(
            TestDatabase database, TestDatabase other) throws Exception {
        database.execute("""
                CREATE SEQUENCE numbers;
                CREATE SEQUENCE more_numbers INCREMENT 50;
                CREATE TABLE cats (id bigint PRIMARY KEY);
                CREATE TABLE dogs (id bigint PRIMARY KEY);
                CREATE TABLE notes (id bigint PRIMARY KEY);
                INSERT INTO notes VALUES (1000)""");
        other.execute("""
                CREATE TABLE cats (id bigint PRIMARY KEY);
                CREATE TABLE dogs (id bigint PRIMARY KEY);
                CREATE TABLE notes (id bigint PRIMARY KEY);
                CREATE SEQUENCE cats_seq;
                CREATE SEQUENCE dogs_seq""");

        Migrate migrate = new OnlineProof(
                        database,
                        other,
                        List.of(numbered("cats_seq", "cats"), numbered("dogs_seq", "dogs")),
                        OnlineOptions.ONLINE)
                .compiled(classes);
        migrate.upgrade("head");
        database.execute("INSERT INTO cats VALUES (9); INSERT INTO dogs VALUES (30)");
        migrate.downgrade("base");

        assertThat(database.query("SELECT nextval('numbers'), nextval('more_numbers')"))
                .isEqualTo("31|80");
    }

    @Test
    void onTheWayBackSequencesOfATableThatComesAndOfOneThatLosesItsIdentityGoOnBehindItsRows(
            TestDatabase database, TestDatabase other) throws Exception {
        database.execute("""
                CREATE SEQUENCE numbers;
                CREATE SEQUENCE more_numbers INCREMENT 50;
                CREATE TABLE cats (id bigint PRIMARY KEY);
                CREATE TABLE dogs (id bigint PRIMARY KEY)""");
        other.execute("CREATE TABLE cats (id bigint GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY)");

        Migrate migrate = new OnlineProof(database, other, OnlineOptions.ONLINE).compiled(classes);
        migrate.upgrade("head");
        database.execute("INSERT INTO cats VALUES (30)");
        migrate.downgrade("base");

        assertThat(database.query("SELECT nextval('numbers'), nextval('more_numbers')"))
                .isEqualTo("31|80");
    }

    /** Of a serial without its default, as where an application took the numbers from the sequence itself. */
    @Test
    void anIdentityGoesOnBehindTheRowsWhateverElseItsColumnOwns(TestDatabase database, TestDatabase other)
            throws Exception {
        database.execute("""
                CREATE TABLE parts (id serial PRIMARY KEY, name text);
                ALTER TABLE parts ALTER id DROP DEFAULT;
                INSERT INTO parts VALUES (30);
                """);
        other.execute("""
                CREATE SEQUENCE parts_id_seq AS integer;
                CREATE TABLE parts (id integer GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY, name text);
                ALTER SEQUENCE parts_id_seq OWNED BY parts.id;
                """);
        OnlineProof proof = new OnlineProof(database, other, OnlineOptions.ONLINE);

        assertThat(proof.methods()).isEqualTo("""
                    @Override
                    public void upgrade(Operations op) {
                        op.alterColumn("parts", alter("id").addIdentity(byDefault()));

                        // Goes on behind the rows that there are.
                        op.execute("SELECT setval((SELECT objid::regclass FROM pg_depend JOIN pg_attribute ON attrelid = "
                                + "refobjid AND attnum = refobjsubid WHERE refobjid = 'parts'::regclass AND attname = 'id' AND "
                                + "deptype = 'i' AND classid = 'pg_class'::regclass), greatest(max(id) + 1, 1), false) FROM "
                                + "parts");
                    }

                    @Override
                    public void downgrade(Operations op) {
                        op.alterColumn("parts", alter("id").dropIdentity());
                    }
                """);
        proof.holds(classes);
        assertThat(database.query("INSERT INTO parts DEFAULT VALUES RETURNING id"))
                .isEqualTo("31");
    }

    @Test
    void anIdentityGoesOnBehindTheRowsThoughItsColumnGetsAnotherSequenceBack(TestDatabase database, TestDatabase other)
            throws Exception {
        String tables = "CREATE TABLE kinds (id serial PRIMARY KEY); CREATE TABLE parts (id bigint%s PRIMARY KEY);"
                + "ALTER TABLE kinds ALTER id DROP DEFAULT;";
        database.execute(tables.formatted(" GENERATED BY DEFAULT AS IDENTITY")
                + "ALTER SEQUENCE kinds_id_seq OWNED BY parts.id");
        other.execute(tables.formatted(""));
        Migrate migrate = new OnlineProof(database, other, OnlineOptions.ONLINE).compiled(classes);

        migrate.upgrade("head");
        database.execute("INSERT INTO parts VALUES (30)");
        migrate.downgrade("base");

        assertThat(database.query("INSERT INTO parts DEFAULT VALUES RETURNING id"))
                .isEqualTo("31");
    }

    @Test
    void anIdentityGoesOnBehindAColumnThatMayHaveBeenNull(TestDatabase database, TestDatabase other) throws Exception {
        database.execute("CREATE TABLE parts (number integer); INSERT INTO parts VALUES (30)");
        other.execute("CREATE TABLE parts (number integer GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY)");

        migrate(database, other, OnlineOptions.ONLINE).upgrade("head");

        assertThat(database.query("INSERT INTO parts DEFAULT VALUES RETURNING number"))
                .isEqualTo("31");
    }

    @Test
    void anIdentityGoesOnBehindWhatIsWrittenWithNumbersOfTheSequenceUntilItGoes(
            TestDatabase database, TestDatabase other) throws Exception {
        database.execute("""
                CREATE SEQUENCE parts_seq;
                CREATE TABLE parts (id bigint PRIMARY KEY, name text);
                INSERT INTO parts VALUES (7, 'x')""");
        other.execute("""
                CREATE TABLE parts (id bigint GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY, name text);
                CREATE INDEX parts_name_idx ON parts (name)""");
        OnlineProof proof = new OnlineProof(database, other, OnlineOptions.ONLINE);

        assertThat(proof.methods()).startsWith("""
                    @Override
                    public void upgrade(Operations op) {
                        op.alterColumn("parts", alter("id").addIdentity(byDefault()));

                        // Goes on behind the rows that there are.
                        op.execute("SELECT setval(pg_get_serial_sequence('parts', 'id'), greatest(max(id) + 1, 1), false) FROM parts");

                        // Built while writes go on, outside a transaction, as PostgreSQL demands: therefore at the end.
                        op.createIndex(index("parts_name_idx").on("parts", "name").concurrently());

                        // Where parts_seq had counted to is lost.
                        op.dropSequence("parts_seq");

                        // Goes on behind the rows that there are, now that nothing else numbers any.
                        op.execute("SELECT setval(pg_get_serial_sequence('parts', 'id'), greatest(max(id) + 1, 1), false) FROM parts");
                    }
                """);
        proof.holds(classes);
    }

    @Test
    void aSequenceWaitsForTheLastOfTheTablesThatItNumbers(TestDatabase database, TestDatabase other) throws Exception {
        database.execute("""
                CREATE TABLE cats (id varchar(20) PRIMARY KEY);
                CREATE TABLE dogs (id varchar(20) PRIMARY KEY);
                INSERT INTO cats VALUES ('9'); INSERT INTO dogs VALUES ('10')""");
        other.execute("""
                CREATE TABLE cats (id bigint PRIMARY KEY);
                CREATE TABLE dogs (id bigint PRIMARY KEY);
                CREATE SEQUENCE animals""");

        new OnlineProof(database, other, List.of(numbered("animals", "cats", "dogs")), OnlineOptions.ONLINE)
                .compiled(classes)
                .upgrade("head");

        assertThat(database.query("SELECT nextval('animals')")).isEqualTo("11");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            bigint        | GENERATED BY DEFAULT AS IDENTITY | SELECT                   | 7  | 30
            bigint        | GENERATED BY DEFAULT AS IDENTITY | SELECT                   | 77 | 78
            bigint        | NOT NULL                         | CREATE SEQUENCE dogs_seq | 7  | 30
            bigint        | NOT NULL                         | CREATE SEQUENCE dogs_seq | 77 | 78
            numeric(38,0) | NOT NULL                         | CREATE SEQUENCE dogs_seq | 77 | 78
            """)
    void aSequenceThatIsThereGoesOnBehindTheRowsOfATableThatJoins(
            String type,
            String numbers,
            String sequence,
            int dog,
            String next,
            TestDatabase database,
            TestDatabase other)
            throws Exception {
        String both = """
                CREATE TABLE cats (id bigint PRIMARY KEY);
                CREATE SEQUENCE animals;
                """;
        database.execute(both + "CREATE TABLE dogs (id " + type + " " + numbers + " PRIMARY KEY); " + sequence
                + "; INSERT INTO dogs VALUES (" + dog + "); SELECT setval('animals', 30, false)");
        other.execute(both + "CREATE TABLE dogs (id " + type + " PRIMARY KEY)");

        new OnlineProof(database, other, List.of(numbered("animals", "cats", "dogs")), OnlineOptions.ONLINE)
                .compiled(classes)
                .upgrade("head");

        assertThat(database.query("SELECT nextval('animals')")).isEqualTo(next);
    }

    @Test
    void onTheWayBackTheOnlySequenceGoesOnBehindTheRowsThatAnotherNumbered(TestDatabase database, TestDatabase other)
            throws Exception {
        database.execute("""
                CREATE TABLE parts (id bigint PRIMARY KEY);
                CREATE TABLE cars (id bigint PRIMARY KEY);
                CREATE SEQUENCE cars_seq;
                CREATE SEQUENCE numbers INCREMENT 5;
                INSERT INTO parts VALUES (30); INSERT INTO cars VALUES (7)""");
        other.execute("""
                CREATE TABLE parts (id bigint PRIMARY KEY);
                CREATE TABLE cars (id bigint GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY);
                CREATE SEQUENCE part_numbers INCREMENT 5""");

        Migrate migrate = migrate(database, other, OnlineOptions.ONLINE);
        migrate.upgrade("head");
        migrate.downgrade("base");

        assertThat(database.query("SELECT nextval('numbers'), nextval('cars_seq')"))
                .isEqualTo("35|8");
    }

    @Test
    void onTheWayBackASequenceGoesOnBehindTheTablesOfAllClassesThatItsSuccessorNumbered(
            TestDatabase database, TestDatabase other) throws Exception {
        String both = "CREATE TABLE animals (id bigint PRIMARY KEY); CREATE TABLE cats (id bigint PRIMARY KEY);";
        database.execute(both + "CREATE SEQUENCE animals_seq; INSERT INTO cats VALUES (30)");
        other.execute(both + "CREATE SEQUENCE numbers");

        Migrate migrate = new OnlineProof(
                        database, other, List.of(numbered("numbers", "animals", "cats")), OnlineOptions.ONLINE)
                .compiled(classes);
        migrate.upgrade("head");
        migrate.downgrade("base");

        assertThat(database.query("SELECT nextval('animals_seq')")).isEqualTo("31");
    }

    @Test
    void anEntityLeavesASequenceOfAnyNameForASharedOneAndComesBack(TestDatabase database, TestDatabase other)
            throws Exception {
        String both = """
                CREATE TABLE orders (id bigint PRIMARY KEY);
                CREATE TABLE customers (id integer PRIMARY KEY);
                CREATE SEQUENCE global_numbers;
                """;
        database.execute(both + """
                CREATE SEQUENCE cust_numbers INCREMENT 20;
                CREATE TABLE customer_tags (customer_id integer, tag text);
                INSERT INTO orders VALUES (100);
                SELECT setval('global_numbers', 100);
                INSERT INTO customers VALUES (5000)""");
        other.execute(both);

        Migrate migrate = new OnlineProof(
                        database,
                        other,
                        List.of(numbered("global_numbers", "customers", "orders")),
                        OnlineOptions.ONLINE)
                .compiled(classes);
        migrate.upgrade("head");
        assertThat(database.query("SELECT nextval('global_numbers')")).isEqualTo("5001");
        migrate.downgrade("base");

        assertThat(database.query("SELECT nextval('cust_numbers')")).isEqualTo("5020");
    }

    @Test
    void entitiesLeaveTheirSequencesForASharedOneAndComeBack(TestDatabase database, TestDatabase other)
            throws Exception {
        String all = """
                CREATE TABLE orders (id bigint PRIMARY KEY);
                CREATE TABLE customers (id bigint PRIMARY KEY);
                CREATE TABLE parts (id bigint PRIMARY KEY);
                CREATE SEQUENCE global_numbers;
                """;
        database.execute(all + "CREATE SEQUENCE cust_numbers INCREMENT 20; CREATE SEQUENCE part_numbers;"
                + " INSERT INTO customers VALUES (70); INSERT INTO parts VALUES (90)");
        other.execute(all);

        Migrate migrate = new OnlineProof(
                        database,
                        other,
                        List.of(numbered("global_numbers", "customers", "orders", "parts")),
                        OnlineOptions.ONLINE)
                .compiled(classes);
        migrate.upgrade("head");
        migrate.downgrade("base");

        assertThat(database.query("SELECT nextval('cust_numbers'), nextval('part_numbers')"))
                .isEqualTo("110|91");
    }

    @Test
    void aSequenceOfSmallerStepsLeavesOutWhatWasGivenBehindItsLastValue(TestDatabase database, TestDatabase other)
            throws Exception {
        database.execute("""
                CREATE TABLE parts (id bigint PRIMARY KEY);
                CREATE SEQUENCE part_numbers INCREMENT 50;
                SELECT nextval('part_numbers');
                INSERT INTO parts VALUES (1), (2)""");
        other.execute("CREATE TABLE parts (id bigint PRIMARY KEY); CREATE SEQUENCE part_numbers INCREMENT 10");
        OnlineProof proof =
                new OnlineProof(database, other, List.of(numbered("part_numbers", "parts")), OnlineOptions.ONLINE);

        assertThat(proof.methods()).isEqualTo("""
                    @Override
                    public void upgrade(Operations op) {
                        // Leaves out the numbers that may have been given behind the last value, by the greater step.
                        op.execute("SELECT nextval('part_numbers')");

                        op.alterSequence("part_numbers", sequence -> sequence.increment(10));
                    }

                    @Override
                    public void downgrade(Operations op) {
                        op.alterSequence("part_numbers", sequence -> sequence.increment(50));
                    }
                """);
        proof.compiled(classes).upgrade("head");
        assertThat(database.query("SELECT nextval('part_numbers')")).isEqualTo("61");
    }

    @Test
    void aSequenceGoesOnBehindTheKeysThatATableWhichComesIsToHave(TestDatabase database, TestDatabase other)
            throws Exception {
        database.execute("CREATE TABLE cats (id bigint PRIMARY KEY); CREATE TABLE dogs (id bigint PRIMARY KEY)");
        other.execute("""
                CREATE TABLE pets (id bigint PRIMARY KEY);
                CREATE TABLE cats (id bigint PRIMARY KEY REFERENCES pets);
                CREATE TABLE dogs (id bigint PRIMARY KEY REFERENCES pets);
                CREATE SEQUENCE pet_numbers INCREMENT 50""");
        OnlineProof proof =
                new OnlineProof(database, other, List.of(numbered("pet_numbers", "pets")), OnlineOptions.ONLINE);

        assertThat(proof.methods()).contains("""
                        // Goes on behind the rows that there are.
                        op.execute("SELECT setval('pet_numbers', greatest(max(id) + 50, 1), false) FROM (SELECT id FROM cats "
                                + "UNION ALL SELECT id FROM dogs) AS numbered");
                """);
    }

    private Migrate migrate(TestDatabase database, TestDatabase other, OnlineOptions options) throws Exception {
        return new OnlineProof(database, other, List.of(numbered("part_numbers", "parts")), options).compiled(classes);
    }

    private static NumberedTables numbered(String sequence, String... tables) {
        return new NumberedTables(
                QualifiedName.parse(sequence),
                List.of(tables).stream().map(QualifiedName::parse).toList());
    }
}
