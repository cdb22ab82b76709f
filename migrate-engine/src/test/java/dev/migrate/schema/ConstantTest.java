package dev.migrate.schema;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConstantTest {

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "'a' | a | ``",
                "'it''s'::text | it's | text",
                "('a\\b'::character varying(9)) | a\\b | character varying(9)",
                "E'C:\\\\tmp ''x'''::text | C:\\tmp 'x' | text",
                "'' | `` | ``"
            })
    void aStringIsReadAsPostgresPrintsIt(String sql, String text, String cast) {
        assertThat(Constant.of(sql)).contains(new Constant(text, cast, true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"E'a\\nb'", "E'\\t'", "E'it\\'s'", "E'\\x41'", "E'\\u0041'", "E'\\101'", "'a' || 'b'"})
    void whatTheServerHasToReadIsNoConstant(String sql) {
        assertThat(Constant.of(sql)).isEmpty();
    }

    @Test
    void aDocumentIsNotTooLong() {
        String text = "<p>it's \\ long</p>".repeat(5_000);

        assertThat(Constant.of("E'" + text.replace("'", "''").replace("\\", "\\\\") + "'::text"))
                .contains(new Constant(text, "text", true));
    }
}
