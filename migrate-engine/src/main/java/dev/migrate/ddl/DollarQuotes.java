package dev.migrate.ddl;

/** Text in dollar quotes that it doesn't contain (PostgreSQL manual, 4.1.2.4 Dollar-Quoted String Constants). */
public final class DollarQuotes {

    private DollarQuotes() {}

    /** {@code $migrate$text$migrate$}. */
    public static String quote(String text) {
        return quote("migrate", text);
    }

    /** A {@code DO} statement of a block that begins on its own line (PostgreSQL manual, Part VI, DO). */
    public static String block(String body) {
        return "DO " + quote("\n" + body);
    }

    /** @param word what the quotes are made of */
    static String quote(String word, String text) {
        String tag = "$" + word + "$";
        for (int i = 2; text.contains(tag); i++) {
            tag = "$" + word + i + "$";
        }
        return tag + text + tag;
    }
}
