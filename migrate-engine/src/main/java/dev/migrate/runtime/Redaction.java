package dev.migrate.runtime;

import java.util.List;
import java.util.regex.Pattern;

/** Takes secrets out of whatever is shown: those it knows, and what looks like a password in SQL or in a URL. */
final class Redaction {

    private static final String HIDDEN = "***";
    private static final Pattern IN_SQL = Pattern.compile("(?i)(\\bPASSWORD\\s+)E?'(?:[^'\\\\]|''|\\\\.)*'");
    private static final Pattern IN_PARAMETER = Pattern.compile("(?i)(\\bpassword\\s*=\\s*)('[^']*'|[^\\s&;'\",)]+)");
    private static final Pattern IN_URL = Pattern.compile("(://[^/\\s:@]*:)[^@\\s]+@");

    private final List<String> secrets;

    Redaction(List<String> secrets) {
        this.secrets = secrets.stream().filter(secret -> !secret.isEmpty()).toList();
    }

    String of(String text) {
        String shown = text;
        for (String secret : secrets) {
            shown = shown.replace(secret, HIDDEN);
        }
        shown = IN_SQL.matcher(shown).replaceAll("$1'" + HIDDEN + "'");
        shown = IN_PARAMETER.matcher(shown).replaceAll("$1" + HIDDEN);
        return IN_URL.matcher(shown).replaceAll("$1" + HIDDEN + "@");
    }
}
