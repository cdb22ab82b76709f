package dev.migrate;

import org.jspecify.annotations.Nullable;

/**
 * Something a person can act on. The message names the object, what was found, what was expected and the next command;
 * it never contains a password.
 */
public class MigrateException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** What a person reads, with what to do next. */
    public MigrateException(String message) {
        super(message);
    }

    /** The same, with what it was caused by. */
    public MigrateException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
