package dev.migrate.autogen.diff.text;

import dev.migrate.schema.Deferral;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.ForeignKey.Action;
import dev.migrate.schema.ForeignKey.Match;
import dev.migrate.schema.Unique;
import dev.migrate.schema.Validity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a key does, in words. */
public final class KeyText {

    private KeyText() {}

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
        deferral(key.deferral()).ifPresent(words::add);
        if (key.validity() != Validity.VALID) {
            words.add(words(key.validity()));
        }
        return words;
    }

    /** What it says beyond its columns: {@code NULLS NOT DISTINCT}. */
    public static List<String> peculiarities(Unique unique) {
        List<String> words = new ArrayList<>(unique.nullsCollide() ? List.of("NULLS NOT DISTINCT") : List.of());
        deferral(unique.deferral()).ifPresent(words::add);
        return words;
    }

    private static Optional<String> deferral(Deferral deferral) {
        return switch (deferral) {
            case NOT_DEFERRABLE -> Optional.empty();
            case INITIALLY_IMMEDIATE -> Optional.of("DEFERRABLE");
            case INITIALLY_DEFERRED -> Optional.of("INITIALLY DEFERRED");
        };
    }

    private static String words(Enum<?> constant) {
        return constant.name().replace('_', ' ');
    }
}
