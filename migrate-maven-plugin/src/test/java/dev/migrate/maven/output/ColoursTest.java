package dev.migrate.maven.output;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.maven.shared.utils.logging.MessageUtils;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ColoursTest {

    private final boolean before = MessageUtils.isColorEnabled();

    @AfterEach
    void asBefore() {
        MessageUtils.setColorEnabled(before);
    }

    @Test
    void theVerbOfAChangeHasItsColour() {
        MessageUtils.setColorEnabled(true);
        Colours colours = new Colours(true);

        assertThat(colours.change("Added table users")).isEqualTo("\u001b[1;32mAdded\u001b[m table users");
        assertThat(colours.change("Removed column users.name"))
                .isEqualTo("\u001b[1;31mRemoved\u001b[m column users.name");
        assertThat(colours.change("Renamed table users to accounts"))
                .isEqualTo("\u001b[1;33mRenamed\u001b[m table users to accounts");
        assertThat(colours.loss("The rows of users are lost"))
                .isEqualTo("\u001b[1;31mThe rows of users are lost\u001b[m");
    }

    @Test
    void whereMavenUsesNoColoursOrNobodySeesThemNothingIsAdded() {
        MessageUtils.setColorEnabled(false);
        assertPlain(new Colours(true));

        MessageUtils.setColorEnabled(true);
        assertPlain(new Colours(false));
    }

    private static void assertPlain(Colours colours) {
        assertThat(colours.change("Added table users")).isEqualTo("Added table users");
        assertThat(colours.loss("The rows of users are lost")).isEqualTo("The rows of users are lost");
    }
}
