package dev.migrate.ddl;

import static dev.migrate.schema.Definitions.check;
import static dev.migrate.schema.Definitions.column;
import static dev.migrate.schema.Definitions.enumType;
import static dev.migrate.schema.Definitions.index;
import static dev.migrate.schema.Definitions.table;
import static dev.migrate.schema.Definitions.unique;
import static dev.migrate.schema.Types.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.operation.EnumOperation.CreateEnum;
import dev.migrate.operation.TableOperation.CreateTable;
import dev.migrate.schema.Index;
import dev.migrate.schema.IndexKey;
import dev.migrate.schema.Literals;
import dev.migrate.schema.QualifiedName;
import dev.migrate.testing.PostgresServer;
import dev.migrate.testing.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SqlIdentifiersTest {

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "agents, agents",
                "_a1, _a1",
                "Agents, \"Agents\"",
                "order, \"order\"",
                "two words, \"two words\"",
                "say \"hi\", \"say \"\"hi\"\"\"",
                "größe, \"größe\"",
                "1st, \"1st\"",
                "a$b, \"a$b\"",
                "a.b, \"a.b\"",
                "a'b, \"a'b\"",
                "name, name",
            })
    void aNameIsQuotedWherePostgresNeedsIt(String name, String sql) {
        assertThat(SqlIdentifiers.quote(name)).isEqualTo(sql);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"agents", "AGENTS", "\"Agents\"", "\"say \"\"hi\"\"\"", "Größe", "GRÖSSE", "İd", "\"\"\"\""})
    void aNameIsReadAsPostgresReadsIt(String sql) {
        try (TestDatabase database = PostgresServer.get().newDatabase()) {
            database.execute("CREATE TYPE " + sql + " AS ENUM ()");

            assertThat(database.query("SELECT typname FROM pg_type WHERE typtype = 'e'"))
                    .isEqualTo(SqlIdentifiers.read(sql));
        }
    }

    @Test
    void aNameIsReadWithItsSchemaAndWithoutItsDatabase() {
        assertThat(SqlIdentifiers.readQualified("Users")).isEqualTo(QualifiedName.of(null, "users"));
        assertThat(SqlIdentifiers.readQualified("db.App . \"My.Users\""))
                .isEqualTo(QualifiedName.of("app", "My.Users"));
    }

    @Test
    void aNameThatIsTooLongIsReadWithoutItsEnd() {
        assertThat(SqlIdentifiers.read("Ä".repeat(40))).isEqualTo("Ä".repeat(31));
    }

    @Test
    void aSchemaAndItsObjectAreQuotedApart() {
        assertThat(SqlIdentifiers.quote(QualifiedName.of("My.App", "user"))).isEqualTo("\"My.App\".\"user\"");
        assertThat(SqlIdentifiers.quoteAll(List.of("a", "B"))).isEqualTo("a, \"B\"");
    }

    @ParameterizedTest
    @ValueSource(ints = {13, 17, 18})
    void everyWordThatQuoteIdentQuotesIsQuoted(int major) {
        try (TestDatabase database = PostgresServer.get(major).newDatabase()) {
            List<String> words = database.query("SELECT word FROM pg_get_keywords() WHERE word <> quote_ident(word)")
                    .lines()
                    .toList();

            assertThat(words).hasSizeGreaterThan(100).allSatisfy(word -> assertThat(SqlIdentifiers.quote(word))
                    .isEqualTo('"' + word + '"'));
        }
    }

    @Test
    void aNameOfMoreThan63BytesIsAnErrorAndNotCut() {
        String longest = "ä".repeat(31) + "x";

        assertThat(SqlIdentifiers.quote(longest)).isEqualTo('"' + longest + '"');
        assertThatThrownBy(() -> SqlIdentifiers.quote(longest + "y"))
                .hasMessage("The name '" + longest + "y' has 64 bytes; PostgreSQL allows 63 and would cut the rest."
                        + " Shorten it.");
        assertThatThrownBy(() -> SqlIdentifiers.quote("")).hasMessage("A name is empty; expected 1 to 63 bytes");
        assertThatThrownBy(() -> SqlIdentifiers.quote("a\0b")).hasMessageContaining("NUL");
    }

    /** Each text would drop the canary if it got out of its quotes. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"; DROP TABLE canary; --",
                "'; DROP TABLE canary; --",
                "\\'; DROP TABLE canary; --",
                "$$; DROP TABLE canary; --",
                "*/; DROP TABLE canary; /*",
                "a\nb; DROP TABLE canary",
            })
    void nothingGetsOutOfItsQuotes(String attack) {
        Index index = index("i" + attack).on("\"" + attack.replace("\"", "\"\"") + "\"", IndexKey.column("c" + attack));
        CreateTable create = new CreateTable(table("\"" + attack.replace("\"", "\"\"") + "\"")
                .columns(column("c" + attack, text()).defaultValue(attack).comment(attack))
                .constraints(unique("u" + attack, "c" + attack), check("k" + attack, "true"))
                .withIndexes(List.of(index))
                .with("fillfactor", "70")
                .comment(attack));
        DdlRenderer renderer = new DdlRenderer(ServerVersion.ofMajor(17));
        try (TestDatabase database = PostgresServer.get().newDatabase()) {
            database.execute("CREATE TABLE canary ()");

            renderer.render(create).forEach(statement -> database.execute(statement.sql()));
            renderer.render(new CreateEnum(
                            enumType("mood", attack, "it" + attack).comment(attack)))
                    .forEach(statement -> database.execute(statement.sql()));

            assertThat(database.query("SELECT relname FROM pg_class WHERE relname = 'canary'"))
                    .isEqualTo("canary");
            assertThat(database.query(
                            "SELECT count(*) FROM pg_description WHERE description = " + Literals.string(attack)))
                    .isEqualTo("3");
            assertThat(database.query("SELECT count(*) FROM pg_enum WHERE enumlabel = " + Literals.string(attack)))
                    .isEqualTo("1");
        }
    }
}
