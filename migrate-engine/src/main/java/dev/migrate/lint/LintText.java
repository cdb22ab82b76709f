package dev.migrate.lint;

import dev.migrate.revision.RevisionInfo;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A report in words, for people. */
public final class LintText {

    private LintText() {}

    /** Whole lines: each revision with its hazards, and how many there are. */
    public static String of(LintReport report) {
        return Stream.concat(
                        report.revisions().stream()
                                .map(revision -> section(revision, report.hazards()))
                                .filter(section -> !section.isEmpty()),
                        Stream.of(summary(report)))
                .collect(Collectors.joining("\n"));
    }

    private static String section(RevisionInfo revision, List<Hazard> hazards) {
        String found = hazards.stream()
                .filter(hazard -> hazard.revision().equals(revision))
                .map(LintText::paragraph)
                .collect(Collectors.joining());
        return found.isEmpty() ? "" : revision.summary() + "\n" + found;
    }

    private static String paragraph(Hazard hazard) {
        return "  " + name(hazard.rule().severity()) + " " + hazard.rule().id() + ": " + hazard.text() + "\n"
                + "    Instead: " + hazard.rule().instead().replace("`", "") + "\n";
    }

    /** {@code 1 error, 2 warnings in 3 revisions.} */
    public static String summary(LintReport report) {
        String found = Stream.of(Severity.ERROR, Severity.WARNING, Severity.INFO)
                .map(severity -> count(report, severity))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(", "));
        String ignored =
                report.ignored().isEmpty() ? "" : " (" + report.ignored().size() + " ignored)";
        return (found.isEmpty() ? "No hazards" : found) + ignored + " in "
                + plural(report.revisions().size(), "revision") + ".\n";
    }

    private static String count(LintReport report, Severity severity) {
        long count = report.hazards().stream()
                .filter(hazard -> hazard.rule().severity() == severity)
                .count();
        return count == 0 ? "" : severity == Severity.INFO ? count + " info" : plural(count, name(severity));
    }

    private static String plural(long count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }

    private static String name(Severity severity) {
        return severity.name().toLowerCase(Locale.ROOT);
    }
}
