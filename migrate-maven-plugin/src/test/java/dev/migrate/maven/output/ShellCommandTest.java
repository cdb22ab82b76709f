package dev.migrate.maven.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ShellCommandTest {

    @Test
    void whatTheShellWouldReadOtherwiseIsQuoted() {
        assertThat(ShellCommand.of(
                        "autogenerate",
                        Map.of(
                                "migrate.revId", "0002",
                                "migrate.message", "the customer's note",
                                "migrate.backfill", "orders.note=<SQL>",
                                "migrate.rename", "users.name:full_name")))
                .isEqualTo("mvn migrate:autogenerate '-Dmigrate.backfill=orders.note=<SQL>'"
                        + " '-Dmigrate.message=the customer'\\''s note' -Dmigrate.rename=users.name:full_name"
                        + " -Dmigrate.revId=0002");
    }
}
