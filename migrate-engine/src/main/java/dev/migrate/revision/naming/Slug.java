package dev.migrate.revision.naming;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A message as part of a name: its words, as many as fit into 40 characters. */
record Slug(List<String> words) {

    private static final int LENGTH = 40;
    private static final Pattern ACCENT = Pattern.compile("\\p{M}+");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{Nd}]+");

    static Slug of(String message) {
        String bare = ACCENT.matcher(Normalizer.normalize(message, Normalizer.Form.NFD))
                .replaceAll("");
        List<String> words = new ArrayList<>();
        int length = 0;
        for (String word : BETWEEN_WORDS.split(bare, -1)) {
            length += word.isEmpty() ? 0 : word.length() + 1;
            if (length > LENGTH + 1 && !words.isEmpty()) {
                break;
            }
            if (!word.isEmpty()) {
                words.add(word.substring(0, Math.min(word.length(), LENGTH)));
            }
        }
        return new Slug(words);
    }

    /** {@code add_status_column}. */
    String underscored() {
        return String.join("_", words).toLowerCase(Locale.ROOT);
    }

    /** {@code AddStatusColumn}. */
    String camelCased() {
        return words.stream()
                .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                .collect(Collectors.joining());
    }
}
