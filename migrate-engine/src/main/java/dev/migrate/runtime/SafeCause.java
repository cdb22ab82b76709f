package dev.migrate.runtime;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** The cause of what is thrown to the outside: as it is, unless its text holds a secret. */
final class SafeCause {

    private SafeCause() {}

    static @Nullable Throwable of(@Nullable Throwable thrown, Redaction redaction) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            String text = cause.toString();
            if (!redaction.of(text).equals(text)) {
                return copy(thrown, redaction);
            }
        }
        return thrown;
    }

    private static @Nullable Throwable copy(@Nullable Throwable thrown, Redaction redaction) {
        if (thrown == null) {
            return null;
        }
        Throwable copy = thrown instanceof SQLException refusal
                ? new RedactedException(refusal, redaction)
                : new RuntimeException(redaction.of(thrown.toString()));
        copy.setStackTrace(thrown.getStackTrace());
        Throwable cause = copy(thrown.getCause(), redaction);
        return cause == null ? copy : copy.initCause(cause);
    }
}
