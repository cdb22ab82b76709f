package dev.migrate.runtime;

/** Dollar-quoted strings (PostgreSQL manual, 4.1.2.4), with a tag that the text doesn't contain. */
final class DollarQuotes {

    private DollarQuotes() {}

    static String quote(String text) {
        String tag = "$migrate$";
        for (int i = 2; text.contains(tag); i++) {
            tag = "$migrate" + i + "$";
        }
        return tag + text + tag;
    }
}
