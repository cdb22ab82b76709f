package dev.migrate.autogen.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.schema.Definitions;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.ForeignKey.Action;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The options of a mapping's foreign key, in any order; those that newer servers have too. */
class ForeignKeyTextTest {

    private static final ForeignKey BARE =
            Definitions.foreignKey("fk", "a", "b").references("t", "c", "d");

    static Stream<Arguments> options() {
        return Stream.of(
                Arguments.of("not enforced", BARE.notEnforced()),
                Arguments.of("NOT VALID ON DELETE CASCADE", BARE.notValid().onDelete(Action.CASCADE)),
                Arguments.of("on delete set null (b)", BARE.onDelete(Action.SET_NULL, "b")),
                Arguments.of("match simple not deferrable", BARE),
                Arguments.of(
                        "deferrable initially deferred not enforced",
                        BARE.initiallyDeferred().notEnforced()));
    }

    @ParameterizedTest
    @MethodSource("options")
    void optionsAreRead(String options, ForeignKey key) {
        assertThat(ForeignKeyText.withOptions(BARE, options)).isEqualTo(key);
    }
}
