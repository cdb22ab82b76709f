package dev.migrate.lint;

import dev.migrate.revision.RevisionInfo;
import java.util.List;
import java.util.function.Predicate;

/**
 * What was found.
 *
 * @param revisions those that were looked at, in the order in which they run
 * @param hazards in the order in which they happen
 * @param ignored hazards that nobody wants to hear of
 */
public record LintReport(List<RevisionInfo> revisions, List<Hazard> hazards, List<Hazard> ignored) {

    public LintReport {
        revisions = List.copyOf(revisions);
        hazards = List.copyOf(hazards);
        ignored = List.copyOf(ignored);
    }

    /** The same without what these cover. */
    public LintReport ignoring(List<Ignored> rules) {
        Predicate<Hazard> covered = hazard -> rules.stream().anyMatch(rule -> rule.covers(hazard));
        return new LintReport(
                revisions,
                hazards.stream().filter(covered.negate()).toList(),
                hazards.stream().filter(covered).toList());
    }

    /** Whether something is this bad, or worse. */
    public boolean reaches(Severity severity) {
        return hazards.stream().anyMatch(hazard -> hazard.rule().severity().compareTo(severity) >= 0);
    }
}
