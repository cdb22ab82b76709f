package dev.migrate.autogen.diff.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.schema.AuxiliaryObject;
import dev.migrate.schema.QualifiedName;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class EnumDiffTest {

    private static List<String> castsOf(String schema, String name, String... identities) {
        return Stream.of(identities)
                .filter(identity -> EnumDiff.isCast(
                        new AuxiliaryObject(identity, "create", "drop"), QualifiedName.of(schema, name)))
                .toList();
    }

    @Test
    void aCastOfAnEnumNamesItOnOneOfItsSides() {
        assertThat(castsOf(
                        null,
                        "mood",
                        "cast (mood as character varying)",
                        "cast (character varying as mood)",
                        "cast (mood[] as text)",
                        "cast (app.mood as character varying)",
                        "cast (moods as character varying)",
                        "function mood(text)"))
                .containsExactly(
                        "cast (mood as character varying)",
                        "cast (character varying as mood)",
                        "cast (mood[] as text)");
    }

    @Test
    void anEnumOfAnotherSchemaHasCastsOfItsOwn() {
        assertThat(castsOf("app", "mood", "cast (mood as text)", "cast (app.mood as text)"))
                .containsExactly("cast (app.mood as text)");
    }

    @Test
    void anEnumInQuotesIsFoundWithAndInsideOfThem() {
        assertThat(castsOf(null, "Mood", "cast (\"Mood\" as text)", "cast (mood as text)"))
                .containsExactly("cast (\"Mood\" as text)");
        assertThat(castsOf(null, "same as mood", "cast (\"same as mood\" as text)"))
                .containsExactly("cast (\"same as mood\" as text)");
    }
}
