package dev.migrate.runtime.connection;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.sql.SQLException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The cause of what is thrown to the outside: as it is, unless its text holds a secret. */
public final class SafeCause {

    private SafeCause() {}

    public static @Nullable Throwable of(@Nullable Throwable thrown, Redaction redaction) {
        if (thrown == null) {
            return null;
        }
        // All that would be printed: its causes, and what was suppressed on the way.
        StringWriter text = new StringWriter();
        thrown.printStackTrace(new PrintWriter(text));
        return redaction.of(text.toString()).equals(text.toString()) ? thrown : copy(thrown, redaction);
    }

    private static @Nullable Throwable copy(@Nullable Throwable thrown, Redaction redaction) {
        if (thrown == null) {
            return null;
        }
        Throwable copy = thrown instanceof SQLException refusal
                ? new RedactedException(refusal, redaction)
                : new RuntimeException(redaction.of(thrown.toString()));
        copy.setStackTrace(thrown.getStackTrace());
        for (Throwable suppressed : thrown.getSuppressed()) {
            copy.addSuppressed(Objects.requireNonNull(copy(suppressed, redaction)));
        }
        Throwable cause = copy(thrown.getCause(), redaction);
        return cause == null ? copy : copy.initCause(cause);
    }
}
