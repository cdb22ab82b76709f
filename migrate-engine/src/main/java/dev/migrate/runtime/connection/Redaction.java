package dev.migrate.runtime.connection;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Takes secrets out of whatever is shown: those it knows, and what looks like a password in SQL or in a URL. */
public final class Redaction {

    private static final String HIDDEN = "***";
    private static final String WORD = "password";

    /** What is shorter is a part of many words that don't tell it. */
    private static final int LONG = 6;

    /** Apart, because a run that shows nothing needs none of them. */
    private static final class Passwords {
        private static final String SPACE = "(?:\\s++|/\\*(?s:.*?)\\*/|--[^\\n]*+\\n)++";

        /** Possessive: what may be tried again takes a frame of the stack for each character of a long statement. */
        static final Pattern IN_SQL = Pattern.compile(
                "(?i)(password(?:\"?" + SPACE
                        + "|'\\s*+,\\s*+))(?:(?:E|U&)?'(?!')(?:[^'\\\\]|''|\\\\.)*+'|(\\$\\w*\\$).*?\\2)",
                Pattern.DOTALL);

        /** In a string that is SQL itself, or a format of it: where the secret ends is hard to tell, so the line does. */
        static final Pattern IN_STRING =
                Pattern.compile("(?i)(password(?:\"?" + SPACE + "|''\\s*+,\\s*+))(?:%L|(?:E|U&)?'').*");

        static final Pattern IN_PARAMETER =
                Pattern.compile("(?i)(password\\s*=\\s*)(''[^']+''|'[^']*'|[^\\s&;'\",)]+)");

        /** Not within a word; behind an escape it is by itself all the same. */
        static Pattern byItself(String secret) {
            String word = "[\\p{L}\\p{N}_]";
            return Pattern.compile("(?:(?<!" + word + ")|(?<=%\\p{XDigit}{2})|(?<=\\\\[a-z])|(?!" + word + "))"
                    + Pattern.quote(secret) + "(?:(?!" + word + ")|(?<!" + word + "))");
        }

        /** Up to the last @: a password that nobody has encoded may contain others. */
        static final Pattern IN_URL = Pattern.compile("(://[^/\\s:@]*:)[^\\s]+@");
    }

    /** For where nobody has told a secret: what looks like one. */
    public static final Redaction OF_PATTERNS = new Redaction(List.of());

    private final List<String> secrets;

    public Redaction(List<String> secrets) {
        this.secrets = new ArrayList<>(secrets);
        this.secrets.removeAll(List.of(""));
    }

    public String of(String text) {
        String shown = text;
        for (String secret : secrets) {
            if (shown.contains(secret)) {
                shown = secret.length() < LONG
                        ? Passwords.byItself(secret).matcher(shown).replaceAll(HIDDEN)
                        : shown.replace(secret, HIDDEN);
            }
        }
        if (mentionsPassword(shown)) {
            shown = Passwords.IN_STRING.matcher(shown).replaceAll("$1" + HIDDEN);
            shown = Passwords.IN_SQL.matcher(shown).replaceAll("$1'" + HIDDEN + "'");
            shown = Passwords.IN_PARAMETER.matcher(shown).replaceAll("$1" + HIDDEN);
        }
        return shown.contains("://") ? Passwords.IN_URL.matcher(shown).replaceAll("$1" + HIDDEN + "@") : shown;
    }

    /** Each statement passes here, and few do: to look for the word is much faster than to match the patterns. */
    private static boolean mentionsPassword(String text) {
        for (int i = 0; i <= text.length() - WORD.length(); i++) {
            char c = text.charAt(i);
            if ((c == 'p' || c == 'P') && text.regionMatches(true, i, WORD, 0, WORD.length())) {
                return true;
            }
        }
        return false;
    }
}
