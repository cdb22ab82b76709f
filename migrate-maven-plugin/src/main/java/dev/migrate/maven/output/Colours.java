package dev.migrate.maven.output;

import org.apache.maven.shared.utils.logging.MessageBuilder;
import org.apache.maven.shared.utils.logging.MessageUtils;

/** Colours what a goal says, where Maven colours its own lines: at a terminal, but not with {@code -B} or into a file. */
public final class Colours {

    private Colours() {}

    /** Colours the verb of a change: {@code Added} green, {@code Removed} red, any other yellow. */
    public static String change(String line) {
        int end = line.indexOf(' ');
        if (end < 0) {
            return line;
        }
        String verb = line.substring(0, end);
        MessageBuilder coloured =
                switch (verb) {
                    case "Added" -> MessageUtils.buffer().success(verb);
                    case "Removed" -> MessageUtils.buffer().failure(verb);
                    default -> MessageUtils.buffer().warning(verb);
                };
        return coloured.build() + line.substring(end);
    }

    /** Colours a sentence that says what is lost. */
    public static String loss(String sentence) {
        return MessageUtils.buffer().failure(sentence).build();
    }
}
