package dev.migrate.runtime;

import dev.migrate.MigrateException;

/** Somebody stopped the run: {@code Migrate.cancel()}, Ctrl-C, or an interrupt of the thread. */
public final class CancelledException extends MigrateException {

    private static final long serialVersionUID = 1L;

    public CancelledException(String message) {
        super(message);
    }
}
