package dev.migrate.runtime;

import dev.migrate.MigrateException;
import org.jspecify.annotations.Nullable;

/** A migration failed. The message says which, at what statement, why, what is left of it and what to do next. */
public final class RevisionFailedException extends MigrateException {

    private static final long serialVersionUID = 1L;

    private final String failure;
    private final String revision;
    private final String sqlState;

    /** @param failure the message without the next command */
    public RevisionFailedException(
            String message, String failure, String revision, String sqlState, @Nullable Throwable cause) {
        super(message, cause);
        this.failure = failure;
        this.revision = revision;
        this.sqlState = sqlState;
    }

    /** The message without the commands that repair, resume or adopt a database: a scratch database needs none of them. */
    public String failure() {
        return failure;
    }

    /** The id of the revision that failed. */
    public String revision() {
        return revision;
    }

    /** PostgreSQL's error code (PostgreSQL manual, Appendix A); empty if it was not PostgreSQL that failed. */
    public String sqlState() {
        return sqlState;
    }
}
