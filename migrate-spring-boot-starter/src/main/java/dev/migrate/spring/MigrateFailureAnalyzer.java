package dev.migrate.spring;

import dev.migrate.MigrateException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Reports what keeps an application from starting without a stack trace. */
class MigrateFailureAnalyzer extends AbstractFailureAnalyzer<MigrateException> {

    private static final String COMMAND = " Run: ";

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, MigrateException cause) {
        String message = String.valueOf(cause.getMessage());
        int command = message.lastIndexOf(COMMAND);
        return command < 0
                ? new FailureAnalysis(message, null, cause)
                : new FailureAnalysis(
                        message.substring(0, command),
                        "Run: " + message.substring(command + COMMAND.length())
                                + "\nOr have the application do it when it starts: migrate.mode=upgrade",
                        cause);
    }
}
