package dev.migrate.revision.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class JavadocTextTest {

    @Test
    void a_list_has_an_item_a_line_and_nothing_is_marked_up() {
        assertThat(JavadocText.of("""
                Adds a <b>status</b>, see {@code agents} and {@link Foo the other one}.

                <ul>
                  <li>Added column agents.status
                  <li>Added check a &lt; 5 &amp;&amp; b &gt; 6 on {&#64;x}
                </ul>

                <p>Deploy it before the service.
                """)).isEqualTo("""
                Adds a status, see agents and Foo the other one.

                - Added column agents.status
                - Added check a < 5 && b > 6 on {@x}

                Deploy it before the service.""");
    }

    @Test
    void what_looks_like_an_entity_once_it_is_decoded_stays() {
        assertThat(JavadocText.of("It says &amp;lt; literally, and &#9999999; is no character"))
                .isEqualTo("It says &lt; literally, and &#9999999; is no character");
    }

    @Test
    void the_first_sentence_goes_if_it_is_the_message() {
        assertThat(JavadocText.beyond("Add status", "Add status.\n\n<ul>\n  <li>Added column\n</ul>"))
                .isEqualTo("- Added column");
        assertThat(JavadocText.beyond("Add status", "Add status")).isEmpty();
        assertThat(JavadocText.beyond("Add", "Adding more")).isEqualTo("Adding more");
    }
}
