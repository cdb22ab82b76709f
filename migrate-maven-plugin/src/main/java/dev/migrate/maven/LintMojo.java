package dev.migrate.maven;

import dev.migrate.MigrateException;
import dev.migrate.command.ProjectHistory;
import dev.migrate.command.parameter.Choice;
import dev.migrate.command.parameter.Elements;
import dev.migrate.lint.Hazard;
import dev.migrate.lint.Ignored;
import dev.migrate.lint.LintReport;
import dev.migrate.lint.LintText;
import dev.migrate.maven.embedded.EmbeddedServers;
import dev.migrate.maven.parameter.FailOn;
import dev.migrate.revision.RevisionInfo;
import java.util.List;
import java.util.Locale;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Tells what revisions may do to a database in use: locks that last, data that is lost, applications that fail. Looks at
 * what is pending in the database, or in a range without one. Changes nothing.
 */
@Mojo(name = "lint", threadSafe = true)
public final class LintMojo extends ReportMojo {

    /** Which revisions, as upgrade would run them: from:to, an empty side being the base or the head. */
    @Parameter(property = "migrate.range")
    private @Nullable String range;

    /** Fails from this severity on: error, warning or info; never only reports. */
    @Parameter(property = "migrate.failOn", defaultValue = "error")
    private String failOn;

    /** What is not to be told, each with its reason: drop-column=why, or 0012:drop-column=why. */
    @Parameter(property = "migrate.lintIgnore")
    private List<String> lintIgnore = List.of();

    private record HazardJson(
            String revision, String rule, String severity, String object, String hazard, String instead) {}

    private record LintJson(List<String> revisions, List<HazardJson> hazards, List<HazardJson> ignored) {}

    @Override
    protected void run() {
        List<Ignored> ignored =
                Elements.of(lintIgnore).stream().map(Ignored::parse).toList();
        FailOn limit = Choice.of("failOn", failOn, FailOn.values());
        ProjectHistory history = history();
        ignored.forEach(rule -> rule.requireIn(history.graph()));
        LintReport report = lint(history).ignoring(ignored);
        print(LintText.of(report), json(report));
        if (limit.failsOn(report)) {
            throw new MigrateException(LintText.summary(report).strip()
                    + " Write what is safer (docs/lint.md), or decide: <lintIgnore> takes revision:rule=reason.");
        }
    }

    private LintReport lint(ProjectHistory history) {
        if (range != null) {
            return migrate(history).quiet().build().lint(range);
        }
        if (connection().choose().isEmpty()) {
            throw new MigrateException(
                    "No database to ask what is pending. Give its URL with -Dmigrate.url=…; or say which"
                            + " revisions are meant: -Dmigrate.range=REVISION: for those after it, -Dmigrate.range=: for all.");
        }
        try (EmbeddedServers servers = embeddedServers()) {
            return migrate(history, servers).quiet().build().lint();
        }
    }

    private static LintJson json(LintReport report) {
        return new LintJson(
                report.revisions().stream().map(RevisionInfo::id).toList(),
                report.hazards().stream().map(LintMojo::json).toList(),
                report.ignored().stream().map(LintMojo::json).toList());
    }

    private static HazardJson json(Hazard hazard) {
        return new HazardJson(
                hazard.revision().id(),
                hazard.rule().id(),
                hazard.rule().severity().name().toLowerCase(Locale.ROOT),
                hazard.object(),
                hazard.text(),
                hazard.rule().instead().replace("`", ""));
    }
}
