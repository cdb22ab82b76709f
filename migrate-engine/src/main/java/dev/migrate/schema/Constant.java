package dev.migrate.schema;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A default that is a constant, as PostgreSQL prints it: {@code 5}, {@code '5'::bigint}, {@code 'new'::character
 * varying}. PostgreSQL prints the constants of some types bare and of others quoted and cast, depending on how they
 * were written, though what is stored is the same.
 *
 * @param text the value without quotes and cast
 * @param cast the type behind {@code ::}, empty if there is none
 * @param isQuoted whether it is written as a string
 */
public record Constant(String text, String cast, boolean isQuoted) {

    private static final String CAST = "(?:::(?<cast>[\\w .\"]+(?:\\([\\d, ]+\\))?(?:[\\w .\"]+)?(?:\\[\\])*))?";
    private static final Pattern NUMBER = Pattern.compile("\\(*(?<text>-?\\d+(?:\\.\\d+)?)\\)*" + CAST + "\\)?");

    /**
     * An E string may have other escapes than the one that PostgreSQL writes: that is for the server to read. Possessive,
     * since an alternation that may be tried again takes a frame of the stack for each character.
     */
    private static final Pattern STRING = Pattern.compile("\\(?(?:'(?<text>[^']*+(?:''[^']*+)*+)'"
            + "|E'(?<escaped>[^'\\\\]*+(?:(?:''|\\\\\\\\)[^'\\\\]*+)*+)')" + CAST + "\\)?");

    private static final Pattern WORD = Pattern.compile("(?i)(?<text>true|false)" + CAST);

    /** The constant that an expression is; empty if it is computed. */
    public static Optional<Constant> of(Expression expression) {
        return of(expression.normal());
    }

    /** The constant that this SQL is; empty if it is computed. */
    public static Optional<Constant> of(String sql) {
        Matcher number = NUMBER.matcher(sql);
        if (number.matches()) {
            return Optional.of(new Constant(number.group("text"), cast(number), false));
        }
        Matcher word = WORD.matcher(sql);
        if (word.matches()) {
            return Optional.of(new Constant(word.group("text").toLowerCase(Locale.ROOT), cast(word), false));
        }
        Matcher string = STRING.matcher(sql);
        if (string.matches()) {
            String plain = string.group("text");
            String body = plain == null ? string.group("escaped").replace("\\\\", "\\") : plain;
            return Optional.of(new Constant(body.replace("''", "'"), cast(string), true));
        }
        return Optional.empty();
    }

    private static String cast(Matcher matcher) {
        String cast = matcher.group("cast");
        return cast == null ? "" : cast;
    }

    /** Whether a column of one type has the same value by both. */
    public boolean isSameValue(Constant other, boolean numeric) {
        if (numeric && isNumber() && other.isNumber()) {
            return new BigDecimal(text).compareTo(new BigDecimal(other.text)) == 0;
        }
        return text.equals(other.text);
    }

    /** Whether it is a number, quoted or not. */
    public boolean isNumber() {
        return NUMBER.matcher(text).matches();
    }
}
