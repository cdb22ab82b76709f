package dev.migrate.maven;

import dev.migrate.lint.LintReport;
import dev.migrate.lint.Severity;

/** From which severity on a hazard fails the build. */
enum FailOn {
    ERROR,
    WARNING,
    INFO,
    NEVER;

    boolean failsOn(LintReport report) {
        return this != NEVER && report.reaches(Severity.valueOf(name()));
    }
}
