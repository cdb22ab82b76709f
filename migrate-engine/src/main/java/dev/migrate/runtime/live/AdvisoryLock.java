package dev.migrate.runtime.live;

import dev.migrate.schema.QualifiedName;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.util.Optional;

/**
 * The lock that lets one instance at a time change a version table (PostgreSQL manual, 13.3.5 Advisory Locks). It ends
 * with its session or transaction: the server frees it at once when the holder dies.
 *
 * <p>It is tried, never waited for: a session that waits inside {@code pg_advisory_lock} holds a snapshot, and the
 * holder's {@code CREATE INDEX CONCURRENTLY} would wait for that snapshot.
 *
 * <p>The holder takes a second, shared lock whose number is the time in seconds, so that those who wait can say since
 * when it is held: {@code pg_locks} doesn't.
 */
public final class AdvisoryLock {

    /** How long it lasts. */
    public enum Scope {
        SESSION(""),
        TRANSACTION("_xact");

        private final String infix;

        Scope(String infix) {
            this.infix = infix;
        }
    }

    /** Seconds between 1970 and 2000: the number must fit an int4. */
    private static final long EPOCH_2000 = 946_684_800L;

    private final long key;
    private int heldSince;

    public AdvisoryLock(QualifiedName versionTable) {
        this.key = key("migrate " + versionTable);
    }

    private static long key(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.wrap(hash).getLong();
        } catch (NoSuchAlgorithmException e) {
            // Every Java platform has it (MessageDigest's Javadoc).
            throw new IllegalStateException(e);
        }
    }

    private int sinceClass() {
        return (int) (key >> 32);
    }

    /** Takes the lock if it is free. */
    public boolean tryAcquire(Connection connection, Scope scope) throws SQLException {
        String sql = """
                SELECT CASE WHEN pg_try_advisory%1$s_lock(%2$s) THEN
                    (SELECT second
                     FROM (SELECT (extract(epoch FROM statement_timestamp()) - %3$s)::integer AS second) AS now
                     WHERE pg_try_advisory%1$s_lock_shared(%4$s, second))
                END""".formatted(scope.infix, key, EPOCH_2000, sinceClass());
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            heldSince = row.getInt(1);
            return !row.wasNull();
        }
    }

    /** Frees a lock of session scope. */
    void release(Connection connection) throws SQLException {
        String sql = "SELECT pg_advisory_unlock(%s), pg_advisory_unlock_shared(%s, %s)"
                .formatted(key, sinceClass(), heldSince);
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Who has it; empty if it has just become free. */
    Optional<LockHolder> holder(Connection connection) throws SQLException {
        String sql = """
                SELECT held.pid, application_name, usename, host(client_addr) AS client,
                       to_timestamp(since.objid::bigint + %s) AS since
                FROM pg_locks AS held
                JOIN pg_database ON pg_database.oid = held.database AND datname = current_database()
                LEFT JOIN pg_stat_activity ON pg_stat_activity.pid = held.pid
                LEFT JOIN pg_locks AS since
                    ON since.pid = held.pid AND since.database = held.database AND since.locktype = 'advisory'
                        AND since.objsubid = 2 AND since.classid = %s
                WHERE held.locktype = 'advisory' AND held.objsubid = 1 AND held.granted
                    AND held.classid = %s AND held.objid = %s""".formatted(
                        EPOCH_2000,
                        Integer.toUnsignedLong(sinceClass()),
                        Integer.toUnsignedLong((int) (key >> 32)),
                        Integer.toUnsignedLong((int) key));
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            if (!row.next()) {
                return Optional.empty();
            }
            OffsetDateTime since = row.getObject("since", OffsetDateTime.class);
            return Optional.of(new LockHolder(
                    row.getInt("pid"),
                    row.getString("application_name"),
                    row.getString("usename"),
                    row.getString("client"),
                    since == null ? null : since.toInstant()));
        }
    }
}
