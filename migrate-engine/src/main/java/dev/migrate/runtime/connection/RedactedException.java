package dev.migrate.runtime.connection;

import java.sql.SQLException;

/** An SQLException as the cause of another exception: its stack trace and SQLSTATE, without the secrets. */
public final class RedactedException extends SQLException {

    private static final long serialVersionUID = 1L;

    public RedactedException(SQLException original, Redaction redaction) {
        super(SqlErrors.message(original, redaction), original.getSQLState(), original.getErrorCode());
        setStackTrace(original.getStackTrace());
    }
}
