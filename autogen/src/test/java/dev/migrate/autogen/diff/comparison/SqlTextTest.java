package dev.migrate.autogen.diff.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SqlTextTest {

    private static final List<String> NAMES = List.of(
            "text", "varying", "time", "zone", "second", "length", "left", "public", "city", "C", "year", "email",
            "a\"b");

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "lower((email)::text) | lower((email)::text) | email",
                "(text ~~ '%text%'::text) | (renamed ~~ '%text%'::text) | text",
                "length((email)::character varying(5)) > length | length((email)::character varying(5)) > renamed"
                        + " | length email",
                "(time)::time(3) with time zone | (renamed)::time(3) with time zone | time",
                "(second)::interval day to second(3) | (renamed)::interval day to second(3) | second",
                "(email)::public.text | (email)::public.text | email",
                "(email)::\"left\"[] | (email)::\"left\"[] | email",
                "\"left\"(\"left\", 2) | \"left\"(renamed, 2) | left",
                "public.length(public) | public.length(renamed) | public",
                "(public).city = city | (renamed).city = renamed | public city",
                "email COLLATE \"C\" | email COLLATE \"C\" | email",
                "EXTRACT(year FROM time) = year | EXTRACT(year FROM renamed) = renamed | time year",
                "\"a\"\"b\" = 'a\"b' | renamed = 'a\"b' | a\"b",
            })
    void aColumnIsToldFromWhatIsCalledLikeIt(String sql, String renamed, String columns) {
        assertThat(NAMES.stream().filter(name -> SqlText.mentionsColumn(sql, name)))
                .containsExactlyInAnyOrder(columns.split(" "));
        String changed = sql;
        for (String name : NAMES) {
            changed = name.equals("email") ? changed : SqlText.rename(changed, name, "renamed");
        }
        assertThat(changed).isEqualTo(renamed);
    }
}
