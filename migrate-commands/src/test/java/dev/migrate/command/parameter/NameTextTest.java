package dev.migrate.command.parameter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.MigrateException;
import org.junit.jupiter.api.Test;

class NameTextTest {

    @Test
    void aNameIsTakenAsItIs() {
        assertThat(NameText.parse("versionSchema", "Meta Data")).isEqualTo("Meta Data");
        assertThat(NameText.parseTable("versionTable", "legacy")).isEqualTo("legacy");
    }

    @Test
    void whatIsNoNameIsToldWithItsParameter() {
        assertThatThrownBy(() -> NameText.parse("versionTable", ""))
                .isInstanceOf(MigrateException.class)
                .hasMessage("versionTable is ''. A name is empty; expected 1 to 63 bytes");
    }

    @Test
    void theJournalsNameMustFitToo() {
        String name = "x".repeat(60);

        assertThatThrownBy(() -> NameText.parseTable("versionTable", name))
                .isInstanceOf(MigrateException.class)
                .hasMessage("versionTable is '" + name + "'. The name '" + name
                        + "_journal' has 68 bytes; PostgreSQL allows 63 and would cut the rest. Shorten it.");
    }
}
