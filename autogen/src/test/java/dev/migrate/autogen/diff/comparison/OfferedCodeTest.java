package dev.migrate.autogen.diff.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OfferedCodeTest {

    @Test
    void sqlStandsInALiteralAsJavaNeedsIt() {
        assertThat(OfferedCode.execute("UPDATE \"Files\" SET path = 'C:\\tmp'"))
                .isEqualTo("op.execute(\"UPDATE \\\"Files\\\" SET path = 'C:\\\\tmp'\")");
    }
}
