package dev.migrate.revision.text;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A Javadoc comment as a terminal shows it: an item a line, no markup. */
final class JavadocText {

    private static final Pattern INLINE_TAG = Pattern.compile("\\{@\\w+\\s+([^}]*)}");
    private static final Pattern LIST = Pattern.compile("(?m)^[ \\t]*</?[ou]l>[ \\t]*\\R?");
    private static final Pattern ITEM = Pattern.compile("[ \\t]*<li>\\s*");
    private static final Pattern ELEMENT = Pattern.compile("</?[a-zA-Z][^>]*>");
    private static final Pattern CODE_POINT = Pattern.compile("&#(\\d{1,7});");
    private static final Pattern BLANK_LINES = Pattern.compile("\\n{3,}");

    private record Entity(String name, String character) {}

    /** The ampersand is last: what it stood for is no entity. */
    private static final List<Entity> ENTITIES = List.of(
            new Entity("&lt;", "<"), new Entity("&gt;", ">"), new Entity("&quot;", "\""), new Entity("&amp;", "&"));

    private JavadocText() {}

    static String of(String comment) {
        String text = INLINE_TAG.matcher(comment).replaceAll("$1");
        text = LIST.matcher(text).replaceAll("");
        text = ITEM.matcher(text).replaceAll("- ");
        text = ELEMENT.matcher(text).replaceAll("");
        text = CODE_POINT.matcher(text).replaceAll(match -> quoted(Integer.parseInt(match.group(1))));
        for (Entity entity : ENTITIES) {
            text = text.replace(entity.name(), entity.character());
        }
        return BLANK_LINES.matcher(text).replaceAll("\n\n").strip();
    }

    private static String quoted(int codePoint) {
        return Matcher.quoteReplacement(
                Character.isValidCodePoint(codePoint) ? Character.toString(codePoint) : "&#" + codePoint + ";");
    }

    /** The same without the first sentence, if that only says {@code message} again. */
    static String beyond(String message, String comment) {
        String text = of(comment);
        for (String heading : List.of(message + ".", message)) {
            if (text.equals(heading) || text.startsWith(heading + "\n")) {
                return text.substring(heading.length()).strip();
            }
        }
        return text;
    }
}
