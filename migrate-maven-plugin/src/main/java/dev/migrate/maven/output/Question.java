package dev.migrate.maven.output;

import dev.migrate.MigrateException;
import java.util.Locale;
import java.util.Set;
import org.codehaus.plexus.components.interactivity.Prompter;
import org.codehaus.plexus.components.interactivity.PrompterException;
import org.jspecify.annotations.Nullable;

/** A question that is answered by yes or no at a terminal. Whatever isn't a clear yes is none. */
public final class Question {

    private static final Set<String> YES = Set.of("y", "yes");
    private static final Set<String> NO = Set.of("", "n", "no");

    private final Prompter prompter;

    public Question(Prompter prompter) {
        this.prompter = prompter;
    }

    /** Whether the answer is yes; an empty one, and the end of the input, is no. Anything else is asked again. */
    public boolean isConfirmed(String question) {
        while (true) {
            String answer = answer(question);
            if (YES.contains(answer)) {
                return true;
            }
            if (NO.contains(answer)) {
                return false;
            }
        }
    }

    private String answer(String question) {
        try {
            @Nullable String line = prompter.prompt(question + " [y/N]");
            return line == null ? "" : line.strip().toLowerCase(Locale.ROOT);
        } catch (PrompterException e) {
            throw new MigrateException(
                    "The question cannot be asked: " + e.getMessage() + ". Run with -B not to be asked.", e);
        }
    }
}
