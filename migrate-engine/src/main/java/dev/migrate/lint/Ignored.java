package dev.migrate.lint;

import dev.migrate.MigrateException;
import dev.migrate.revision.RevisionGraph;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A rule that somebody has decided not to hear of.
 *
 * @param revision of which revision's hazards; empty for all
 * @param reason why, for whoever reads it later
 */
public record Ignored(String revision, Rule rule, String reason) {

    private static final Pattern FORM = Pattern.compile("(?:(?<revision>[^:=]+):)?(?<rule>[^:=]+)=(?<reason>.+)");

    /**
     * Reads {@code drop-column=why} or {@code 0003:drop-column=why}.
     *
     * @throws MigrateException if there is no such rule, or no reason
     */
    public static Ignored parse(String text) {
        Matcher matcher = FORM.matcher(text.strip());
        if (!matcher.matches() || matcher.group("reason").isBlank()) {
            throw new MigrateException("lintIgnore is '" + text
                    + "'. Expected a rule, or a revision and a rule, with the reason: drop-column=why, or"
                    + " 0003:drop-column=why.");
        }
        String revision = matcher.group("revision");
        return new Ignored(
                revision == null ? "" : revision.strip(),
                rule(matcher.group("rule").strip()),
                matcher.group("reason").strip());
    }

    private static Rule rule(String id) {
        return Rule.of(id)
                .orElseThrow(() -> new MigrateException("lintIgnore names the rule '" + id + "'. Expected one of "
                        + Arrays.stream(Rule.values()).map(Rule::id).collect(Collectors.joining(", ")) + "."));
    }

    /** @throws MigrateException if it is for a revision that this history doesn't have */
    public void requireIn(RevisionGraph history) {
        if (!revision.isEmpty() && !history.contains(revision)) {
            throw new MigrateException("lintIgnore is for the revision '" + revision
                    + "', which the history doesn't have."
                    + " Give its whole id, as mvn migrate:history lists it; or take " + revision + ":" + rule.id()
                    + " out.");
        }
    }

    /** Whether it is about this hazard. */
    public boolean covers(Hazard hazard) {
        return rule == hazard.rule()
                && (revision.isEmpty() || revision.equals(hazard.revision().id()));
    }
}
