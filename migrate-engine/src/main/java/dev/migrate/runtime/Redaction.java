package dev.migrate.runtime;

import java.util.List;
import java.util.regex.Pattern;

/** Takes secrets out of whatever is shown: those it knows, and what looks like a password in SQL or in a URL. */
final class Redaction {

    private static final String HIDDEN = "***";

    /** Apart, because a run that shows nothing needs none of them. */
    private static final class Passwords {
        static final Pattern IN_SQL = Pattern.compile("(?i)(\\bPASSWORD\\s+)E?'(?:[^'\\\\]|''|\\\\.)*'");
        static final Pattern IN_PARAMETER = Pattern.compile("(?i)(\\bpassword\\s*=\\s*)('[^']*'|[^\\s&;'\",)]+)");
        static final Pattern IN_URL = Pattern.compile("(://[^/\\s:@]*:)[^@\\s]+@");
    }

    /** For where nobody has told a secret: what looks like one. */
    static final Redaction OF_PATTERNS = new Redaction(List.of());

    private final List<String> secrets;

    Redaction(List<String> secrets) {
        this.secrets = secrets.stream().filter(secret -> !secret.isEmpty()).toList();
    }

    String of(String text) {
        String shown = text;
        for (String secret : secrets) {
            shown = shown.replace(secret, HIDDEN);
        }
        shown = Passwords.IN_SQL.matcher(shown).replaceAll("$1'" + HIDDEN + "'");
        shown = Passwords.IN_PARAMETER.matcher(shown).replaceAll("$1" + HIDDEN);
        return Passwords.IN_URL.matcher(shown).replaceAll("$1" + HIDDEN + "@");
    }
}
