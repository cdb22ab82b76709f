package dev.migrate.maven.parameter;

import dev.migrate.lint.LintReport;
import dev.migrate.lint.Severity;

/** From which severity on a hazard fails the build. */
public enum FailOn {
    ERROR,
    WARNING,
    INFO,
    NEVER;

    public boolean failsOn(LintReport report) {
        return this != NEVER && report.reaches(Severity.valueOf(name()));
    }
}
