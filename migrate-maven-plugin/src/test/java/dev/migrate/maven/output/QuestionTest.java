package dev.migrate.maven.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import org.codehaus.plexus.components.interactivity.AbstractInputHandler;
import org.codehaus.plexus.components.interactivity.DefaultPrompter;
import org.codehaus.plexus.components.interactivity.OutputHandler;
import org.junit.jupiter.api.Test;

/** Maven's own prompter, between two texts instead of a keyboard and a screen. */
class QuestionTest {

    private static final String QUESTION =
            "column users.name is dropped and column users.full_name is added: is this a rename?";

    private final StringBuilder screen = new StringBuilder();

    private boolean isConfirmed(String typed) {
        return new Question(new DefaultPrompter(new Screen(), new Keyboard(typed))).isConfirmed(QUESTION);
    }

    @Test
    void yesIsYesHoweverItIsWritten() {
        assertThat(isConfirmed("y\n")).isTrue();
        assertThat(isConfirmed(" YES \n")).isTrue();
        assertThat(screen).startsWith(QUESTION + " [y/N]: ");
    }

    @Test
    void noAndNothingAreNo() {
        assertThat(isConfirmed("n\n")).isFalse();
        assertThat(isConfirmed("No\n")).isFalse();
        assertThat(isConfirmed("\n")).isFalse();
    }

    @Test
    void theEndOfTheInputIsNo() {
        assertThat(isConfirmed("")).isFalse();
    }

    @Test
    void whatIsNeitherIsAskedAgain() {
        assertThat(isConfirmed("maybe\ny\n")).isTrue();
        assertThat(screen).hasToString((QUESTION + " [y/N]: ").repeat(2));
    }

    private static final class Keyboard extends AbstractInputHandler {
        private final BufferedReader typed;

        Keyboard(String text) {
            this.typed = new BufferedReader(new StringReader(text));
        }

        @Override
        public String readLine() throws IOException {
            return typed.readLine();
        }

        @Override
        public String readPassword() throws IOException {
            return readLine();
        }
    }

    private final class Screen implements OutputHandler {
        @Override
        public void write(String text) {
            screen.append(text);
        }

        @Override
        public void writeLine(String text) {
            screen.append(text).append('\n');
        }
    }
}
