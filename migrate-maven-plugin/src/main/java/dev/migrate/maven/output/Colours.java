package dev.migrate.maven.output;

import dev.migrate.command.output.Terminal;
import java.util.Properties;
import org.apache.maven.shared.utils.logging.MessageBuilder;
import org.apache.maven.shared.utils.logging.MessageUtils;

/**
 * Colours what a goal says, where Maven colours its own lines: not with {@code -B}, and not in a file. Some Mavens colour
 * what isn't seen at a terminal, too; this does so only if it is told to.
 *
 * @param isSeen whether somebody sees colours
 */
public record Colours(boolean isSeen) {

    /** @param properties those of the session: {@code -Dstyle.color=always} is Maven's own */
    public static Colours of(Properties properties) {
        return new Colours("always".equals(properties.getProperty("style.color")) || Terminal.isAttached());
    }

    /** Colours the verb of a change: {@code Added} green, {@code Removed} red, any other yellow. */
    public String change(String line) {
        int end = line.indexOf(' ');
        if (end < 0 || !isSeen) {
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
    public String loss(String sentence) {
        return isSeen ? MessageUtils.buffer().failure(sentence).build() : sentence;
    }
}
