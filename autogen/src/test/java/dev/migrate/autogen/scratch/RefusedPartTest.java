package dev.migrate.autogen.scratch;

import static dev.migrate.schema.Definitions.column;
import static dev.migrate.schema.Definitions.expression;
import static dev.migrate.schema.Definitions.foreignKey;
import static dev.migrate.schema.Definitions.index;
import static dev.migrate.schema.Definitions.table;
import static dev.migrate.schema.Types.bigint;
import static dev.migrate.schema.Types.integer;
import static dev.migrate.schema.Types.text;
import static dev.migrate.schema.Types.type;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.MigrateException;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Table;
import dev.migrate.testing.PostgresTest;
import dev.migrate.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What PostgreSQL refuses of what is declared, and what to do about it. */
@PostgresTest
class RefusedPartTest {

    @Test
    void aRefusedPartIsNamedWithTheServersReason(TestDatabase database) throws SQLException {
        Table good = table("good").columns(column("a", integer())).check("positive", "a > 0");
        Table users = table("users").columns(column("age", integer()), column("name", text()));

        assertRefused(database, good, users.check("users_age_check", "agee > 0"), """
                PostgreSQL refuses constraint users_age_check of table users as it is declared: \
                column "agee" does not exist. \
                Hint: Perhaps you meant to reference the column "users.age". \
                Correct the mapping that declares it, and run again. Declared:
                ALTER TABLE users ADD CONSTRAINT users_age_check CHECK (agee > 0)
                To compare without this table: -Dmigrate.excludeTables=users""");
        assertRefused(database, good, users.columns(column("mood", type("moood(3)"))), """
                PostgreSQL refuses column mood of table users as it is declared: \
                type "moood" does not exist. \
                Correct the mapping that declares it, and run again. Declared:
                ALTER TABLE users ADD COLUMN mood moood(3)
                To compare without this table: -Dmigrate.excludeTables=users""");
        assertRefused(
                database,
                good,
                users.withIndexes(List.of(index("ix_lower").on("users", expression("lowr(name)")))),
                """
                PostgreSQL refuses index ix_lower of table users as it is declared: \
                function lowr(text) does not exist. \
                Hint: No function matches the given name and argument types. You might need to add explicit type casts. \
                Correct the mapping that declares it, and run again; a function that the mapping declares, too, has to be\
                 created before, by a revision of its own. Declared:
                CREATE INDEX ix_lower ON users ((lowr(name)))
                To compare without this table: -Dmigrate.excludeTables=users""");
    }

    @Test
    void allRefusedColumnsAreListedAtOnceWithTheOptionThatLeavesTheirTablesOut(TestDatabase database)
            throws SQLException {
        Table images =
                table("images").columns(column("a", type("binary")), column("b", text()), column("c", type("blob")));
        Table files = table("files").columns(column("content", type("varbinary")));

        assertRefused(database, images, files, """
                PostgreSQL refuses column content of table files as it is declared: type "varbinary" does not exist. \
                Correct the mapping that declares it, and run again. Declared:
                ALTER TABLE files ADD COLUMN content varbinary
                PostgreSQL refuses column a of table images as it is declared: type "binary" does not exist. \
                Correct the mapping that declares it, and run again. Declared:
                ALTER TABLE images ADD COLUMN a binary
                PostgreSQL refuses column c of table images as it is declared: type "blob" does not exist. \
                Correct the mapping that declares it, and run again. Declared:
                ALTER TABLE images ADD COLUMN c blob
                To compare without these tables: -Dmigrate.excludeTables=files,images""");
    }

    @Test
    void aTableThatIsNotComparedIsNotTried(TestDatabase database) throws SQLException {
        Table images = table("images").columns(column("content", type("binary")));
        Table files = table("files").columns(column("size", type("int8")));
        try (Connection connection = database.connect()) {
            assertThat(new Canonicalizer(connection)
                            .canonicalize(Schema.ofTables(images, files), Schema.ofTables(), table -> !table.name()
                                    .equals("images"))
                            .tables())
                    .containsExactlyInAnyOrder(images, table("files").columns(column("size", bigint())));
        }
    }

    @Test
    void aKeyOrIndexOfAColumnThatNobodyHasIsSaidBeforeItIsTried(TestDatabase database) throws SQLException {
        Table users = table("users").columns(column("id", bigint()).notNull()).primaryKey("pk_users", "id");
        Table orders = table("orders")
                .columns(column("id", bigint()))
                .foreignKey(foreignKey("fk_buyer", "buyer").references("users", "id"))
                .foreignKey(foreignKey("fk_user", "id").references("users", "number"))
                .foreignKey(foreignKey("fk_elsewhere", "id").references("elsewhere", "number"))
                .withIndexes(List.of(index("ix_day").on("orders", "day")));

        assertRefused(database, users, orders, """
                Constraint fk_buyer of table orders is declared on column orders.buyer, which neither the mapping nor the \
                database has. Correct the mapping that declares it, and run again.
                Constraint fk_user of table orders is declared on column users.number, which neither the mapping nor the \
                database has. Correct the mapping that declares it, and run again.
                Index ix_day of table orders is declared on column orders.day, which neither the mapping nor the \
                database has. Correct the mapping that declares it, and run again.
                To compare without this table: -Dmigrate.excludeTables=orders""");
    }

    @Test
    void anIndexOfAColumnThatOnlyTheDatabaseHasIsNotRefused(TestDatabase database) throws SQLException {
        Table present = table("orders").columns(column("id", bigint()), column("day", integer()));
        Table declared = table("orders")
                .columns(column("id", bigint()))
                .withIndexes(List.of(index("ix_day").on("orders", "day")));
        try (Connection connection = database.connect()) {
            assertThat(new Canonicalizer(connection)
                            .canonicalize(Schema.ofTables(declared), Schema.ofTables(present))
                            .tables())
                    .containsExactly(declared);
        }
    }

    @Test
    void aValueThatAnEnumTypeLacksIsSaidToNeedARevision(TestDatabase database) throws SQLException {
        database.execute("CREATE TYPE mood AS ENUM ('SAD')");
        Table users = table("users").columns(column("mood", type("mood")));

        assertRefused(database, users, users.check("users_mood_check", "mood in ('SAD','OK')"), """
                PostgreSQL refuses constraint users_mood_check of table users as it is declared: \
                invalid input value for enum mood: "OK". \
                Correct the mapping that declares it, and run again; an enum type that only a columnDefinition names has to\
                 get the value before, by a revision of its own: op.addEnumValue(…). Declared:
                ALTER TABLE users ADD CONSTRAINT users_mood_check CHECK (mood in ('SAD','OK'))
                To compare without this table: -Dmigrate.excludeTables=users""");
    }

    @Test
    void anExtensionBesideTheSearchPathIsNotToBeCreatedAgain(TestDatabase database) throws SQLException {
        database.execute("CREATE SCHEMA app; CREATE EXTENSION hstore SCHEMA public");
        try (Connection connection = database.connect()) {
            connection.setSchema("app");

            assertThat(MissingExtension.advice("ERROR: type \"hstore\" does not exist", connection))
                    .contains(
                            "The extension 'hstore' has it, in the schema public, which the search path lacks. Add that"
                                    + " schema to it, as in the URL's currentSchema=app,public, and run again.");
        }
    }

    private static void assertRefused(TestDatabase database, Table good, Table bad, String message)
            throws SQLException {
        try (Connection connection = database.connect()) {
            assertThatThrownBy(() -> new Canonicalizer(connection).canonicalize(Schema.ofTables(good, bad)))
                    .isInstanceOf(MigrateException.class)
                    .hasMessage(message);
        }
    }
}
