package dev.migrate.cli;

import dev.migrate.MigrateException;

/** The database is reachable and in order, and not where the history wants it: an answer, more than a failure. */
final class NotCurrentException extends MigrateException {

    private static final long serialVersionUID = 1L;

    NotCurrentException(MigrateException cause) {
        super(String.valueOf(cause.getMessage()), cause);
    }
}
