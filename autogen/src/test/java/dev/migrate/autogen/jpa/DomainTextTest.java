package dev.migrate.autogen.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.schema.Schema;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a mapping says of a domain is passed on as it is written. */
class DomainTextTest {

    @ParameterizedTest
    @CsvSource(delimiter = '>', quoteCharacter = '`', textBlock = """
            numeric(10, 2) default 0.00 not null    > numeric(10, 2) default 0.00 not null
            text default 'x'::text                  > text default 'x'::text
            text default 'a'||'b' null              > text default 'a'||'b'
            text default null                       > text default null
            text default null not null;             > text default null not null
            text default NULL::text -- nothing      > text default NULL::text
            timestamp  with time zone default now() > timestamp  with time zone default now()
            pg_catalog.text /* long */ default ''   > pg_catalog.text default ''
            text default lower('A'); -- why         > text default lower('A')
            """)
    void types_and_defaults_stay_as_they_are_written(String written, String read) {
        assertThat(DomainText.of("create domain d as " + written, new SqlNames("public")))
                .get()
                .extracting(domain -> SchemaText.of(Schema.EMPTY.withDomains(List.of(domain))))
                .isEqualTo("domain d " + read + "\n");
    }
}
