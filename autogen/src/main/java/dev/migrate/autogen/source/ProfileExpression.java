package dev.migrate.autogen.source;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A condition on the active profiles: {@code prod}, {@code !test}, {@code (eu | us) & prod} (Spring framework reference,
 * Environment Abstraction).
 */
final class ProfileExpression {

    private static final Pattern TOKEN = Pattern.compile("[()&|!]|[^()&|!\\s]+");

    private final Deque<String> tokens;
    private final Set<String> active;

    private ProfileExpression(String text, Set<String> active) {
        this.tokens = new ArrayDeque<>(
                TOKEN.matcher(text).results().map(MatchResult::group).toList());
        this.active = active;
    }

    /** Whether one of a list of conditions, between commas, holds. */
    static boolean anyHolds(String conditions, Set<String> active) {
        List<String> alternatives = Arrays.asList(conditions.split(","));
        return alternatives.stream().anyMatch(text -> new ProfileExpression(text, active).alternatives());
    }

    private boolean alternatives() {
        boolean holds = conjunction();
        while ("|".equals(tokens.peek())) {
            tokens.remove();
            // Not ||: what stands behind has to be read in any case.
            holds |= conjunction();
        }
        return holds;
    }

    private boolean conjunction() {
        boolean holds = term();
        while ("&".equals(tokens.peek())) {
            tokens.remove();
            holds &= term();
        }
        return holds;
    }

    private boolean term() {
        String token = tokens.isEmpty() ? "" : tokens.remove();
        if ("!".equals(token)) {
            return !term();
        }
        if ("(".equals(token)) {
            boolean holds = alternatives();
            tokens.poll();
            return holds;
        }
        return active.contains(token);
    }
}
