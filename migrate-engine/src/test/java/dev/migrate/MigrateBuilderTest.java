package dev.migrate;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class MigrateBuilderTest {

    /** Or else the whole history would run once more, against a new table of that very name. */
    @Test
    void theVersionTablesSchemaIsGivenByItself() {
        assertRefused(
                Migrate.configure().versionTable("audit.migrate_version"),
                "versionTable is 'audit.migrate_version'; expected a name without a schema, which versionSchema gives");
    }

    @Test
    void nothingIsNegative() {
        assertRefused(Migrate.configure().retries(-1), "retries is -1; expected 0 or more");
        assertRefused(Migrate.configure().lockWait(Duration.ofSeconds(-1)), "lockWait is PT-1S; expected zero or more");
    }

    private static void assertRefused(MigrateBuilder builder, String message) {
        assertThatThrownBy(builder::build).isInstanceOf(MigrateException.class).hasMessage(message);
    }
}
