package dev.migrate.autogen.diff.text;

import dev.migrate.schema.Deferral;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.ForeignKey.Action;
import dev.migrate.schema.ForeignKey.Match;
import dev.migrate.schema.Validity;
import java.util.ArrayList;
import java.util.List;

/** What a foreign key does, in words. */
public final class ForeignKeyText {

    private ForeignKeyText() {}

    /** What it says beyond its columns and its target, in the words of PostgreSQL: {@code ON DELETE CASCADE}. */
    public static List<String> peculiarities(ForeignKey key) {
        List<String> words = new ArrayList<>();
        if (key.match() != Match.SIMPLE) {
            words.add("MATCH " + key.match());
        }
        if (key.onDelete() != Action.NO_ACTION) {
            words.add("ON DELETE " + words(key.onDelete()));
        }
        if (key.onUpdate() != Action.NO_ACTION) {
            words.add("ON UPDATE " + words(key.onUpdate()));
        }
        if (key.deferral() != Deferral.NOT_DEFERRABLE) {
            words.add(key.deferral() == Deferral.INITIALLY_DEFERRED ? "INITIALLY DEFERRED" : "DEFERRABLE");
        }
        if (key.validity() != Validity.VALID) {
            words.add(words(key.validity()));
        }
        return words;
    }

    private static String words(Enum<?> constant) {
        return constant.name().replace('_', ' ');
    }
}
